"""Which calls are worth a test of their own: those that say something new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..link import JsonValue, Operation, is_json
from .request import Call, Sent

__all__ = ["News", "alike"]


@dataclass(slots=True, kw_only=True)
class News:
    """What the calls so far have said of an operation's arguments."""

    operation: Operation
    seen: list[Sent] = field(default_factory=list[Sent])
    given: set[str] = field(default_factory=set[str])
    """Arguments whose value no other one had."""
    emptied: set[str] = field(default_factory=set[str])
    """Arguments that were falsy."""
    omitted: list[set[str]] = field(default_factory=list[set[str]])

    def has(self, name: str, call: Call, sent: Sent) -> bool:
        """Whether a call says something that no earlier one said; it is one, then."""
        values = dict(_arguments(call))
        if sent in self.seen or not self._is_news(name, call, values):
            return False
        self.seen.append(sent)
        self.given.update(_distinct(values))
        self.emptied.update(key for key, value in values.items() if not value)
        self.omitted.append(set(values))
        return True

    def _is_news(self, name: str, call: Call, values: dict[str, JsonValue]) -> bool:
        match name:
            case "odd":
                return not set(values) <= self.given or self._is_escaped(call)
            case "falsy":
                empty = {key for key, value in values.items() if not value}
                return not empty <= self.emptied
            case "least":
                return set(values) not in self.omitted
            case _:
                return True

    def _is_escaped(self, call: Call) -> bool:
        """Whether characters mean something outside of JSON, which has its own tests."""
        structured = call.content is None or is_json(call.content.media_type)
        return bool(self.operation.parameters) or not structured


def alike(one: Call, other: Call) -> bool:
    """Whether two calls give the same arguments, whatever their values are."""
    names = [name for name, _ in _arguments(one)]
    return one.content == other.content and names == [n for n, _ in _arguments(other)]


def _distinct(values: dict[str, JsonValue]) -> Iterator[str]:
    told = list(values.values())
    return (key for key, value in values.items() if told.count(value) == 1)


def _arguments(call: Call) -> Iterator[tuple[str, JsonValue]]:
    """What callers give: parameters, and the members of a body."""
    yield from call.parameters.items()
    body = None if call.body is None else call.body.value
    match body:
        case dict():
            yield from body.items()
        case None:
            pass
        case _:
            yield "", body
