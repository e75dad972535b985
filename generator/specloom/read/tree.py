"""Trees of JSON values from YAML events, bounded against hostile texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from .events import span
from .flaw import Broken, Flaw
from .scalars import TAGS, NotJson, plain, tagged
from .source import Tree

__all__ = ["DEEPEST", "Builder"]

DEEPEST = 500
"""More levels than this are refused, counted with aliases in their places."""
_LARGEST = 10_000_000

# Keys that no text can hold, as half characters have no encoding.
_DROPPED = "\ud800"
_MERGED = "\ud801"


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is still open."""

    content: dict[str, Tree] | list[Tree]
    anchor: str | None
    key: str = ""
    wants_key: bool = False
    merge: Event | None = None
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an alias stands for. Trees are never changed, so it is shared, not copied."""

    value: Tree
    size: int
    height: int


class Builder:
    """Builds one tree. What is wrong but bearable goes to `flaws`."""

    def __init__(self, flaws: list[Flaw]) -> None:
        self._flaws = flaws
        self._roots: list[Tree] = []
        self._frame = _Frame(self._roots, None)
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._documents = 0

    @property
    def is_empty(self) -> bool:
        """Whether the text held no document at all."""
        return not self._roots

    def build(self, events: Iterable[Event]) -> Tree:
        """The tree of the first document.

        Raises:
            Broken: It is too deep, or its aliases stand for too much.
        """
        handlers: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open_mapping,
            SequenceStartEvent: self._open_sequence,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            StreamStartEvent: _ignore,
            StreamEndEvent: _ignore,
            DocumentEndEvent: _ignore,
        }
        for event in events:
            kind = type(event)
            if kind is DocumentStartEvent:
                if self._roots:
                    self._flaw(event, "SP110", "another document starts here")
                    break
            else:
                handlers[kind](event)
        return self._roots[0] if self._roots else None

    def _scalar(self, event: ScalarEvent) -> None:
        frame = self._frame
        text: str = event.value
        if frame.wants_key:
            self._key(event, text)
            value: Tree = text
        else:
            value = self._meaning(event, text)
            self._put(value)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)

    def _meaning(self, event: ScalarEvent, text: str) -> Tree:
        try:
            if event.implicit[0]:
                return plain(text)
            if event.tag is None:
                return text
            self._tag(event, event.tag)
            return tagged(event.tag, text, is_plain=not event.style)
        except NotJson:
            self._flaw(event, "SP113", f"{text[:40]} has no JSON form")
            return text

    def _key(self, event: ScalarEvent, key: str) -> None:
        frame = self._frame
        if key == "<<" and event.implicit[0]:
            # Several `<<` in one mapping are common, and each counts.
            key = f"{_MERGED}{len(frame.content)}"
            frame.merge = event
        frame.key = key
        frame.wants_key = False
        if key in frame.content:
            message = f"the key {key[:80]!r} stands here again; this value counts"
            self._flaw(event, "SP105", message, on_key=True)

    def _put(self, value: Tree) -> None:
        frame = self._frame
        content = frame.content
        if isinstance(content, list):
            content.append(value)
        else:
            content[frame.key] = value
            frame.wants_key = True

    def _open_mapping(self, event: MappingStartEvent) -> None:
        self._open(event, {})

    def _open_sequence(self, event: SequenceStartEvent) -> None:
        self._open(event, [])

    def _open(
        self,
        event: MappingStartEvent | SequenceStartEvent,
        content: dict[str, Tree] | list[Tree],
    ) -> None:
        if event.tag is not None:
            self._tag(event, event.tag)
        if self._frame.wants_key:
            self._bad_key(event)
        else:
            self._put(content)
        self._stack.append(self._frame)
        if len(self._stack) > DEEPEST:
            self._too_deep(event)
        self._frame = _Frame(content, event.anchor, wants_key=isinstance(content, dict))
        if event.anchor:
            # None marks what is still open: an alias to it would contain itself.
            self._anchors[event.anchor] = None

    def _close(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        done = self._frame
        if isinstance(done.content, dict):
            done.content.pop(_DROPPED, None)
            if done.merge is not None:
                self._merge(done.merge, done, done.content)
        size = done.size + len(done.content)
        self._frame = self._stack.pop()
        if done.anchor:
            self._anchors[done.anchor] = _Anchored(done.content, size, done.height)
        self._grow(event, size, done.height)

    def _alias(self, event: AliasEvent) -> None:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            why = "contains itself" if name in self._anchors else "names no anchor"
            self._flaw(event, "SP109", f"the alias *{name[:80]} {why}")
            found = _Anchored(None, 1, 0)
        if self._frame.wants_key:
            self._alias_key(event, found.value)
            return
        self._put(found.value)
        self._grow(event, found.size, found.height)
        if len(self._stack) + found.height > DEEPEST:
            self._too_deep(event)

    def _alias_key(self, event: AliasEvent, value: Tree) -> None:
        if isinstance(value, str):
            self._frame.key = value
            self._frame.wants_key = False
        else:
            self._bad_key(event)

    def _grow(self, event: Event, size: int, height: int) -> None:
        frame = self._frame
        frame.size += size
        if height >= frame.height:
            frame.height = height + 1
        if frame.size > _LARGEST:
            message = f"with its aliases this stands for over {_LARGEST:,} values"
            raise Broken(self._made(event, "SP108", message))

    def _merge(self, event: Event, frame: _Frame, content: dict[str, Tree]) -> None:
        """Fill in what `<<` names: own keys win, then earlier mappings."""
        named = [content.pop(key) for key in list(content) if key[:1] == _MERGED]
        inherited: dict[str, Tree] = {}
        for value in named:
            for source in value if isinstance(value, list) else [value]:
                if isinstance(source, dict):
                    inherited = {**source, **inherited}
                    self._grow(event, len(source), 0)
                else:
                    self._flaw(event, "SP116", "`<<` takes a mapping")
        own = dict(content)
        content.clear()
        content.update(inherited)
        content.update(own)
        frame.size += len(inherited)

    def _bad_key(self, event: Event) -> None:
        self._flaw(event, "SP117", "a key must be text; this entry is left out")
        self._frame.key = _DROPPED
        self._frame.wants_key = False

    def _tag(self, event: Event, tag: str) -> None:
        if tag not in TAGS and tag != "!":
            self._flaw(event, "SP118", f"the tag {tag[:80]} is ignored")

    def _too_deep(self, event: Event) -> None:
        message = f"this is nested more than {DEEPEST} levels deep"
        raise Broken(self._made(event, "SP106", message))

    def _flaw(
        self, event: Event, code: str, message: str, *, on_key: bool = False
    ) -> None:
        self._flaws.append(self._made(event, code, message, on_key=on_key))

    def _made(
        self, event: Event, code: str, message: str, *, on_key: bool = False
    ) -> Flaw:
        return Flaw(
            code=code,
            message=message,
            tokens=tuple(self._tokens()),
            on_key=on_key,
            span=span(event),
        )

    def _tokens(self) -> Iterable[str]:
        for frame in (*self._stack[1:], self._frame):
            if isinstance(frame.content, list):
                if frame.content is not self._roots:
                    yield str(max(len(frame.content) - 1, 0))
            elif frame.key.startswith(_MERGED):
                yield "<<"
            elif frame.key != _DROPPED and frame.key:
                yield frame.key


def _ignore(_event: Event) -> None:
    pass
