"""What a YAML text says, token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import yaml
from yaml.events import Event, ScalarEvent

__all__ = ["control_character", "events", "readable", "span"]

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


# PyYAML ends lines at these, as YAML 1.1 said. YAML 1.2.2 section 5.4 takes them as text, which
# they are in descriptions that were pasted: for the parser characters of private use stand in.
_BREAKS = "\x85\u2028\u2029"
_STAND_INS = "\uf6b1\uf6b2\uf6b3"
_HIDE = str.maketrans(_BREAKS, _STAND_INS)
_SHOW = str.maketrans(_STAND_INS, _BREAKS)


class _Loader(Protocol):
    """The one method of PyYAML's loaders that is used."""

    def get_event(self) -> Event | None: ...


def events(text: str) -> Iterator[Event]:
    """The events of a readable text; their marks count its characters.

    Raises:
        yaml.MarkedYAMLError: The text isn't well-formed.
    """
    if any(character in text for character in _BREAKS):
        return _shown(iter(_loader(text.translate(_HIDE)).get_event, None))
    return iter(_loader(text).get_event, None)


def _shown(found: Iterator[Event]) -> Iterator[Event]:
    for event in found:
        if isinstance(event, ScalarEvent):
            event.value = event.value.translate(_SHOW)
        yield event


def _loader(text: str) -> _Loader:
    return yaml.CBaseLoader(text) if yaml.__with_libyaml__ else yaml.BaseLoader(text)


def control_character(text: str) -> re.Match[str] | None:
    """The first character that YAML forbids (YAML 1.2.2 section 5.1)."""
    return _FORBIDDEN.search(text)


def readable(text: str) -> str:
    """The text with U+FFFD in place of every character that YAML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def span(event: Event) -> tuple[int, int]:
    """The offsets where the event's token starts and ends."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)
