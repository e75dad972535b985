"""How much of the document the tests exercise, as a page: what is not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...link import Api, Object, Operation, Pointer
from ...oracle import Call, Failing, Reading, Success, examples
from ..views import PageView
from .views import UntestedView

__all__ = ["Coverage", "coverage_page"]


@dataclass(slots=True, kw_only=True)
class Coverage:
    """What the tests have exercised so far, by place in the document."""

    operations: set[Pointer] = field(default_factory=set[Pointer])
    parameters: set[Pointer] = field(default_factory=set[Pointer])
    responses: set[tuple[Pointer, str]] = field(
        default_factory=set[tuple[Pointer, str]]
    )
    codes: set[tuple[Pointer, str]] = field(default_factory=set[tuple[Pointer, str]])
    models: set[Pointer] = field(default_factory=set[Pointer])

    def called(self, operation: Operation, call: Call) -> None:
        """A call was made."""
        self.operations.add(operation.pointer)
        self.parameters.update(call.parameters)

    def answered(self, operation: Operation, success: Success) -> None:
        """An answer was read."""
        self.responses.add((operation.pointer, str(success.reply.status)))

    def refused(self, operation: Operation, failing: Failing) -> None:
        """A failure was raised."""
        self.responses.add((operation.pointer, str(failing.reply.status)))
        if "/" in failing.key:
            self.codes.add((operation.pointer, failing.key))


def coverage_page(
    api: Api, done: Coverage, untested: Iterable[UntestedView]
) -> PageView:
    """`tests/COVERAGE.md`: a table, then what is left out and why."""
    untested = tuple(untested)
    lines = [
        "# What the tests of this package exercise",
        "",
        "| documented | exercised | of |",
        "|---|---:|---:|",
        *(f"| {name} | {count} | {total} |" for name, count, total in _rows(api, done)),
        "",
    ]
    lines += _left_out(untested)
    invalid = list(_invalid(api))
    if invalid:
        lines += ["## Examples that their schemas refuse", ""]
        lines += [f"- `{_plain(each)}`" for each in invalid] + [""]
    return PageView(path="tests/COVERAGE.md", text="\n".join(lines))


def _rows(api: Api, done: Coverage) -> Iterator[tuple[str, int, int]]:
    operations = api.operations
    yield "operations", len(done.operations), len(operations)
    parameters = {p.pointer for each in operations for p in each.parameters}
    yield "parameters", len(parameters & done.parameters), len(parameters)
    objects = {
        pointer: schema.shape
        for pointer, schema in api.schemas.items()
        if isinstance(schema.shape, Object) and schema.shape.properties
    }
    members = sum(len(shape.properties) for shape in objects.values())
    held = sum(len(objects[p].properties) for p in done.models if p in objects)
    yield "members of objects", held, members
    stated = [(each, r) for each in operations for r in each.responses]
    seen = sum(
        any(
            _covers(r.status, status)
            for at, status in done.responses
            if at == o.pointer
        )
        for o, r in stated
    )
    yield "responses", seen, len(stated)
    codes = {
        (o.pointer, f"{r.status}/{code.code}")
        for o, r in stated
        for code in r.error_codes
    }
    yield "error codes", len(codes & done.codes), len(codes)
    shown, valid = _examples(api)
    yield "examples that their schemas allow", valid, shown


def _covers(stated: str, status: str) -> bool:
    return stated in (status, "default") or stated.upper() == f"{status[0]}XX"


def _examples(api: Api) -> tuple[int, int]:
    """How many examples bodies have, and how many of them are valid."""
    contents = [
        content
        for operation in api.operations
        for owner in (operation.body, *operation.responses)
        if owner is not None
        for content in owner.contents
    ]
    shown = sum(len(content.examples) for content in contents)
    reading = Reading(api)
    return shown, sum(len(list(examples(reading, each))) for each in contents)


def _invalid(api: Api) -> Iterator[str]:
    reading = Reading(api)
    for operation in api.operations:
        for owner in (operation.body, *operation.responses):
            for content in owner.contents if owner is not None else ():
                good = {name for name, _ in examples(reading, content)}
                for each in content.examples:
                    if each.name not in good:
                        yield f"{content.pointer}: {each.name or 'example'}"


def _left_out(untested: tuple[UntestedView, ...]) -> Iterator[str]:
    if not untested:
        yield "Nothing is left out."
        yield ""
        return
    yield from ("## Left out", "")
    for each in untested:
        reason = _plain(each.reason)
        yield f"- `{_plain(each.pointer)}` {_plain(each.promise)}: {reason}"
    yield ""


def _plain(text: str) -> str:
    """Text of the document on one line of Markdown, without code marks."""
    return " ".join(text.replace("`", "'").split())[:200]
