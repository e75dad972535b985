"""The answers that a document shows, as data for the fake of the testing kit."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..link import Api, Content, Operation, is_json
from ..name import Names

__all__ = ["examples", "shown"]


def examples(api: Api, names: Names) -> str:
    """JSON: by operation, status, media type and body of each example."""
    found = {
        _name(names, operation): list(shown(operation)) for operation in api.operations
    }
    lines = (
        f"  {json.dumps(name)}: {json.dumps(every, ensure_ascii=False)}"
        for name, every in found.items()
        if every
    )
    text = ",\n".join(lines)
    return f"{{\n{text}\n}}\n" if text else "{}\n"


def _name(names: Names, operation: Operation) -> str:
    name = names.operations[operation.pointer]
    return f"{names.resources[name.resource].attribute}.{name.method}"


def shown(operation: Operation) -> Iterator[tuple[str, str, str]]:
    """Status, media type and body of each example, of one content a response."""
    for response in operation.responses:
        if response.status.isdigit():
            for content in response.contents:
                bodies = list(_bodies(content))
                yield from ((response.status, content.media_type, b) for b in bodies)
                if bodies:
                    break


def _bodies(content: Content) -> Iterator[str]:
    for example in content.examples:
        if is_json(content.media_type):
            yield json.dumps(example.value, ensure_ascii=False, separators=(",", ":"))
        elif isinstance(example.value, str):
            yield example.value
