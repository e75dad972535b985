"""What was asked and answered, kept for later: one file a request, without secrets.

A cassette can be judged again when the document changes, and the testing kit of the
package plays it: `from shop.testing import replay`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

import msgspec
from msgspec.structs import replace

from ..link import Api, JsonValue, is_json
from ..oracle import Sent
from ..read import Source
from .deviation import Answer
from .hiding import Hiding
from .judging import content_of, response_of
from .planning import Step, known_as

__all__ = ["Cassette", "answer_of", "cassettes", "filed", "record", "stamp"]

EXACT: Final = msgspec.json.Decoder(float_hook=Decimal)
WRITING: Final = msgspec.json.Encoder(decimal_format="number")


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """The document that a recording was made with."""

    title: str
    version: str
    sha256: str
    """Of the texts of all its files."""


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A request without its credentials."""

    method: str
    url: str
    headers: dict[str, str] = {}
    body: str = ""


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A response: its body as JSON, else as text, else as bytes in base64."""

    status: int
    headers: dict[str, str] = {}
    json: msgspec.Raw = msgspec.Raw(b"")
    text: str = ""
    base64: str = ""


class Cassette(msgspec.Struct, frozen=True, kw_only=True):
    """One recorded call. `operation` is its id, or its method and path."""

    document: Stamp
    operation: str
    request: Asked
    response: Said


def stamp(api: Api, source: Source) -> Stamp:
    """What tells one state of a document from another."""
    texts = (f"{name}\0{file.text}\0" for name, file in source.files.items())
    return Stamp(
        title=api.title,
        version=api.version,
        sha256=sha256("".join(texts).encode()).hexdigest(),
    )


def record(api: Api, step: Step, answer: Answer, stamped: Stamp) -> Cassette:
    """A call as it may be kept: what the document calls sensitive is replaced."""
    return Cassette(
        document=stamped,
        operation=known_as(step.operation),
        request=_asked(step.open),
        response=_said(api, step, answer),
    )


def _asked(sent: Sent) -> Asked:
    return Asked(
        method=sent.method,
        url=sent.url,
        headers=dict(sent.headers),
        body=sent.body.decode(errors="replace"),
    )


def _said(api: Api, step: Step, answer: Answer) -> Said:
    response = response_of(step.operation, answer.status)
    stated = response.headers if response else ()
    kept = {"content-type", *(each.name.lower() for each in stated)} - {"set-cookie"}
    headers = {name: text for name, text in answer.headers if name in kept}
    said = Said(status=answer.status, headers=headers)
    if is_json(answer.media_type):
        try:
            value = cast("JsonValue", EXACT.decode(answer.body))
        except msgspec.DecodeError:
            return replace(said, text=answer.body.decode(errors="replace"))
        content = response and content_of(response, answer.media_type)
        if content and content.schema is not None:
            value = Hiding(api).open(content.schema, value)
        return replace(said, json=msgspec.Raw(WRITING.encode(value)))
    try:
        return replace(said, text=answer.body.decode())
    except UnicodeDecodeError:
        return replace(said, base64=base64.b64encode(answer.body).decode())


def answer_of(cassette: Cassette) -> Answer:
    """The answer as it came, as far as it was kept."""
    said = cassette.response
    body = bytes(said.json) or said.text.encode() or base64.b64decode(said.base64)
    return Answer(status=said.status, headers=tuple(said.headers.items()), body=body)


def filed(cassette: Cassette) -> tuple[str, bytes]:
    """The name of a cassette's file, and its text."""
    name = cassette.operation
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")
    if plain != name:
        plain = f"{plain}-{sha256(name.encode()).hexdigest()[:4]}".strip("-")
    text = msgspec.json.format(msgspec.json.encode(cassette), indent=2)
    return f"{plain}.json", text + b"\n"


def cassettes(folder: Path) -> Iterator[tuple[Path, Cassette]]:
    """The cassettes of a folder, by name.

    Raises:
        msgspec.DecodeError: A file is no cassette.
    """
    for path in sorted(folder.glob("*.json")):
        yield path, msgspec.json.decode(path.read_bytes(), type=Cassette)
