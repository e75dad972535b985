"""What a package's own tests state of an operation: its requests, answers and failures.

    GET = Operation(
        "customers.get",
        Sends(lambda client: client.customers.get(id="7"), "GET /customers/7"),
        Answers(200, models.Customer),
        Raises(404, models.Problem, errors.NotFoundError),
    )

A model stands for the least object of it: what is required and no more.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from .errors import ApiError, ApiStatusError
from .network import JSON, Part, Wire
from .objects import text

__all__ = [
    "KINDS",
    "SAME",
    "Answers",
    "Client",
    "Drifts",
    "Escapes",
    "Example",
    "Keeps",
    "Opens",
    "Operation",
    "Raises",
    "Reads",
    "Sends",
    "Shows",
    "Statement",
    "body",
    "label",
    "warned",
]

ClientT = TypeVar("ClientT")
KindT = TypeVar("KindT")

SAME: Final = object()
"""The result that is what the body says."""
SAFE: Final = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE")
"""How requests begin that may be sent twice (RFC 9110 section 9.2.2)."""


@dataclass(frozen=True)
class Sends(Generic[ClientT]):
    """A call, and the request that it must send, byte for byte."""

    call: Callable[[ClientT], object]
    request: str
    """Method and address, of which the service's own beginning is left out."""
    headers: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    """After the first call those that differ from its own; `None` is not sent.

    A body is JSON where no header says otherwise.
    """
    body: object = None
    """Bytes, or what JSON says: models in it stand for themselves."""
    parts: Sequence[Part] = ()
    """Of a multipart body."""
    name: str = ""
    """Of the document's example, or what else is special."""
    warns: Sequence[str] = ()
    """What the warnings of the call speak of."""


class Escapes(Sends[ClientT]):
    """The same with every argument, its values odd: other scripts, reserved characters."""


class Keeps(Sends[ClientT]):
    """The same with values that are empty, zero or null, and are sent all the same."""


@dataclass(frozen=True)
class Answers:
    """An answer that means success, and what the call returns for it."""

    status: int
    body: object = None
    result: object = SAME
    media_type: str = ""
    """Where it is not the operation's usual one."""


@dataclass(frozen=True)
class Shows:
    """An example of the document, by status and number, of which nothing may be lost."""

    status: int
    number: int = 0
    place: str = ""
    """Where the result stands in an envelope."""


@dataclass(frozen=True)
class Example:
    """Stands for a body that the document shows, by its number for a status."""

    number: int = 0


@dataclass(frozen=True)
class Raises:
    """An answer that means failure, and the error that it becomes."""

    status: int
    body: object
    error: type[ApiStatusError]
    media_type: str = ""
    """Where it is not the operation's usual one."""
    kind: type[object] | tuple[type[object], ...] | None = None
    """Of the parsed body, where it is not what the body says."""
    code: object = None
    message: str = ""
    detail: object = None


Statement: TypeAlias = Sends[ClientT] | Answers | Shows | Raises

KINDS: Final[Mapping[str, type[Statement[Any]]]] = {
    "sends": Sends,
    "escapes": Escapes,
    "keeps": Keeps,
    "answers": Answers,
    "shows": Shows,
    "raises": Raises,
}
"""What is stated, by the name that tests have for it."""


class Operation(Generic[ClientT]):
    """An operation with what is stated of it. Its first call is the one that tests make.

    `repeats` says whether it may be sent twice, where its method says otherwise;
    `media_type` is the usual one of its answers.
    """

    def __init__(
        self,
        name: str,
        *stated: Statement[ClientT],
        repeats: bool | None = None,
        media_type: str = JSON,
    ) -> None:
        self.name = name
        self.media_type = media_type
        self.stated = stated
        self.first = next(each for each in stated if isinstance(each, Sends))
        safe = self.first.request.startswith(SAFE)
        self.repeats = safe if repeats is None else repeats

    def every(self, kind: type[KindT]) -> list[KindT]:
        """What is stated, of exactly one kind."""
        return [each for each in self.stated if type(each) is kind]

    def call(self, client: ClientT) -> object:
        """Make the first call."""
        with warned(self.first.warns):
            return self.first.call(client)

    def answered(self, wire: Wire, media_type: str = "") -> None:
        """Let the network give the first answer."""
        answer = next(iter(self.every(Answers)), Answers(200))
        usual = answer.media_type or self.media_type
        wire.answers(answer.status, body(answer.body), media_type or usual)


class Reads(NamedTuple):
    """An operation, and the environment variables that give all credentials it needs."""

    operation: Operation[Any]
    variables: Mapping[str, str]


class Opens(NamedTuple):
    """An alternative that opens an operation, too, and what the credentials add."""

    operation: Operation[Any]
    credentials: Sequence[str]
    headers: Mapping[str, str] = {}
    url: str = ""
    """What is called, if they add to that."""
    read: bool = True
    """Whether environment variables can give them, too."""


class Drifts(NamedTuple):
    """An answer that is not as documented, and the member of which that is told."""

    operation: Operation[Any]
    status: int
    body: bytes
    pointer: str
    media_type: str = JSON


@dataclass(frozen=True, kw_only=True)
class Client:
    """What is stated of a client: by operations that fit, and facts of the document."""

    calls: Operation[Any]
    """Any operation."""
    address: str = ""
    """What is called of the service, where the operation does not say so."""
    environments: Mapping[str, str] = field(default_factory=dict[str, str])
    """The address of each."""
    served: tuple[str, Mapping[str, str]] | None = None
    """The address that other values of the server's variables make, and those values."""
    settings: Sequence[str] = ()
    """What must be given, since no default stands for it."""
    secured: Operation[Any] | None = None
    """Needs credentials."""
    reads: Sequence[Reads] = ()
    traces: Sequence[str] = ()
    """What gives the credentials of `secured` and `safe` away."""
    safe: Operation[Any] | None = None
    """Needs credentials as well, and is sent on where it is redirected."""
    opens: Sequence[Opens] = ()
    unsafe: Operation[Any] | None = None
    """May not be sent twice."""
    answered: Operation[Any] | None = None
    """Has answers of a documented media type only."""
    drifts: Drifts | None = None
    families: Sequence[tuple[type[ApiError], type[ApiError]]] = ()
    """The error of a code, and the one of its status."""

    @property
    def path(self) -> str:
        """What is called of the service."""
        return self.address or self.calls.first.request.partition(" ")[2]


def body(said: object) -> bytes:
    """The bytes of a body: as they are said, or the JSON of what is said."""
    if said is None:
        return b""
    return said if isinstance(said, bytes) else text(said).encode()


def label(said: Statement[Any]) -> str:
    """How a statement is called where tests are named."""
    return said.name if isinstance(said, Sends) else str(said.status)


@contextmanager
def warned(texts: Sequence[str]) -> Generator[None]:
    """Callers are warned of each thing that is going away, and of nothing else."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always", DeprecationWarning)
        yield
    told = [str(each.message) for each in found]
    assert len(told) == len(texts), told
    assert all(any(said in each for each in told) for said in texts), told
