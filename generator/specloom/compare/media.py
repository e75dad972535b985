"""Media types of one body, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Content, essence
from .effect import Effect
from .finding import Finding

__all__ = ["paired"]


def paired(
    old: tuple[Content, ...], new: tuple[Content, ...]
) -> Iterator[tuple[Content | None, Content | None, Finding | None]]:
    """Contents that belong together, and what happened to their types.

    A finding that says `only="request"` is about what callers may ask for or send.
    """
    before, after = _by_type(old), _by_type(new)
    for key in [key for key in before if key in after]:
        yield before.pop(key), after.pop(key), None
    for key, one in tuple(before.items()):
        match = next((k for k in after if _covers(key, k) or _covers(k, key)), None)
        if match is not None:
            other = after.pop(match)
            del before[key]
            yield one, other, _renamed(one, other, wider=_covers(match, key))
    for one in before.values():
        yield one, None, _one(one, "removed", Effect.NARROWS)
    for other in after.values():
        yield None, other, _one(other, "added", Effect.WIDENS)


def _by_type(contents: tuple[Content, ...]) -> dict[str, Content]:
    return {each.media_type.replace(" ", "").lower(): each for each in contents}


def _covers(wide: str, narrow: str) -> bool:
    """Whether a range holds a type (RFC 9110 section 12.5.1), or one its own variants."""
    kind, _, subtype = essence(narrow).partition("/")
    if wide in ("*/*", f"{kind}/*"):
        return True
    _, plus, suffix = subtype.rpartition("+")
    return wide == essence(narrow) or (bool(plus) and wide == f"{kind}/{suffix}")


def _renamed(one: Content, other: Content, *, wider: bool) -> Finding:
    kind = "generalized" if wider else "specialized"
    return Finding(
        rule=f"wire/media-type-{kind}",
        effect=Effect.WIDENS if wider else Effect.NARROWS,
        base=one.pointer,
        revision=other.pointer,
        what=f"is `{other.media_type}` instead of `{one.media_type}`",
        before=one.media_type,
        after=other.media_type,
    )


def _one(each: Content, what: str, effect: Effect) -> Finding:
    return Finding(
        rule=f"wire/media-type-{what}",
        effect=effect,
        base=each.pointer if what == "removed" else "",
        revision=each.pointer if what == "added" else "",
        what=f"is {'new' if what == 'added' else 'removed'}",
        only="request",
    )
