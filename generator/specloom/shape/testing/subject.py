"""The operation under test, and the words that all of its tests share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...link import Operation
from ...oracle import Oracle
from ..annotation import Annotations, Use
from ..expressions import Expressions
from ..returns import returns
from .calls import Calls
from .coverage import Coverage
from .functions import promise
from .standing import Standing
from .views import FunctionView, UntestedView

__all__ = ["USE", "Subject"]

USE = Use(place="resources", direction="response")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An operation, what the tests know of it, and what they had to leave out."""

    annotations: Annotations
    oracle: Oracle
    expressions: Expressions
    standing: Standing
    operation: Operation
    root: str
    """Where calls go, unless an operation says where."""
    secured: Mapping[str, str]
    """The headers that credentials add to most calls, if they have a name."""
    coverage: Coverage
    untested: list[UntestedView]

    @property
    def method(self) -> str:
        """The method that is tested."""
        return self.annotations.names.operations[self.operation.pointer].method

    @property
    def name(self) -> str:
        """The operation as people call it: `customers.register`."""
        names = self.annotations.names
        name = names.operations[self.operation.pointer]
        return f"{names.resources[name.resource].attribute}.{name.method}"

    @property
    def constant(self) -> str:
        """The constant that holds what is stated of the operation."""
        return self.annotations.names.operations[self.operation.pointer].constant

    @property
    def returns(self) -> bool:
        """Whether the call returns anything."""
        return returns(self.annotations, self.operation, USE).members != ("None",)

    @property
    def client(self) -> str:
        """The parameter that is the client."""
        return f"client: {self.annotations.names.client}"

    @property
    def calls(self) -> Calls:
        """Writes the calls."""
        return Calls(
            annotations=self.annotations,
            expressions=self.expressions,
            standing=self.standing,
            operation=self.operation,
        )

    def leave(self, promise: str, reason: Exception) -> None:
        """Note a promise that no test holds, and why."""
        note = UntestedView(
            pointer=self.operation.pointer, promise=promise, reason=str(reason)
        )
        if note not in self.untested:
            self.untested.append(note)

    def test(self, name: str, said: str, body: Iterable[str]) -> FunctionView:
        """A test with a client and the network that it sees."""
        given = (self.client, "wire: Wire")
        return promise(f"{self.method}_{name}", said, body, given)
