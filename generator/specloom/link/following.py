"""Links that can be followed: their parameters found, those that are broken told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..report import Diagnostic, Report
from .api import Api, JsonValue, Link, Operation, Pointer, Response
from .streams import stream_of, streams_too

__all__ = ["following", "linked"]

NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
EXPRESSION: Final = re.compile(
    rf"\$(?:url|method|statusCode|(?:request|response)\.(?:header\.{NAME}|body(?:#(?:/.*)?)?)"
    r"|request\.(?:query|path)\.[^#]+)",
    re.DOTALL,
)
"""OpenAPI 3.1 section 4.8.20.4."""
EMBEDDED: Final = re.compile(r"\{(\$[^{}]*)\}")


def linked(api: Api) -> Iterator[tuple[str, Operation, Response, Link]]:
    """What each link is known by, and the operation and the answer that it starts from.

    That is no pointer: answers that are components share their links.
    """
    for owner in api.operations:
        for response in owner.responses:
            for link in response.links:
                key = f"{owner.pointer}/{response.status}/{link.name}"
                yield key, owner, response, link


class Broken(Exception):  # noqa: N818
    """A link cannot be followed, and why."""


def following(operations: Sequence[Operation], report: Report) -> tuple[Operation, ...]:
    """The operations with the links that can be followed; the others are reported."""
    known = {each.pointer: each for each in operations}
    told: set[Pointer] = set()

    def links(owner: Operation, response: Response) -> Iterator[Link]:
        for each in response.links:
            try:
                yield _followed(known, owner, response, each)
            except Broken as broken:
                if each.pointer not in told:
                    told.add(each.pointer)
                    found = Diagnostic(
                        code="SP304", message=str(broken), pointer=each.pointer
                    )
                    report.add(found)

    return tuple(
        (
            replace(
                owner,
                responses=tuple(
                    (
                        replace(each, links=tuple(links(owner, each)))
                        if each.links
                        else each
                    )
                    for each in owner.responses
                ),
            )
            if any(each.links for each in owner.responses)
            else owner
        )
        for owner in operations
    )


def _followed(
    known: Mapping[Pointer, Operation], owner: Operation, response: Response, link: Link
) -> Link:
    target = known.get(link.operation)
    if target is None:
        raise Broken("it leads to no operation of this document")
    if response.status[:1] in "45":
        raise Broken("only the answers of successes are followed")
    if any(stream_of(each) and not streams_too(each) for each in (owner, target)):
        raise Broken("what comes item by item has no answer that is followed")
    stated = tuple(_located(target, *each[1:]) for each in link.parameters)
    parameters = (*stated, *_shared(owner, target, stated))
    if link.request_body is not None:
        _checked(link.request_body.value)
    return replace(link, parameters=parameters)


def _shared(
    owner: Operation, target: Operation, stated: Sequence[tuple[str, str, JsonValue]]
) -> Iterator[tuple[str, str, JsonValue]]:
    """What both paths begin with: the call stays below what was asked."""
    given = {name for location, name, _ in stated if location == "path"}
    for each in target.parameters:
        head, mark, _ = target.path.partition(f"{{{each.name}}}")
        unsaid = each.location == "path" and each.name not in given
        if unsaid and owner.path.startswith(head + mark):
            yield "path", each.name, f"$request.path.{each.name}"


def _located(
    target: Operation, stated: str, value: JsonValue
) -> tuple[str, str, JsonValue]:
    """A parameter by its location and name: `path.id`, or `id` alone."""
    _checked(value)
    for each in target.parameters:
        if stated in (f"{each.location}.{each.name}", each.name):
            return each.location, each.name, value
    raise Broken(f"the call has no parameter `{stated}`")


def _checked(value: JsonValue) -> None:
    """Refuse expressions that mean nothing, in objects and lists, too."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            _checked(each)
    if isinstance(value, str):
        stated = [value] if value.startswith("$") else EMBEDDED.findall(value)
        for each in stated:
            if EXPRESSION.fullmatch(each) is None:
                raise Broken(f"`{each}` is no runtime expression")
