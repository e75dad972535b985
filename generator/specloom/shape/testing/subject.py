"""The operation under test, and the words that all of its tests share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...link import Operation
from ...oracle import Oracle, Reply, Success
from ..annotation import Annotations, Use
from ..expressions import Expressions, bytes_text
from ..operations import returns
from ..package import FunctionView, UntestedView
from ..text import literal
from .calls import Calls
from .coverage import Coverage
from .functions import Table, promise

__all__ = ["USE", "Subject", "answering", "body_of", "is_long"]

SHORT = 40
"""Bytes that each test may say anew."""
USE = Use(place="resources", direction="response")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An operation, what the tests know of it, and what they had to leave out."""

    annotations: Annotations
    oracle: Oracle
    expressions: Expressions
    operation: Operation
    coverage: Coverage
    untested: list[UntestedView]

    @property
    def method(self) -> str:
        """The method that is tested."""
        return self.annotations.names.operations[self.operation.pointer].method

    @property
    def call(self) -> str:
        """The call that most tests make."""
        return f"call_{self.method}(client)"

    @property
    def constant(self) -> str:
        """The body of the answer that most tests give."""
        name = self.annotations.names.operations[self.operation.pointer].constant
        return f"{name}_ANSWER"

    @property
    def returned(self) -> str:
        """The type of what the call returns, as far as tests care."""
        found = returns(self.annotations, self.operation, USE)
        return "None" if found.members == ("None",) else "object"

    @property
    def client(self) -> str:
        """The parameter that is the client."""
        return f"client: {self.annotations.names.client}"

    @property
    def line(self) -> str:
        """The request line as the document has it."""
        return f"`{self.operation.method.upper()} {self.operation.path}`"

    @property
    def calls(self) -> Calls:
        """Writes the calls."""
        return Calls(
            annotations=self.annotations,
            expressions=self.expressions,
            operation=self.operation,
        )

    def leave(self, promise: str, reason: Exception) -> None:
        """Note a promise that no test holds, and why."""
        note = UntestedView(
            pointer=self.operation.pointer, promise=promise, reason=str(reason)
        )
        if note not in self.untested:
            self.untested.append(note)

    def answer(self, first: Success | None) -> str:
        """`wire.answers(...)` with the operation's own answer."""
        return answering(first, self.constant)

    def test(
        self, name: str, said: str, body: Iterable[str], table: Table | None = None
    ) -> FunctionView:
        """A test with a client and the network that it sees."""
        given = (self.client, "wire: Wire")
        return promise(f"{self.method}_{name}", said, body, given, table)


def answering(success: Success | None, constant: str) -> str:
    """`wire.answers(...)` with an answer; a long body is a constant."""
    if success is None:
        return "wire.answers(200)"
    reply = success.reply
    given = [str(reply.status)]
    if reply.body:
        given.append(body_of(reply, constant))
        if reply.media_type != "application/json":
            given.append(literal(reply.media_type))
    return f"wire.answers({', '.join(given)})"


def body_of(reply: Reply, constant: str) -> str:
    """The body as an expression, "" where there is none."""
    if not reply.body:
        return ""
    return constant if is_long(reply) else bytes_text(reply.body)


def is_long(reply: Reply) -> bool:
    """Whether a body is better said once, as a constant."""
    return len(reply.body) > SHORT
