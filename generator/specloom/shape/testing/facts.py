"""What tests state of operations, as expressions: a call with its request, an answer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ...link import JsonValue, Operation, is_json
from ...oracle import Reply, Sent
from ..examples import shown
from ..expressions import bytes_text, wrapped, wrapped_text
from ..text import literal

__all__ = [
    "ANY",
    "LONG",
    "body_of",
    "fact",
    "listed",
    "media",
    "number_of",
    "part_rows",
    "request",
    "usual",
]

JSON = "application/json"
SECURED = "SECURED"
"""What the headers are called that credentials add to most calls."""
TYPE = "Content-Type"
ANY = "mock.ANY"
"""Stands for what cannot be said."""
LONG = 80
"""Bytes: an example that takes more stands among the document's examples only."""
WIDTH = 73
"""Characters of a text that fit on a line of a statement."""


def fact(word: str, /, *given: str, **named: str) -> str:
    """`Sends("odd values", ...)`: what is named "" is left out."""
    more = (f"{name}={said}" for name, said in named.items() if said)
    return f"{word}({', '.join([*given, *more])})"


def request(
    sent: Sent,
    known: Sent | None = None,
    body: str = "",
    secured: Mapping[str, str] | None = None,
) -> tuple[str, Mapping[str, str]]:
    """Method and address; then what else travels, of headers only what is not known.

    Those that credentials add to most calls (`secured`) have a name.
    """
    told: dict[str, str | None] = {**dict(sent.headers)}
    if known is not None:
        usual = dict(known.headers)
        told = {k: v for k, v in told.items() if usual.get(k) != v}
        told |= {name: None for name in usual if name not in dict(sent.headers)}
    told.pop(TYPE, None)
    told = {**_content_type(sent, known), **told}
    named = bool(secured) and told.items() >= (secured or {}).items()
    told = {k: v for k, v in told.items() if not (named and secured and k in secured)}
    pairs = [f"{literal(name)}: {literal(value)}" for name, value in told.items()]
    if known is None:
        pairs += [f"{literal(name)}: {ANY}" for name in sent.random]
    return wrapped_text(f"{sent.method} {sent.url}", WIDTH), {
        "headers": _headers(pairs, named=named),
        "body": body or (wrapped(sent.body, WIDTH) if sent.body else ""),
        "parts": f"[{', '.join(part_rows(sent))}]" if sent.parts else "",
    }


def _headers(pairs: list[str], *, named: bool) -> str:
    if not named:
        return f"{{{', '.join(pairs)}}}" if pairs else ""
    return f"{{{', '.join([*pairs, f'**{SECURED}'])}}}" if pairs else SECURED


def _content_type(sent: Sent, known: Sent | None) -> Mapping[str, str | None]:
    """The header where it is not what a body has anyway: JSON, or the first one's."""
    if sent.parts:
        return {}
    implied = JSON if sent.body else None
    if known is not None:
        implied = _content_type(known, None).get(TYPE, implied)
    wanted = dict(sent.headers).get(TYPE)
    return {TYPE: wanted} if wanted != implied else {}


def part_rows(sent: Sent) -> Iterator[str]:
    """The parts of a multipart body."""
    for part in sent.parts:
        yield (
            f"({literal(part.name)}, {literal(part.filename)}, "
            f"{literal(part.content_type)}, {wrapped(part.body)})"
        )


def body_of(reply: Reply) -> str:
    """The body of an answer in full."""
    return bytes_text(reply.body) if reply.body else "None"


def usual(replies: Iterable[Reply]) -> str:
    """The media type that most answers have."""
    kinds = Counter(each.media_type for each in replies if each.body)
    kinds[JSON] += 1
    return max(kinds, key=lambda kind: (kinds[kind], kind == JSON))


def media(reply: Reply, usual: str) -> str:
    """The media type of an answer, "" where it is the usual one."""
    kind = reply.media_type if reply.body else usual
    return "" if kind in ("", usual) else literal(kind)


def number_of(reply: Reply, operation: Operation) -> int | None:
    """Which of the document's examples for its status an answer of JSON is."""
    if not is_json(reply.media_type):
        return None
    value, status = json.loads(reply.body), str(reply.status)
    texts = [text for at, _, text in shown(operation) if at == status]
    return next((n for n, text in enumerate(texts) if _says(text, value)), None)


def _says(text: str, value: JsonValue) -> bool:
    try:
        return bool(json.loads(text) == value)
    except ValueError:
        return False


def listed(texts: Iterable[str]) -> str:
    """Texts as a list, "" where there are none."""
    found = [literal(each) for each in texts]
    return f"[{', '.join(found)}]" if found else ""
