"""The answers that a document shows, as data for the fake of the testing kit."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..link import Api, Content, Operation, is_json
from ..name import Names

__all__ = ["examples"]


def examples(api: Api, names: Names) -> str:
    """JSON: by operation, status, media type and body of the first example each."""
    found = {
        _name(names, operation): list(_shown(operation)) for operation in api.operations
    }
    lines = (
        f"  {json.dumps(name)}: {json.dumps(shown, ensure_ascii=False)}"
        for name, shown in found.items()
        if shown
    )
    text = ",\n".join(lines)
    return f"{{\n{text}\n}}\n" if text else "{}\n"


def _name(names: Names, operation: Operation) -> str:
    name = names.operations[operation.pointer]
    return f"{names.resources[name.resource].attribute}.{name.method}"


def _shown(operation: Operation) -> Iterator[tuple[str, str, str]]:
    for response in operation.responses:
        if response.status.isdigit():
            for content in response.contents:
                body = _body(content)
                if body is not None:
                    yield response.status, content.media_type, body
                    break


def _body(content: Content) -> str | None:
    for example in content.examples[:1]:
        if is_json(content.media_type):
            return json.dumps(example.value, ensure_ascii=False, separators=(",", ":"))
        if isinstance(example.value, str):
            return example.value
    return None
