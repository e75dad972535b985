"""Operations that answer with a stream of items, or that can."""

from __future__ import annotations

from .api import Content, Operation
from .media import is_events, is_sequence

__all__ = ["is_stream", "stream_of", "streams_too"]


def is_stream(content: Content) -> bool:
    """Whether a content is read item by item (OpenAPI 3.2 section 4.14.3)."""
    return is_events(content.media_type) or is_sequence(content.media_type)


def stream_of(operation: Operation) -> Content | None:
    """The stream that an operation answers with, or may answer with."""
    return next(filter(is_stream, _successes(operation)), None)


def streams_too(operation: Operation) -> bool:
    """Whether an operation answers with a stream or with something else, as asked."""
    contents = _successes(operation)
    return any(map(is_stream, contents)) and not all(map(is_stream, contents))


def _successes(operation: Operation) -> tuple[Content, ...]:
    return tuple(
        content
        for response in operation.responses
        if response.status.startswith("2") or response.status == "default"
        for content in response.contents
        if response.status != "default" or is_stream(content)
    )
