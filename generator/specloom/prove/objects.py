"""Breaks of models and exceptions: what they are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import bases, calls, drop_keywords, edit_arguments
from .edits import misnamed
from .mutant import Change, Mutation

__all__ = ["OBJECTS"]

MODELS, ERRORS = ("models.py",), ("errors.py",)
OTHER_TYPES = {
    "str": "int",
    "int": "str",
    "float": "str",
    "bool": "str",
    "bytes": "str",
    "Decimal": "float",
    "UUID": "str",
}


def members(tree: ast.Module) -> Iterator[ast.AnnAssign]:
    """The members of models."""
    for each in bases(tree):
        for node in each.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield node


def _needed(tree: ast.Module) -> Iterator[None]:
    """An optional member becomes required."""
    for member in members(tree):
        match member.value:
            case ast.Name(id="UNSET"):
                old, member.value = member.value, None
                yield
                member.value = old
            case ast.Call(keywords=keywords) as call:
                kept = [each for each in keywords if each.arg != "default"]
                if len(kept) < len(keywords):
                    call.keywords = kept
                    yield
                    call.keywords = keywords
            case _:
                pass


def _needless(tree: ast.Module) -> Iterator[None]:
    """A required member becomes optional."""
    unset = ast.Name(id="None")
    for member in members(tree):
        match member.value:
            case None:
                member.value = unset
                yield
                member.value = None
            case ast.Call(keywords=keywords) as call if not any(
                each.arg == "default" for each in keywords
            ):
                call.keywords = [*keywords, ast.keyword(arg="default", value=unset)]
                yield
                call.keywords = keywords
            case _:
                pass


def _another_type(tree: ast.Module) -> Iterator[None]:
    """`int` for `str`, `float` for `Decimal`: the first type of an annotation."""
    for member in members(tree):
        if isinstance(member.annotation, ast.Name):
            new = OTHER_TYPES.get(member.annotation.id)
            if new is not None:
                old, member.annotation = member.annotation, ast.Name(id=new)
                yield
                member.annotation = old
            continue
        keys = list(_keys(member.annotation))
        for node in ast.walk(member.annotation):
            if node in keys:
                continue
            if isinstance(node, ast.Name) and node.id in OTHER_TYPES:
                name, node.id = node.id, OTHER_TYPES[node.id]
                yield
                node.id = name
                break


def _keys(annotation: ast.expr) -> Iterator[ast.expr]:
    """The types of a dictionary's keys, which are always texts."""
    for node in ast.walk(annotation):
        match node:
            case ast.Subscript(
                value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, _])
            ):
                yield key
            case _:
                pass


def _date_as_text(tree: ast.Module) -> Iterator[None]:
    """`dt.datetime` and its like become `str`."""
    for member in members(tree):
        text = ast.unparse(member.annotation)
        if "dt." in text and "UnixTime" not in text:
            new = text
            for kind in ("dt.datetime", "dt.date", "dt.timedelta"):
                new = new.replace(kind, "str")
            old, member.annotation = member.annotation, ast.parse(new, mode="eval").body
            yield
            member.annotation = old


def _replaced(old: str, new: str) -> Change:
    """A part of annotations, written otherwise."""

    def change(tree: ast.Module) -> Iterator[None]:
        for member in members(tree):
            text = ast.unparse(member.annotation)
            if old in text:
                kept = member.annotation
                member.annotation = ast.parse(text.replace(old, new), mode="eval").body
                yield
                member.annotation = kept

    return change


def _closed_enumeration(tree: ast.Module) -> Iterator[None]:
    """Values that nobody knows yet are no longer taken."""
    for member in members(tree):
        text = ast.unparse(member.annotation)
        if "Literal[" in text and "] | str" in text:
            kept = member.annotation
            new = text.replace("] | str", "]", 1)
            member.annotation = ast.parse(new, mode="eval").body
            yield
            member.annotation = kept


def _unknown_dropped(tree: ast.Module) -> Iterator[None]:
    """An open model becomes a plain one."""
    for each in bases(tree):
        for at, base in enumerate(each.bases):
            if (
                isinstance(base, ast.Subscript)
                and ast.unparse(base.value) == "OpenModel"
            ):
                each.bases[at] = ast.Name(id="Model")
                text = "from ._runtime.models import Model"
                extra = ast.parse(text).body[0]
                tree.body.insert(2, extra)
                yield
                tree.body.remove(extra)
                each.bases[at] = base


def _unchecked(tree: ast.Module) -> Iterator[None]:
    """A model forgets which members must be there together."""
    for each in bases(tree):
        for at, node in enumerate(each.body):
            if (
                isinstance(node, ast.AnnAssign)
                and isinstance(node.target, ast.Name)
                and node.target.id == "__requires__"
            ):
                each.body[at] = ast.Pass()
                yield
                each.body[at] = node


def _mapping_shifted(tree: ast.Module) -> Iterator[None]:
    """A discriminator's words mean other members."""
    for call in calls(tree, "OneOf"):
        for argument in call.args:
            if isinstance(argument, ast.Dict) and len(argument.values) > 1:
                old = argument.values
                argument.values = [*old[1:], old[0]]
                yield
                argument.values = old


def _untold(tree: ast.Module) -> Iterator[None]:
    """A discriminator is sought under another name."""
    for call in calls(tree, "OneOf"):
        if call.args and (new := misnamed(call.args[0])):
            old, call.args[0] = call.args[0], new
            yield
            call.args[0] = old


def _rootless(tree: ast.Module) -> Iterator[None]:
    """An exception stands under no other one of the document's."""
    for each in bases(tree):
        base = each.bases[0]
        if isinstance(base, ast.Name) and base.id != "ApiStatusError":
            each.bases[0] = ast.Name(id="ApiStatusError")
            yield
            each.bases[0] = base


OBJECTS = (
    Mutation(
        name="the wrong alias",
        folders=MODELS,
        change=edit_arguments("name", misnamed, of=("field",)),
    ),
    Mutation(
        name="no alias", folders=MODELS, change=drop_keywords("name", of=("field",))
    ),
    Mutation(name="required for optional", folders=MODELS, change=_needed),
    Mutation(name="optional for required", folders=MODELS, change=_needless),
    Mutation(name="another type", folders=MODELS, change=_another_type),
    Mutation(name="a text for a date", folders=MODELS, change=_date_as_text),
    Mutation(
        name="seconds for milliseconds",
        folders=MODELS,
        change=_replaced("UnixTime('ms')", "UnixTime('s')"),
    ),
    Mutation(
        name="milliseconds for seconds",
        folders=MODELS,
        change=_replaced("UnixTime('s')", "UnixTime('ms')"),
    ),
    Mutation(
        name="a secret shown", folders=MODELS, change=_replaced(", Secret", ", ''")
    ),
    Mutation(
        name="a decimal as a number",
        folders=MODELS,
        change=_replaced("Annotated[Decimal, Text]", "Decimal"),
    ),
    Mutation(name="null refused", folders=MODELS, change=_replaced(" | None", "")),
    Mutation(name="a closed enumeration", folders=MODELS, change=_closed_enumeration),
    Mutation(name="unknown members dropped", folders=MODELS, change=_unknown_dropped),
    Mutation(name="members not needed together", folders=MODELS, change=_unchecked),
    Mutation(name="the wrong union member", folders=MODELS, change=_mapping_shifted),
    Mutation(name="a discriminator misnamed", folders=MODELS, change=_untold),
    Mutation(name="an error under no other", folders=ERRORS, change=_rootless),
)
