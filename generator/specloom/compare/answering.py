"""What callers get: answers, their headers and error codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..link import Header, Response
from .contents import contents
from .effect import Effect
from .finding import Finding
from .site import Exchange, Site

__all__ = ["responses"]

_SUCCESS = ("1", "2", "3")


def responses(both: Exchange) -> Iterator[Site]:
    """Answers that are gone, kept or new."""
    old = {each.status: each for each in both.base.responses}
    new = {each.status: each for each in both.revision.responses}
    for status, each in old.items():
        other = new.get(status) or _ranged(status, new, old)
        if other is not None:
            yield from _answer(both, each, other)
        else:
            yield _status(both, each, "removed", Effect.NARROWS)
    for status, each in new.items():
        if status not in old:
            other = _ranged(status, old, new)
            if other is not None:
                yield from _answer(both, other, each)
            else:
                yield _status(both, each, "added", Effect.WIDENS)


def _status(both: Exchange, each: Response, what: str, effect: Effect) -> Site:
    success = _success(both, each.status)
    stated = success and each.status != "default"
    finding = Finding(
        rule=f"wire/{'success' if stated else 'error'}-response-{what}",
        effect=effect,
        base=each.pointer if what == "removed" else "",
        revision=each.pointer if what == "added" else "",
        what=f"is {'new' if what == 'added' else 'removed'}",
    )
    return both.found(finding, both.gets, success=success)


def _answer(both: Exchange, old: Response, new: Response) -> Iterator[Site]:
    if old == new and not old.contents and not old.headers:
        return
    success = _success(both, new.status)
    yield from contents(both, old.contents, new.contents, both.gets, success=success)
    yield from _headers(both, old, new, success)
    if old.envelope != new.envelope:
        finding = Finding(
            rule="wire/envelope-changed",
            effect=Effect.MOVES,
            base=old.pointer,
            revision=new.pointer,
            what="tells success and failure another way",
        )
        yield both.found(finding, both.gets)
    yield from _codes(both, old, new)


def _codes(both: Exchange, old: Response, new: Response) -> Iterator[Site]:
    """`x-error-codes`."""
    before, after = ({c.code: c for c in each.error_codes} for each in (old, new))
    for what, effect, some, others in (
        ("removed", Effect.NARROWS, before, after),
        ("added", Effect.WIDENS, after, before),
    ):
        codes = [code for code in some if code not in others]
        if codes:
            words = ", ".join(f"`{code}`" for code in codes)
            finding = Finding(
                rule=f"wire/error-code-{what}",
                effect=effect,
                base=old.pointer,
                revision=new.pointer,
                what=f"has error codes {words} {what}",
            )
            yield both.found(finding, both.gets, success=False)


def _headers(
    both: Exchange, old: Response, new: Response, success: bool
) -> Iterator[Site]:
    before = {each.name.lower(): each for each in old.headers}
    after = {each.name.lower(): each for each in new.headers}
    for name, each in before.items():
        if name not in after:
            yield _lost(both, each, new.status, success)
        else:
            other = after[name]
            yield from _need(both, each, other, new.status, success)
            yield both.pair(
                each.schema, other.schema, both.gets, "header", success=success
            )
    for name, each in after.items():
        if name not in before:
            finding = Finding(
                rule="wire/header-added",
                effect=Effect.NARROWS,
                base="",
                revision=each.pointer,
                what="is new",
            )
            yield both.found(finding, both.gets, success=success)


def _lost(both: Exchange, each: Header, status: str, success: bool) -> Site:
    finding = Finding(
        rule="wire/header-removed",
        effect=Effect.WIDENS if each.required else Effect.UNDECIDED,
        base=each.pointer,
        revision="",
        what="is removed",
        before="required" if each.required else "optional",
    )
    return both.found(finding, both.gets, success=success)


def _need(
    both: Exchange, old: Header, new: Header, status: str, success: bool
) -> Iterator[Site]:
    if old.required != new.required:
        kind = "required" if new.required else "optional"
        finding = Finding(
            rule=f"wire/header-{kind}",
            effect=Effect.NARROWS if new.required else Effect.WIDENS,
            base=old.pointer,
            revision=new.pointer,
            what=f"is now {kind}",
        )
        yield both.found(finding, both.gets, success=success)


def _success(both: Exchange, status: str) -> bool:
    """1XX to 3XX, and `default` where no other success is described."""
    if status != "default":
        return status[:1] in _SUCCESS
    return not any(
        each.status[:1] in _SUCCESS
        for operation in (both.base, both.revision)
        for each in operation.responses
    )


def _ranged(
    status: str, others: Mapping[str, Response], own: Mapping[str, Response]
) -> Response | None:
    """The range that covers a status and is new (OpenAPI 3.1 section 4.8.16.2)."""
    wide = f"{status[:1]}XX"
    return None if wide in own else others.get(wide)
