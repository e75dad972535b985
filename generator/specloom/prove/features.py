"""What a package uses, told in lines that the catalogue's patterns can ask for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import calls
from .forms import Forms

__all__ = ["features"]

GROUPS = ("path", "query", "headers", "cookies")


def features(text: str, forms: Forms) -> Iterator[str]:
    """The module's text, then one line for each argument and each operation.

    `@query str | UnsetType`, `@member int`, `@part str` of a form, `@operation GET secured`.
    """
    yield text
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _arguments(node, forms)
    for call in calls(tree, "Operation"):
        stated = {each.arg: each.value for each in call.keywords}
        match stated.get("method"):
            case ast.Constant(value=str(method)):
                unsafe = " unsafe" if "unsafe" in stated else ""
                secured = " secured" if "security" in stated else ""
                yield f"@operation {method}{unsafe}{secured}"
            case _:
                pass


def _arguments(function: ast.FunctionDef, forms: Forms) -> Iterator[str]:
    """The arguments of a method, by where they go."""
    types = {
        each.arg: ast.unparse(each.annotation)
        for each in function.args.kwonlyargs
        if each.annotation is not None
    }
    for call in calls(function, "_call"):
        for keyword in call.keywords:
            match keyword.value:
                case ast.Dict(values=values) if keyword.arg in GROUPS:
                    found, place = values, keyword.arg
                case ast.Call(keywords=members) if keyword.arg == "body":
                    found = [each.value for each in members]
                    place = "part" if function.name in forms.methods else "member"
                case _:
                    continue
            for value in found:
                if isinstance(value, ast.Name):
                    yield f"@{place} {types.get(value.id, '')}"
