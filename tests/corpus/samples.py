"""Answers that a document promises: made up from its schemas, and its own examples."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from specloom.oracle.patterns import matching

from .documents import Place

__all__ = ["Answer", "answers", "sample"]

DEEP = 6
COMMON = ("text", "1", "12345678", "123456789012", "EUR", "en-US", "+491701234567")
"""Texts that many patterns allow."""
TEXTS: Mapping[str, str] = {
    "date-time": "2024-01-30T07:33:20Z",
    "date": "2024-01-30",
    "time": "07:33:20Z",
    "duration": "PT1H",
    "uuid": "4ec1c9ee-0f3c-4c5b-8a3e-2f6f5bd0c6a1",
    "byte": base64.b64encode(b"specloom").decode(),
    "base64": base64.b64encode(b"specloom").decode(),
    "base64url": base64.b64encode(b"specloom").decode(),
    "binary": base64.b64encode(b"specloom").decode(),
    "uri": "https://example.test/a",
    "email": "a@example.test",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "decimal": "12.50",
}
"""Formats of JSON Schema 2020-12, validation, section 7.3, and of OpenAPI's registry."""


class Impossible(Exception):  # noqa: N818
    """A schema that no value is of: its parts want different types."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A body that may come back."""

    method: str
    path: str
    status: str
    media_type: str
    body: str
    kind: str
    """`least`, `most` (members that need not be there, too) or `example`."""


def answers(method: str, path: str, operation: Place) -> Iterator[Answer]:
    """The JSON bodies that an operation documents."""
    for status, response in operation.members("responses"):
        if status.startswith("x-"):
            continue
        contents = list(response.members("content"))
        if not contents and response.get("schema") is not None:  # Swagger 2.0
            contents = [("application/json", response)]
        for media_type, content in contents:
            name = media_type.partition(";")[0].strip().lower()
            if not (name.endswith(("/json", "+json")) and "*" not in name):
                continue
            for kind, value in _bodies(content):
                known = status.upper() if status[1:].upper() == "XX" else status
                body = json.dumps(value)
                yield Answer(method, path, known, media_type, body, kind)


def _bodies(content: Place) -> Iterator[tuple[str, object]]:
    schema = content.get("schema")
    for kind in ("least", "most") if schema is not None else ():
        with suppress(Impossible):
            yield kind, sample(cast("Place", schema), whole=kind == "most")
    if content.is_object:
        values = cast("dict[str, object]", content.value)
        if "example" in values:
            yield "example", values["example"]
        for _, example in content.members("examples"):
            if example.is_object and "value" in cast(
                "dict[str, object]", example.value
            ):
                yield "example", cast("dict[str, object]", example.value)["value"]


def sample(schema: Place, *, whole: bool, depth: int = 0, sent: bool = False) -> object:
    """A value of a schema: the least, or with the optional members of the first levels.

    Raises:
        Impossible: There is none.
    """
    heir = _heir(schema) if depth < 3 * DEEP else None
    if heir is not None:
        return sample(heir, whole=whole, depth=depth + 1, sent=sent)
    parts = list(_parts(schema, depth))
    for own in (cast("dict[str, object]", part.value) for part in parts):
        if "const" in own:
            return own["const"]
        listed = own.get("enum")
        if isinstance(listed, list) and listed:
            return cast("list[object]", listed)[0]
    kinds = [_kind(cast("dict[str, object]", part.value)) for part in parts]
    if len({"number" if it == "integer" else it for it in kinds if it}) > 1:
        raise Impossible
    kind = next((it for it in kinds if it), "")
    described = any(part.get("properties") is not None for part in parts)
    if kind == "object" or (not kind and described):
        return _members(parts, whole=whole, depth=depth, sent=sent)
    if not kind and any(part.get("items") is not None for part in parts):
        kind = "array"
    telling = [part for part, it in zip(parts, kinds, strict=True) if it] or parts
    if not telling:
        return {}
    formatted = [part for part in telling if part.text("format")] or telling
    return _scalar(formatted[-1], kind, whole=whole, depth=depth, sent=sent)


def _parts(schema: Place, depth: int, level: int = 0) -> Iterator[Place]:
    """The schema, all that it takes in, and the first member of each union."""
    if not schema.is_object or level > DEEP:
        return
    for part in schema.items("allOf"):
        yield from _parts(part, depth, level + 1)
    for keyword in ("oneOf", "anyOf"):
        if depth > 3 * DEEP:
            break
        members = [it for it in schema.items(keyword) if not _only_null(it)]
        plain = [it for it in members if it.get("properties") is None]
        # The simplest member where recursion has to end.
        for member in (plain if depth > DEEP and plain else members)[:1]:
            yield from _parts(member, depth, level + 1)
    yield schema


def _only_null(member: Place) -> bool:
    return member.value in ({"type": "null"}, {"nullable": True}) or (
        member.text("type") == "null"
    )


def _kind(own: Mapping[str, object]) -> str:
    kind = own.get("type")
    if isinstance(kind, list):
        kinds = [it for it in cast("list[object]", kind) if it != "null"]
        kind = kinds[0] if kinds else "null"
    return kind if isinstance(kind, str) else ""


def _members(
    parts: list[Place], *, whole: bool, depth: int, sent: bool
) -> dict[str, object]:
    required: dict[str, None] = {}
    for part in parts:
        stated = cast("dict[str, object]", part.value).get("required")
        names = cast("list[object]", stated) if isinstance(stated, list) else []
        required.update(dict.fromkeys(str(name) for name in names))
    found: dict[str, object] = {}
    told = dict(_told(parts))
    hidden: set[str] = set()
    closed: set[str] = set()
    for part in parts:
        for name, member in part.members("properties"):
            if name in closed:
                continue
            if not {"const", "enum"}.isdisjoint(member.object):
                closed.add(name)
            wanted = name in required or (whole and depth < DEEP)
            if member.object.get("readOnly" if sent else "writeOnly") is True:
                hidden.add(name)
            elif wanted and depth < 4 * DEEP:
                value = sample(member, whole=whole, depth=depth + 1, sent=sent)
                value = told.get(name, value) if value == "text" else value
                if value != {} or name not in found:
                    found[name] = value
    stated = (part.get("additionalProperties") for part in parts)
    others = [each for each in stated if each is not None and each.is_object]
    rest: dict[str, object] = {
        name: sample(others[0], whole=whole, depth=depth + 1) if others else "text"
        for name in required
        if name not in found
    }
    return {
        name: it for name, it in {**told, **found, **rest}.items() if name not in hidden
    }


def _told(parts: list[Place]) -> Iterator[tuple[str, object]]:
    """A value of each discriminator that means the first member of its union.

    OpenAPI 3.1 section 4.8.25: a key of the mapping, else the component's name.
    """
    for part in parts:
        stated = part.get("discriminator")
        name = "" if stated is None else stated.text("propertyName")
        if stated is None or not name:
            continue
        reference = _first(part)
        mapping = stated.get("mapping")
        named: Mapping[str, object] = {} if mapping is None else mapping.object
        key = next((k for k, to in named.items() if reference in ("", to)), "")
        yield name, key or reference.rpartition("/")[2] or "text"


def _heir(schema: Place) -> Place | None:
    """What the first key of a base schema's discriminator means."""
    stated = schema.get("discriminator")
    mapping = None if stated is None else stated.get("mapping")
    if mapping is None or schema.object.keys() & {"oneOf", "anyOf"}:
        return None
    reference = next(iter(mapping.object.values()), "")
    if not isinstance(reference, str) or "#" not in reference:
        return None
    heir = Place(schema.file, schema.root, {"$ref": reference}).followed()
    return heir if heir.is_object and "discriminator" not in heir.object else None


def _first(part: Place) -> str:
    """The reference of the first member of a union, or ""."""
    value = cast("dict[str, object]", part.value)
    for keyword in ("oneOf", "anyOf"):
        members = value.get(keyword)
        if isinstance(members, list) and members:
            first = cast("list[object]", members)[0]
            if isinstance(first, dict):
                return str(cast("dict[str, object]", first).get("$ref", ""))
    return ""


def _scalar(schema: Place, kind: str, *, whole: bool, depth: int, sent: bool) -> object:
    own = cast("dict[str, object]", schema.value)
    match kind:
        case "array":
            least = own.get("minItems")
            count = least if isinstance(least, int) else 1 if whole else 0
            items = schema.get("items")
            if items is None or depth > 3 * DEEP:
                return []
            return [sample(items, whole=whole, depth=depth + 1, sent=sent)] * min(
                count, 100
            )
        case "integer" | "number":
            return _number(own, kind)
        case "boolean":
            return True
        case "null":
            return None
        case "string":
            return _text(own)
        case _:
            return {}


def _matching(pattern: str, least: int) -> str:
    """A text that a pattern allows, or "" where none is known."""
    try:
        known = re.compile(pattern)
    except re.error:
        return ""
    tried = (
        each for each in (*COMMON, *matching(pattern, least)) if len(each) >= least
    )
    return next((each for each in tried if known.search(each)), "")


def _number(own: Mapping[str, object], kind: str) -> object:
    least, most = own.get("minimum"), own.get("maximum")
    value = 1.5 if kind == "number" else 1
    if isinstance(least, int | float) and not isinstance(least, bool):
        value = max(value, least + 1)
    if isinstance(most, int | float) and not isinstance(most, bool):
        value = min(value, most)
    return int(value) if kind == "integer" else value


def _text(own: Mapping[str, object]) -> str:
    encoding = own.get("contentEncoding")
    format_ = own.get("format")
    if encoding in ("base64", "base64url"):
        format_ = "byte"
    known = TEXTS.get(format_) if isinstance(format_, str) else None
    if known is not None:
        return known
    least, most = own.get("minLength"), own.get("maxLength")
    pattern = own.get("pattern")
    if isinstance(pattern, str):
        text = _matching(pattern, least if isinstance(least, int) else 0)
        if text:
            return text
    text = "text"
    if isinstance(least, int):
        text = text.ljust(min(least, 10_000), "x")
    return text[:most] if isinstance(most, int) else text
