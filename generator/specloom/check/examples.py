"""Whether examples fit their own schemas: asked by `lint`, not needed to generate."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import jsonschema_rs

from ..read import Pointer, Tree, join, split
from ..report import Diagnostic, Report
from .document import Document

__all__ = ["examples"]

_DATA = frozenset(("default", "const", "enum", "value", "dataValue", "example"))
_NAMED = frozenset(("properties", "patternProperties", "$defs", "definitions"))
_BASE = "specloom:///"


def examples(document: Document, report: Report) -> None:
    """Report every example and default that its schema refuses (SP207)."""
    # References in another file are canonical: each file is a resource of its own.
    resources = [
        (_BASE + quote(name), _rewritten(tree)) for name, tree in document.trees.items()
    ]
    registry = jsonschema_rs.Registry(resources)
    for schema, shown in _pairs(document):
        validator = _validator(schema, registry)
        if validator is None:
            continue
        for at, value in shown:
            error = next(iter(validator.iter_errors(value)), None)
            if error is not None and not _is_text(schema, value):
                _tell(document, report, join(at, *error.instance_path), error.message)


def _is_text(schema: Pointer, value: Tree) -> bool:
    """Whether a string shows a body of another media type than JSON.

    Such a body is written out (OpenAPI 3.1 section 4.8.19, `value`).
    """
    around = split(schema)[1][-3:-1]
    if not isinstance(value, str) or around[:1] != ("content",):
        return False
    return "json" not in around[1]


def _validator(
    schema: Pointer, registry: jsonschema_rs.Registry
) -> jsonschema_rs.Validator | None:
    try:
        return jsonschema_rs.Draft202012Validator(
            {"$ref": _uri(schema)}, registry=registry
        )
    except (ValueError, jsonschema_rs.ValidationError):
        return None  # a pattern of another dialect, most often


_Shown = list[tuple[Pointer, Tree]]


def _pairs(document: Document) -> Iterator[tuple[Pointer, _Shown]]:
    """The pointer of each schema, and the values that are shown for it."""
    stack: list[tuple[Pointer, Tree, bool]] = [
        (f"{name}#", tree, False) for name, tree in document.trees.items()
    ]
    while stack:
        pointer, node, named = stack.pop()
        if isinstance(node, list):
            stack.extend((join(pointer, i), v, False) for i, v in enumerate(node))
        if not isinstance(node, dict):
            continue
        shown = [] if named else _shown(pointer, node)
        if shown:
            is_schema = "schema" not in node
            yield (pointer if is_schema else join(pointer, "schema")), shown
        for key, value in node.items():
            if named or not (key in _DATA or key == "examples" or key.startswith("x-")):
                stack.append((join(pointer, key), value, key in _NAMED and not named))


def _shown(pointer: Pointer, node: dict[str, Tree]) -> _Shown:
    several = node.get("examples")
    shown: _Shown = []
    if isinstance(several, list):
        here = join(pointer, "examples")
        shown += [(join(here, index), value) for index, value in enumerate(several)]
    elif isinstance(several, dict) and "schema" in node:
        for name, each in several.items():
            if isinstance(each, dict) and "value" in each:
                shown.append((join(pointer, "examples", name, "value"), each["value"]))
    if "schema" in node and "example" in node:
        shown.append((join(pointer, "example"), node["example"]))
    return shown


def _tell(document: Document, report: Report, pointer: Pointer, words: str) -> None:
    message = words if len(words) <= 160 else f"…{words[-150:]}"
    report.add(
        Diagnostic(code="SP207", message=message, pointer=document.authored(pointer))
    )


def _uri(pointer: Pointer) -> str:
    file, tokens = split(pointer)
    return f"{_BASE}{quote(file)}#{quote(join('', *tokens))}"


def _rewritten(tree: Tree) -> Tree:
    if isinstance(tree, list):
        return [_rewritten(each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    made = {key: _rewritten(value) for key, value in tree.items() if key != "$id"}
    reference = tree.get("$ref")
    if isinstance(reference, str):
        made["$ref"] = _uri(reference)
    return made
