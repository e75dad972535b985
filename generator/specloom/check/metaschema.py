"""What the meta-schema of a version says about a document, once and in few words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

import jsonschema_rs

from ..read import Pointer, Tree, join
from ..report import Diagnostic, Report

__all__ = ["violations"]

_MOST = 50
_EVALUATED = 500


def violations(
    tree: dict[str, Tree], dialect: str, report: Report, told: Iterable[Diagnostic]
) -> None:
    """Report each distinct violation, except where a finding has said more already."""
    validator = _validator(dialect)
    if validator.is_valid(tree):
        return
    known = {each.pointer.removesuffix("?key") for each in told}
    fresh: dict[tuple[Pointer, str], None] = {}
    for error in islice(validator.iter_errors(tree), _EVALUATED):
        deepest = _deepest(error)
        pointer = join("#", *deepest.instance_path)
        if not _is_told(pointer, known):
            fresh.setdefault((pointer, _words(deepest)))
        if len(fresh) >= _MOST:
            break
    for pointer, words in fresh:
        report.add(Diagnostic(code="SP201", message=words, pointer=pointer))


def _is_told(pointer: Pointer, known: set[Pointer]) -> bool:
    head = pointer
    while head != "#":
        if head in known:
            return True
        head = head.rpartition("/")[0]
    return False


def _deepest(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Of alternatives that all failed, the error of the one that came furthest."""
    return max(_leaves(error, 0), key=_weight)


def _weight(error: jsonschema_rs.ValidationError) -> tuple[int, bool, bool]:
    # Where an object or a reference may stand, few mean the reference.
    is_leaf = not getattr(error.kind, "context", None)
    return len(error.instance_path), is_leaf, '"$ref"' not in error.message


def _leaves(
    error: jsonschema_rs.ValidationError, depth: int
) -> Iterator[jsonschema_rs.ValidationError]:
    context = getattr(error.kind, "context", None)
    if not context or depth > 20:
        yield error
        return
    yield error
    for branch in context:
        for inner in branch:
            yield from _leaves(inner, depth + 1)


def _words(error: jsonschema_rs.ValidationError) -> str:
    message = error.message
    if len(message) <= 160:
        return message
    # Messages begin with the value that they are about, however long.
    return f"…{message[-150:]}"


@cache
def _validator(dialect: str) -> jsonschema_rs.Validator:
    folder = files("openapi_spec_validator") / "resources" / "schemas"
    text = (folder / f"v{dialect}" / "schema.json").read_text("utf-8")
    schema = json.loads(text)
    if dialect in ("3.1", "3.2"):
        # Links may state any value (section 4.8.20.1), and 3.1's call `server` `body` here.
        stated = schema["$defs"]["link"]["properties"]
        stated["parameters"] = {"type": "object"}
        stated.setdefault("server", stated.get("body", True))
    return jsonschema_rs.validator_for(schema, validate_formats=False)
