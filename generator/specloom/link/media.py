"""Media types (RFC 9110 section 8.3.1, RFC 6838)."""

from __future__ import annotations

__all__ = [
    "FORM_DATA",
    "essence",
    "is_events",
    "is_form",
    "is_json",
    "is_jsv",
    "is_multipart",
    "is_sequence",
    "is_structured",
    "is_text",
    "is_xml",
]


FORM_DATA = "multipart/form-data"
"""Parts with names (RFC 7578)."""


def essence(media_type: str) -> str:
    """Type and subtype in lower case, without parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """JSON and the `+json` types (RFC 6839 section 3.1)."""
    name = essence(media_type)
    return name in ("application/json", "text/json") or name.endswith("+json")


def is_jsv(media_type: str) -> bool:
    """ServiceStack's JSV."""
    return essence(media_type) in ("text/jsv", "application/jsv")


def is_form(media_type: str) -> bool:
    """`application/x-www-form-urlencoded`."""
    return essence(media_type) == "application/x-www-form-urlencoded"


def is_events(media_type: str) -> bool:
    """Server-sent events (HTML standard, section 9.2)."""
    return essence(media_type) == "text/event-stream"


def is_sequence(media_type: str) -> bool:
    """JSON texts in a row (OpenAPI 3.2 section 4.14.3; RFC 7464 for `json-seq`)."""
    name = essence(media_type)
    return name.endswith(("json-seq", "/jsonl", "/ndjson", "/x-ndjson", "/jsonlines"))


def is_multipart(media_type: str) -> bool:
    """Any multipart type (RFC 2046 section 5.1)."""
    return essence(media_type).startswith("multipart/")


def is_xml(media_type: str) -> bool:
    """XML and the `+xml` types (RFC 7303 section 4.2)."""
    name = essence(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")


def is_text(media_type: str) -> bool:
    """Text that is no JSON and no JSV."""
    name = essence(media_type)
    return name.startswith("text/") and not is_json(name) and not is_jsv(name)


def is_structured(media_type: str) -> bool:
    """Whether an object is written member by member, under their names."""
    named = essence(media_type) == FORM_DATA
    return is_json(media_type) or any((is_form(media_type), named, is_jsv(media_type)))
