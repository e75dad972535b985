"""Breaks of methods: `resources/` and `aio/`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import calls, drop_entries, drop_keywords, edit_entries, swap_entries
from .mutant import Change, Mutation

__all__ = ["METHODS"]

HERE = ("resources/", "aio/")
CALL = ("_call",)


def _renamed(old: ast.expr) -> ast.expr | None:
    match old:
        case ast.Constant(value=str(value)):
            return ast.Constant(value=f"{value}_")
        case _:
            return None


def _or_none(old: ast.expr) -> ast.expr:
    """`value or None`: what is empty, zero or false is taken for absent."""
    return ast.BoolOp(op=ast.Or(), values=[old, ast.Constant(value=None)])


def _another_operation(tree: ast.Module) -> Iterator[None]:
    found = [call.args[0] for call in calls(tree, *CALL) if call.args]
    attributes = [each for each in found if isinstance(each, ast.Attribute)]
    names = [each.attr for each in attributes]
    for at, each in enumerate(attributes):
        others = [name for name in names[at + 1 :] + names[:at] if name != each.attr]
        if others:
            old, each.attr = each.attr, others[0]
            yield
            each.attr = old


def _models(tree: ast.Module) -> Iterator[ast.Call]:
    """The bodies that are made of arguments."""
    for call in calls(tree, *CALL):
        for keyword in call.keywords:
            if keyword.arg == "body" and isinstance(keyword.value, ast.Call):
                yield keyword.value


def _member_gone(tree: ast.Module) -> Iterator[None]:
    for model in _models(tree):
        for at in range(len(model.keywords)):
            gone = model.keywords.pop(at)
            yield
            model.keywords.insert(at, gone)


def _members_swapped(tree: ast.Module) -> Iterator[None]:
    for model in _models(tree):
        for one, other in zip(model.keywords, model.keywords[1:], strict=False):
            one.value, other.value = other.value, one.value
            yield
            one.value, other.value = other.value, one.value


SIMPLE = frozenset(("str", "int", "float", "bool"))


def _falsy_gone(tree: ast.Module) -> Iterator[None]:
    """`0`, `""` and `False` of a member become null."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _falsy_gone_in(function)


def _falsy_gone_in(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[None]:
    simple = _simple(function)
    for model in _models(ast.Module(body=[function], type_ignores=[])):
        for keyword in model.keywords:
            old = keyword.value
            if not isinstance(old, ast.Name) or old.id not in simple:
                continue
            keyword.value = _or_none(old)
            yield
            keyword.value = old


def _falsy_absent(tree: ast.Module) -> Iterator[None]:
    """`0`, `""` and `False` of all query parameters are taken for absent."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        simple = _simple(function)
        for call in calls(function, *CALL):
            for keyword in call.keywords:
                if keyword.arg != "query" or not isinstance(keyword.value, ast.Dict):
                    continue
                names = [v.id for v in keyword.value.values if isinstance(v, ast.Name)]
                if not simple.intersection(names):
                    continue
                old = keyword.value.values
                keyword.value.values = [_or_none(value) for value in old]
                yield
                keyword.value.values = old


def _simple(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The arguments that may be `0`, `""` or `False`."""
    return {
        each.arg
        for each in function.args.kwonlyargs
        if each.annotation and ast.unparse(each.annotation).split(" ")[0] in SIMPLE
    }


def _speaks_json(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the body can travel as JSON: other formats have no null."""
    choices = [a for a in function.args.kwonlyargs if a.arg == "content_type"]
    texts = [ast.unparse(a.annotation) for a in choices if a.annotation]
    return not texts or any("json" in text for text in texts)


def _null_for_absent(tree: ast.Module) -> Iterator[None]:
    """The default of a body's member is null instead of absent."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not _speaks_json(function):
            continue
        given = {
            keyword.value.id
            for model in _models(ast.Module(body=[function], type_ignores=[]))
            for keyword in model.keywords
            if isinstance(keyword.value, ast.Name)
        }
        defaults = function.args.kw_defaults
        for at, argument in enumerate(function.args.kwonlyargs):
            default = defaults[at]
            if argument.arg in given and isinstance(default, ast.Name):
                defaults[at] = ast.Constant(value=None)
                yield
                defaults[at] = default


def _entries(name: str, change: Change) -> Mutation:
    return Mutation(name=name, folders=HERE, change=change)


METHODS = (
    *(
        _entries(f"a {what} dropped", drop_entries(key, of=CALL))
        for key, what in (
            ("query", "query parameter"),
            ("headers", "header"),
            ("cookies", "cookie"),
        )
    ),
    *(
        _entries(
            f"a {what} misnamed", edit_entries(key, _renamed, of=CALL, values=False)
        )
        for key, what in (
            ("path", "path parameter"),
            ("query", "query parameter"),
            ("headers", "header"),
            ("cookies", "cookie"),
        )
    ),
    *(
        _entries(f"{what} swapped", swap_entries(key, of=CALL))
        for key, what in (("path", "path parameters"), ("query", "query parameters"))
    ),
    _entries("0 coerced to absent in the query", _falsy_absent),
    _entries("another operation called", _another_operation),
    _entries("a member of the body dropped", _member_gone),
    _entries("members of the body swapped", _members_swapped),
    _entries("0 coerced to null in the body", _falsy_gone),
    _entries("null for absent", _null_for_absent),
    _entries("the whole body dropped", drop_keywords("body", of=CALL)),
    _entries("the caller's media type ignored", drop_keywords("content_type", of=CALL)),
    _entries("the caller's options ignored", drop_keywords("options", of=CALL)),
)
