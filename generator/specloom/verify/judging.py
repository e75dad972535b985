"""An answer, held against the document.

The document's own meaning counts, by the linked schemas: what a client makes of the
answer has no say here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..link import (
    Api,
    Constant,
    Content,
    Operation,
    Response,
    essence,
    is_json,
    is_stream,
)
from .deviation import Answer, Deviation
from .inside import Inside, Spot

__all__ = ["Judge", "content_of", "response_of"]


def response_of(operation: Operation, status: int) -> Response | None:
    """The response of a status: exact, else of its range, else the default.

    OpenAPI 3.1 section 4.8.16.
    """
    stated = {each.status.upper(): each for each in operation.responses}
    for key in (str(status), f"{status // 100}XX", "DEFAULT"):
        if key in stated:
            return stated[key]
    return None


def content_of(response: Response, media_type: str) -> Content | None:
    """The content of a media type, the most specific key first (section 4.8.14)."""
    seen = essence(media_type)
    stated = [(essence(each.media_type), each) for each in response.contents]
    for asked in (seen, f"{seen.partition('/')[0]}/*", "*/*"):
        for key, each in stated:
            if key == asked:
                return each
    alike = (each for key, each in stated if is_json(key) and is_json(seen))
    return next(alike, None)


@dataclass(frozen=True, slots=True)
class Judge:
    """Finds the deviations of answers to the operations of an API."""

    api: Api

    def deviations(self, operation: Operation, answer: Answer) -> tuple[Deviation, ...]:
        """Each departure once, in the order of the answer."""
        found = self._answer(operation, answer)
        return tuple({each.fact: each for each in reversed([*found])}.values())[::-1]

    def _answer(self, operation: Operation, answer: Answer) -> Iterator[Deviation]:
        response = response_of(operation, answer.status)
        parsed = parsed_of(answer)
        if response is None:
            known = ", ".join(each.status for each in operation.responses) or "none"
            yield Deviation(
                kind="status",
                operation=operation.pointer,
                place=operation.pointer,
                name=str(answer.status),
                says=f"one of {known}",
                seen=str(answer.status),
                sample=parsed,
            )
            return
        yield from self._headers(operation, response, answer)
        yield from self._body(operation, response, answer, parsed)

    def _headers(
        self, operation: Operation, response: Response, answer: Answer
    ) -> Iterator[Deviation]:
        seen = {name for name, _ in answer.headers}
        for each in response.headers:
            if each.required and each.name.lower() not in seen:
                yield Deviation(
                    kind="header",
                    operation=operation.pointer,
                    place=each.pointer,
                    name=each.name,
                    says="required",
                    seen="absent",
                )

    def _body(
        self,
        operation: Operation,
        response: Response,
        answer: Answer,
        parsed: Constant | None,
    ) -> Iterator[Deviation]:
        if not answer.body:
            return
        content = content_of(response, answer.media_type)
        if content is None:
            known = " or ".join(each.media_type for each in response.contents)
            yield Deviation(
                kind="media-type",
                operation=operation.pointer,
                place=response.pointer,
                name=essence(answer.media_type),
                says=known or "no body",
                seen=essence(answer.media_type) or "no media type",
                sample=parsed,
            )
            return
        if not is_json(answer.media_type) or is_stream(content):
            return
        if parsed is None:
            yield Deviation(
                kind="unreadable",
                operation=operation.pointer,
                place=content.pointer,
                says=content.media_type,
                seen="no JSON",
            )
        elif content.schema is not None:
            spot = Spot("", f"{content.pointer}/schema")
            inside = Inside(self.api, operation.pointer)
            yield from inside.value(content.schema, parsed.value, spot)


def parsed_of(answer: Answer) -> Constant | None:
    """The JSON of a body, if it is some (RFC 8259)."""
    if not answer.body or not is_json(answer.media_type):
        return None
    try:
        return Constant(value=json.loads(answer.body))
    except (ValueError, RecursionError):
        return None
