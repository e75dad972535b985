"""Operations whose successes describe header fields."""

from __future__ import annotations

from collections.abc import Mapping

from .api import Header, Operation
from .streams import stream_of, streams_too

__all__ = ["headed"]


def headed(operation: Operation) -> Mapping[str, tuple[Header, ...]]:
    """The header fields of successes by name in lower case, once a success that has it.

    What only streams has none: its items come without the response.
    """
    if stream_of(operation) is not None and not streams_too(operation):
        return {}
    stated = [each for each in operation.responses if each.status[:1] in "123"]
    found: dict[str, list[Header]] = {}
    for response in stated or operation.responses:
        if stated or response.status == "default":
            for header in response.headers:
                found.setdefault(header.name.lower(), []).append(header)
    return {name: tuple(each) for name, each in found.items()}
