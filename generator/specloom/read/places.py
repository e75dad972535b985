"""From pointers to lines and columns: looked up only when something must be shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .events import events, readable, span
from .lines import Lines
from .pointer import KEY, Pointer, lookup, split
from .source import Position, SourceFile, Tree

__all__ = ["places"]

_Span: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class _Spot:
    """A part that is looked for, or that leads to one."""

    parts: dict[str, _Spot] = field(default_factory=dict[str, "_Spot"])
    key: _Span | None = None
    value: _Span | None = None
    """Of a mapping or list: its key, which is where an eye looks for it."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read."""

    spot: _Spot | None
    is_mapping: bool
    index: int = -1
    key: str | None = None
    key_span: _Span | None = None


def places(file: SourceFile, pointers: Iterable[Pointer]) -> Mapping[Pointer, Position]:
    """Where the pointers lead in the text of `file`.

    A pointer that leads nowhere means the nearest part around it that exists. One that ends in
    `?key` means the key. Scalars are marked whole, mappings and lists by their key.
    """
    root = _Spot()
    wanted = {pointer: _aim(file.tree, pointer) for pointer in pointers}
    for tokens, _ in wanted.values():
        spot = root
        for token in tokens:
            spot = spot.parts.setdefault(token, _Spot())
    _find(file.text, root)
    lines = Lines(file.text)
    return {
        pointer: lines.position(*_span(root, tokens, on_key))
        for pointer, (tokens, on_key) in wanted.items()
    }


def _aim(tree: Tree, pointer: Pointer) -> tuple[tuple[str, ...], bool]:
    if pointer.endswith(KEY):
        try:
            # A key of the document may itself end like that.
            lookup(tree, split(pointer)[1])
        except LookupError:
            return split(pointer.removesuffix(KEY))[1], True
    return split(pointer)[1], False


def _span(root: _Spot, tokens: tuple[str, ...], on_key: bool) -> _Span:
    spot = root
    for token in tokens:
        part = spot.parts[token]
        if part.value is None:
            return spot.value or (0, 1)
        spot = part
    return (spot.key if on_key else None) or spot.value or (0, 1)


def _find(text: str, root: _Spot) -> None:
    try:
        _find_in_json(text, root)
    except (ValueError, IndexError):
        _find_in_yaml(text, root)


def _find_in_json(text: str, root: _Spot) -> None:
    """Go down only where something is wanted; the C reader leaps over the rest."""
    leap = json.JSONDecoder(strict=False).raw_decode
    stack: list[_Frame] = []

    def enter(spot: _Spot, at: int, key: _Span | None) -> int:
        opens = text[at] in "{["
        if opens and spot.parts:
            stack.append(_Frame(spot, text[at] == "{"))
            end = at + 1
        else:
            end = leap(text, at)[1]
        spot.key = key
        spot.value = (key or (at, at + 1)) if opens else (at, end)
        return end

    at = enter(root, _blank(text, 0), None)
    while stack:
        frame = stack[-1]
        at = _blank(text, at)
        if text[at] in "}]":
            stack.pop()
            at += 1
            continue
        if text[at] == ",":
            at = _blank(text, at + 1)
        key = None
        if frame.is_mapping:
            name, end = leap(text, at)
            key = (at, end)
            at = _blank(text, _blank(text, end) + 1)
        else:
            frame.index += 1
            name = str(frame.index)
        spot = frame.spot.parts.get(name) if frame.spot else None
        at = leap(text, at)[1] if spot is None else enter(spot, at, key)


def _blank(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


def _find_in_yaml(text: str, root: _Spot) -> None:
    stack = [_Frame(None, False)]
    try:
        for event in events(readable(text)):
            match event:
                case ScalarEvent() | AliasEvent():
                    _scalar(stack[-1], root, event, len(stack) == 1)
                case MappingStartEvent() | SequenceStartEvent():
                    spot = _next(stack[-1], root, event, len(stack) == 1)
                    is_mapping = isinstance(event, MappingStartEvent)
                    stack.append(_Frame(spot, is_mapping))
                case MappingEndEvent() | SequenceEndEvent():
                    stack.pop()
                    if len(stack) == 1:
                        return
                case _:
                    pass
    except yaml.MarkedYAMLError:
        return


def _scalar(
    frame: _Frame, root: _Spot, event: ScalarEvent | AliasEvent, is_root: bool
) -> None:
    if frame.is_mapping and frame.key_span is None:
        frame.key = event.value if isinstance(event, ScalarEvent) else None
        frame.key_span = span(event)
        return
    spot = _next(frame, root, event, is_root)
    if spot is not None:
        spot.value = span(event)


def _next(frame: _Frame, root: _Spot, event: Event, is_root: bool) -> _Spot | None:
    """Enter the next value of the frame: its spot, if anything is wanted there."""
    start, _ = span(event)
    key = frame.key_span
    if frame.is_mapping and key is None:
        frame.key_span, frame.key = (start, start + 1), None  # a mapping as a key
        return None
    if is_root:
        spot: _Spot | None = root
    else:
        name = _name(frame)
        parts = frame.spot.parts if frame.spot else {}
        spot = parts.get(name) if name is not None else None
    frame.key_span = None
    if spot is not None:
        spot.key = key
        spot.value = key or (start, start + 1)
    return spot


def _name(frame: _Frame) -> str | None:
    if frame.is_mapping:
        return frame.key
    frame.index += 1
    return str(frame.index)
