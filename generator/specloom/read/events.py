"""What a YAML text says, token by token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

import yaml
from yaml.events import Event

__all__ = ["control_character", "events", "span"]

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class _Loader(Protocol):
    """The one method of PyYAML's loaders that is used."""

    def get_event(self) -> Event | None: ...


def events(text: str) -> Iterator[Event]:
    """The events of the text; their marks count its characters.

    Characters that YAML forbids (YAML 1.2.2 section 5.1) are read as U+FFFD.

    Raises:
        yaml.MarkedYAMLError: The text isn't well-formed.
    """
    if control_character(text) is not None:
        text = _FORBIDDEN.sub("\ufffd", text)
    loader: Callable[[str], _Loader] = (
        yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    )
    return iter(loader(text).get_event, None)


def control_character(text: str) -> re.Match[str] | None:
    """The first character that YAML forbids."""
    return _FORBIDDEN.search(text)


def span(event: Event) -> tuple[int, int]:
    """The offsets where the event's token starts and ends."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)
