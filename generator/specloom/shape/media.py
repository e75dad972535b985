"""What the bytes of a media type are in Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..link import (
    AnyValue,
    Content,
    Response,
    String,
    essence,
    is_file,
    is_json,
    is_jsv,
    is_row,
    is_stream,
    is_structured,
    is_text,
    notations,
    resolve,
)
from .annotation import Annotation, Annotations, Use, either, plain

__all__ = ["answer_type", "answers", "argument_type", "refusals", "sent_as"]


def answers(annotations: Annotations, response: Response) -> tuple[Content, ...]:
    """The contents of a response that the client asks for and reads.

    Where JSON is offered, other notations of the same schema are not asked for.
    """
    contents = tuple(each for each in response.contents if not is_stream(each))
    read = {each.media_type for each in contents if _read(annotations, each)}
    return notations(annotations.api, contents, read.__contains__)


def _read(annotations: Annotations, content: Content) -> bool:
    """Whether the runtime reads typed values out of a body."""
    name = essence(content.media_type)
    if is_json(name) or is_jsv(name):
        return not is_file(annotations.api, content)
    anything = name in ("*/*", "application/*", "")
    return anything and content.schema is not None and not _raw(annotations, content)


def _raw(annotations: Annotations, content: Content) -> bool:
    """Whether a schema says no more than "bytes" or "text"."""
    if content.schema is None:
        return True
    shape = resolve(annotations.api, content.schema).shape
    return isinstance(shape, String | AnyValue)


def answer_type(annotations: Annotations, content: Content, use: Use) -> Annotation:
    """What a call returns for a content."""
    if _read(annotations, content):
        if content.schema is None:
            return plain("JsonValue", use.runtime("JsonValue"))
        return annotations.annotation(content.schema, use)
    if _texts(annotations, content):
        return use.builtin("str")
    if use.place == "operations" and _may_be_json(content):
        return plain("RAW", use.runtime("RAW", "operations"))
    return use.builtin("bytes")


def refusals(
    annotations: Annotations, response: Response, use: Use
) -> Iterator[tuple[str, Annotation]]:
    """The media types of a failure, and what its body is under each.

    Documents tell errors as objects of the media type of the success, a picture or a file
    say, of which there are none: services then answer in JSON.
    """
    for content in response.contents:
        yield content.media_type, answer_type(annotations, content, use)
    if any(_read(annotations, each) for each in response.contents):
        return
    for content in response.contents:
        if content.schema is not None and not _raw(annotations, content):
            yield "application/json", annotations.annotation(content.schema, use)
            return


def _may_be_json(content: Content) -> bool:
    """Whether bytes may come under a media type whose texts are read elsewhere."""
    return is_json(content.media_type) or "*" in essence(content.media_type)


def _texts(annotations: Annotations, content: Content) -> bool:
    name = essence(content.media_type)
    if is_text(name) or name.endswith(("/xml", "+xml", "/yaml", "/x-ndjson")):
        return True
    if content.schema is None or name != "*/*":
        return False
    shape = resolve(annotations.api, content.schema).shape
    return isinstance(shape, String) and shape.format not in ("binary", "byte")


def sent_as(annotations: Annotations, content: Content) -> str:
    """The media type that is written: a range is no type of its own.

    Of pictures and the like, files say which it is.
    """
    name = essence(content.media_type)
    kind, _, sort = name.partition("/")
    if "*" not in name and sort:
        return content.media_type
    if not _raw(annotations, content):
        return "application/json"
    if kind == "text":
        return "text/plain"
    return "application/octet-stream" if kind in ("*", "application") else name


def argument_type(
    annotations: Annotations, contents: tuple[Content, ...], use: Use
) -> Annotation:
    """What a caller gives as the whole body."""
    return either(_argument_types(annotations, contents, use))


def _argument_types(
    annotations: Annotations, contents: tuple[Content, ...], use: Use
) -> Iterator[Annotation]:
    for content in contents:
        written = is_structured(sent_as(annotations, content))
        if written and not is_file(annotations.api, content):
            if content.schema is None:
                yield plain("JsonValue", use.runtime("JsonValue"))
            else:
                yield annotations.annotation(content.schema, use)
        elif content.schema is not None and is_row(annotations.api, content):
            row = replace(use, argument=True, files=True)
            yield annotations.annotation(content.schema, row)
        elif _texts(annotations, content):
            yield either((use.builtin("str"), use.builtin("bytes")))
        else:
            file = plain("File", use.runtime("File", "files"))
            ranged = sent_as(annotations, content).endswith("/*")
            yield file if ranged else either((use.builtin("bytes"), file))
