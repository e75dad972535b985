"""The wire facts of operations: frozen data that generated code states once.

They are `msgspec.Struct`s because a large document has thousands of them: making one
costs a tenth of a frozen dataclass, and so does defining the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar

import msgspec

if TYPE_CHECKING:
    from .errors import ApiStatusError
    from .servers import Server
    from .transport import Headers

__all__ = [
    "RAW",
    "Answer",
    "Encoding",
    "Envelope",
    "Failure",
    "Operation",
    "Pagination",
    "Parameter",
    "Waiter",
    "streaming",
]

T_co = TypeVar("T_co", covariant=True)
ItemT_co = TypeVar("ItemT_co", covariant=True)

ErrorClass: TypeAlias = "type[ApiStatusError]"

NONE: Mapping[str, ErrorClass] = MappingProxyType({})


class Parameter(msgspec.Struct, frozen=True):
    """How a parameter is written where that is not its location's default.

    The defaults are those of OpenAPI 3.1 section 4.8.12.2: `simple` for path and
    header, `form` for query and cookie; `explode` is true for `form` alone.
    """

    location: str
    """`path`, `query`, `header`, `cookie` or `querystring` (OpenAPI 3.2)."""
    name: str
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str = ""
    """Set where `content` describes the parameter: the value is encoded, then escaped."""
    type: object = None
    """The annotation, only where it decides the wire form (`UnixTime`)."""
    secret: bool = False
    """Masked in errors."""
    deprecated: str = ""
    """The name of the argument, if callers who give it are warned."""


class Encoding(msgspec.Struct, frozen=True):
    """How one member of a form is written (OpenAPI 3.1 section 4.8.15).

    `name` is the number of a part from 0 on where parts have no names, and "" for all that
    nothing else is said of (OpenAPI 3.2 section 4.14.5).
    """

    name: str
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    """Further header fields of the part."""


class Envelope(msgspec.Struct, frozen=True):
    """`x-envelope`: success and failure inside one body. Members are paths of names."""

    ok: tuple[str, ...]
    equals: bool | int | float | str | None
    data: tuple[str, ...]
    message: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()


RAW: object = Annotated[bytes, "as they are"]
"""The type of a body that is a file, whatever its media type: no text of JSON."""


class Outcome(msgspec.Struct, frozen=True):
    """A documented response: status, media type (as documented), the body's type.

    `code` is the path of the error code inside a body that means failure (`envelope.ok`
    where it is empty), and `codes` says which exception each code raises.
    """

    status: str
    """A code, a range such as `2XX`, or `default`."""
    media_type: str = ""
    type: object = None
    """`None` for no body."""
    envelope: Envelope | None = None
    code: tuple[str, ...] = ()
    codes: Mapping[str, ErrorClass] = NONE


class Answer(Outcome, frozen=True):
    """A success. With an envelope, `type` describes its data: what the call returns."""


class Failure(Outcome, frozen=True, kw_only=True):
    """A failure, and the exception that it raises. `type` describes the whole body."""

    error: ErrorClass


class Pagination(msgspec.Struct, Generic[ItemT_co], frozen=True, kw_only=True):
    """`x-pagination`: how the next page of a list is asked for."""

    style: str
    """`cursor`, `page`, `offset`, `link` (the header) or `url` (in the body)."""
    items: tuple[str, ...] = ()
    """The list inside of what a call returns, by names in Python; nothing for itself."""
    parameter: str = ""
    """The query parameter that asks for a page."""
    next: tuple[str, ...] = ()
    """Where the body says the next cursor or URL."""
    cursor: str = ""
    """The member of the last item that is the next cursor, by its name in Python."""
    more: tuple[str, ...] = ()
    """Where the body says whether there is more."""
    first: int = 1
    """The first page, or the first offset."""


class Waiter(msgspec.Struct, frozen=True, kw_only=True):
    """`x-waiter`: which state of an answer is waited for."""

    member: tuple[str, ...]
    """Where the body says the state."""
    until: tuple[str | int | bool, ...]
    """The states that are waited for."""
    unless: tuple[str | int | bool, ...] = ()
    """The states after which those cannot come."""
    every: float = 2.0
    """Seconds between the first two questions; later ones are further apart."""
    within: float = 600.0
    """Seconds after which nobody waits any more."""


class Operation(msgspec.Struct, Generic[T_co], frozen=True, kw_only=True, eq=False):
    """One method of one path; `T_co` is what a call returns. Compared by identity."""

    name: str
    """As callers write it: `customers.register`."""
    method: str
    path: str
    """The template as the document has it, a fixed `?query` included."""
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[str, ...] = ()
    """Media types of the request body; the first is the default."""
    body_type: object = None
    """The body's annotation, only where it decides the wire form."""
    encodings: Mapping[str, tuple[Encoding, ...]] = MappingProxyType({})
    """By media type of the body."""
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives, each of which needs all its schemes; an empty one needs nothing."""
    server: Server | None = None
    """Only where the operation or its path has a server of its own."""
    deprecated: bool = False
    """Callers are warned."""
    unsafe: bool = False
    """`x-unsafe`: never repeated, whatever the method promises."""
    idempotency: str = ""
    """`x-idempotency`: the header that carries a key which makes repeating safe."""
    reconcile: str = ""
    """The operation that tells what became of a call whose answer was lost."""
    linked: bool = False
    """Answers lead to other calls, for which they keep what was asked."""
    answers: tuple[Answer, ...] = ()
    failures: tuple[Failure, ...] = ()
    headers: type[Headers] | None = None
    """What the header fields of successes are, where the document says it."""


def streaming(
    operation: Operation[object], answers: tuple[Answer, ...]
) -> Operation[Any]:
    """The same operation, asked for its stream: answers are those of one item.

    `Any` stands for the item's type, which the constant's annotation states.
    """
    name = f"{operation.name}_stream"
    return msgspec.structs.replace(operation, name=name, answers=answers)
