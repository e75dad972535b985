"""What is going away: the tests of what callers are warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...oracle import Call, Sending
from ..package import FunctionView
from ..text import literal
from .subject import Subject

__all__ = ["Deprecations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecations:
    """Writes the tests of what an operation warns of."""

    subject: Subject

    def functions(
        self, calls: list[tuple[Sending, str]], answer: str
    ) -> Iterator[FunctionView]:
        """The operation itself, and each deprecated parameter with a call that gives it."""
        operation = self.subject.operation
        if operation.deprecated:
            yield self._warns("warns", "The operation", calls[0][1], answer, "")
        names = self.subject.annotations.names.operations[operation.pointer].arguments
        for each in operation.parameters:
            if each.deprecated and each.pointer in names:
                name = names[each.pointer]
                text = next((t for s, t in calls if _gives(s.call, each.pointer)), "")
                if text:
                    said = re.escape(f"`{name}`")
                    yield self._warns(
                        f"warns_of_{name.strip('_')}", f"`{name}`", text, answer, said
                    )

    def _warns(
        self, name: str, what: str, call: str, answer: str, said: str
    ) -> FunctionView:
        match = f", match={literal(said)}" if said else ""
        return self.subject.test(
            name,
            f"{what} is deprecated, and says so to whoever uses it.",
            [
                answer,
                "",
                f"with pytest.warns(DeprecationWarning{match}):",
                f"    {call}",
            ],
        )


def _gives(call: Call, pointer: str) -> bool:
    return call.parameters.get(pointer) is not None
