"""What can be known of an operation before any call of it, worked out at the first one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import quote

import msgspec

from .operations import Answer, Failure, Operation, Parameter
from .retries import idempotent

__all__ = ["Plan", "plan"]

NAME: Final = re.compile(r"\{([^{}]*)\}")
AS_IS: Final = "/?:@!$&'()*+,;=%[]|~-._"
"""What a path template may hold besides letters and digits, and mean as it is."""


class Plan(msgspec.Struct, frozen=True, eq=False):
    """An operation, ready for calls."""

    template: tuple[str, ...]
    """Of the path: text and names of parameters, alternately."""
    parameters: dict[tuple[str, str], Parameter]
    """By location and name; filled with defaults as they are asked for."""
    accept: str
    """The media types that the caller can read, answers first."""
    idempotent: bool
    """By the method alone."""
    repeatable: bool
    """By the method, or because of an idempotency key."""
    deprecated: dict[tuple[str, str], str]
    """Parameters that are going away -> what callers call them."""
    secret: frozenset[tuple[str, str]]
    """Parameters that people may not read."""

    def parameter(self, location: str, name: str) -> Parameter:
        """How a parameter is written; whole query strings are found under `query`."""
        key = (location, name)
        found = self.parameters.get(key)
        if found is None:
            found = self.parameters.setdefault(key, Parameter(location, name))
        return found


@cache
def plan(operation: Operation[object]) -> Plan:
    """The plan of an operation."""
    path, _, _ = operation.path.partition("#")
    parts = NAME.split(path)
    parts[::2] = [quote(text, safe=AS_IS) for text in parts[::2]]
    once = idempotent(operation)
    return Plan(
        template=tuple(parts),
        parameters={(location(each), each.name): each for each in operation.parameters},
        accept=accept(operation),
        idempotent=once,
        repeatable=once or bool(operation.idempotency and not operation.unsafe),
        deprecated={
            (location(each), each.name): each.deprecated
            for each in operation.parameters
            if each.deprecated
        },
        secret=frozenset(
            (location(each), each.name) for each in operation.parameters if each.secret
        ),
    )


def location(parameter: Parameter) -> str:
    """Where callers put a parameter: a whole query string is part of the query."""
    return "query" if parameter.location == "querystring" else parameter.location


def accept(operation: Operation[object]) -> str:
    """The value of `Accept`: each documented media type once (RFC 9110 section 12.5.1)."""
    outcomes: tuple[Answer | Failure, ...] = (*operation.answers, *operation.failures)
    stated = (each.media_type.partition(";")[0].strip() for each in outcomes)
    return ", ".join(dict.fromkeys(filter(None, stated))) or "*/*"
