"""Bodies as values and values as bodies.

JSON is built in. Any other format that a package needs is entered in `FORMATS`; its
client does that once (`codec.FORMATS.update(jsv.FORMATS)`).

Date-times keep the offset that they travel with; without one they are naive. Numbers
with a fraction are floats unless the document says decimal; decimals are exact, whether
they travel as numbers or as text.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Protocol, cast

import msgspec

from . import drift
from .columns import decoder, parser, reader
from .deviations import DecodeFailure, Deviation
from .files import File, Part
from .hints import read
from .models import JsonValue
from .operations import RAW
from .plain import outline
from .reach import open_inside
from .rules import verify
from .shapes import Nullable, Scalar, Shape, describe

__all__ = [
    "FORMATS",
    "DecodeFailure",
    "Format",
    "decode",
    "encode",
    "plain",
    "prepare",
    "verify",
]


class Format(Protocol):
    """A text format other than JSON, under its media types in `FORMATS`."""

    def decode(self, data: bytes, shape: Shape) -> tuple[object, tuple[Deviation, ...]]:
        """What a body is. Raises `DecodeFailure` where it is not what it must be."""
        ...

    def encode(self, value: object) -> bytes:
        """The body that `plain.outline` of a value is."""
        ...

    def members(self, data: bytes) -> dict[str, bytes]:
        """The members of a body that is an object, each as its own text."""
        ...


FORMATS: dict[str, Format] = {}
"""By media type without parameters, in lower case."""

DECODERS: dict[object, Callable[[bytes], object]] = {}
ENCODER = msgspec.json.Encoder(decimal_format="number")
BOM = b"\xef\xbb\xbf"


def decode(
    data: bytes, annotation: object, media_type: str
) -> tuple[object, tuple[Deviation, ...]]:
    """What a body is, and where it departs from its annotation without harm.

    A text under `str` and bytes under `bytes` are taken as they are, unless the media
    type is a format that has texts of its own.

    Raises:
        DecodeFailure: Something required is not there or does not fit.
    """
    if annotation is RAW:
        return data, ()
    essence, charset = parts(media_type)
    form = FORMATS.get(essence)
    if form is not None:
        return form.decode(recoded(data, charset), read(annotation))
    if not structured(essence):
        match kind(read(annotation)):
            case Scalar(type=of) if of is bytes:
                return data, ()
            case Scalar(type=of) if of is str:
                return recoded(data, charset).decode(errors="replace"), ()
            case _:
                pass
    decoded = DECODERS.get(annotation) or prepare(annotation)
    try:
        return decoded(data), ()
    except (ValueError, RecursionError):
        return tolerant(data, annotation, charset)


def tolerant(
    data: bytes, annotation: object, charset: str
) -> tuple[object, tuple[Deviation, ...]]:
    """As `decode`, after the fast way failed."""
    shape = read(annotation)
    text = recoded(data, charset)
    if not text.strip():
        if annotation is None:
            return None, ()
        raise DecodeFailure((Deviation("", describe(shape), "nothing"),))
    if open_inside(shape):
        with suppress(ValueError, RecursionError):
            return reader(shape)([parser(shape).decode(text)])[0], ()
    return drift.read(shape, drift.parse(text))


def prepare(annotation: object) -> Callable[[bytes], object]:
    """Build now what the first `decode` of an annotation would build.

    Raises:
        NameError: It names what its module does not have.
        TypeError: No value of that type travels.
    """
    ready = decoder(read(annotation))
    return DECODERS.setdefault(annotation, ready)


def encode(value: object, media_type: str, annotation: object = None) -> bytes:
    """A value as a body. The annotation matters only where it decides the wire form.

    Raises:
        ValueError: A value has no form in this format.
    """
    shape = None if annotation is None else read(annotation)
    form = FORMATS.get(parts(media_type)[0])
    if form is not None:
        return form.encode(outline(value, shape, lambda scalar: scalar))
    try:
        return ENCODER.encode(outline(value, shape, writable))
    except TypeError as error:
        raise ValueError(f"JSON has no form for it: {error}") from None


def plain(value: object, annotation: object = None) -> JsonValue:
    """A value as JSON has it, but decimals stay exact (`Decimal`) and files stay files."""
    shape = None if annotation is None else read(annotation)
    return cast("JsonValue", outline(value, shape, simple))


def writable(value: object) -> object:
    """A scalar as the encoder of JSON takes it: bytes become base64 (RFC 4648 section 4).

    Raises:
        ValueError: JSON has no such value.
    """
    if isinstance(value, float | Decimal) and not isfinite(value):
        raise ValueError(f"JSON has no number {value}")
    if isinstance(value, Part):
        return value.content
    if isinstance(value, File):
        raise ValueError("JSON has no form for files")
    return value


def simple(value: object) -> object:
    """A scalar as JSON has it, decimals and files aside.

    Raises:
        ValueError: JSON has no such value.
    """
    if isinstance(value, File):
        return value
    try:
        return msgspec.to_builtins(writable(value), builtin_types=(Decimal,))
    except TypeError:
        name = type(value).__name__
        raise ValueError(f"JSON has no form for a `{name}`") from None


@lru_cache(maxsize=256)
def parts(media_type: str) -> tuple[str, str]:
    """A media type in lower case without its parameters, and its `charset`."""
    essence, *parameters = media_type.lower().split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            return essence.strip(), value.strip().strip('"')
    return essence.strip(), ""


def structured(essence: str) -> bool:
    """Whether a media type is JSON."""
    return essence.endswith(("/json", "+json"))


def recoded(data: bytes, charset: str) -> bytes:
    """A text as UTF-8 without byte order mark."""
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        with suppress(LookupError, UnicodeError):
            data = data.decode(charset).encode()
    return data.removeprefix(BOM)


def kind(shape: Shape) -> Shape:
    """A shape without null."""
    return shape.shape if isinstance(shape, Nullable) else shape
