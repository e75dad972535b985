"""The tests of the client: where it calls, what opens it, and what it does in trouble."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..package import FunctionView
from .addresses import Addresses
from .functions import Column, Table, promise
from .maker import Maker, Probe
from .openings import Openings
from .troubles import Troubles

__all__ = ["ClientTrials"]

FAMILY = (
    Column(name="error", type="type[errors.ApiError]"),
    Column(name="base", type="type[errors.ApiError]"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTrials:
    """Writes the tests of a client."""

    maker: Maker
    probes: tuple[Probe, ...]

    def functions(self) -> Iterator[FunctionView]:
        """The tests, each with the first operation that it fits."""
        yield self._everything()
        addresses, openings = Addresses(maker=self.maker), Openings(maker=self.maker)
        troubles = Troubles(maker=self.maker)
        for trial in (*addresses.trials, *openings.trials, *troubles.trials):
            found = next(filter(None, map(trial, self.probes)), None)
            if found is not None:
                yield found
        yield from openings.alternatives(self.probes)
        yield from self._families()

    def _everything(self) -> FunctionView:
        package = self.maker.annotations.names.package
        return promise(
            "everything_can_be_imported",
            "Every module can be imported, and every name of the package is there.",
            [
                f"{package}.preload()",
                "",
                f"for name in {package}.__all__:",
                f"    assert getattr({package}, name) is not None",
            ],
        )

    def _families(self) -> Iterator[FunctionView]:
        """Errors of codes stand under those of their status."""
        names = self.maker.annotations.names.errors
        api = self.maker.annotations.api
        pairs = dict.fromkeys(
            (names[f"{response.status}/{code.code}"], names.get(response.status))
            for operation in api.operations
            for response in operation.responses
            for code in response.error_codes
        )
        failing = {
            response.status
            for operation in api.operations
            for response in operation.responses
            if response.status[:1] not in ("1", "2", "3")
        }
        above = {names[status] for status in failing if status in names}
        rows = tuple(
            {
                "error": f"errors.{name}",
                "base": f"errors.{base if base in above else 'EnvelopeError'}",
            }
            for name, base in pairs
        )
        if rows:
            table = Table(columns=FAMILY, rows=rows)
            yield promise(
                "errors_of_codes_stand_under_their_status",
                "Who catches the error of a status catches those of its codes.",
                [f"assert issubclass({table.said('error')}, {table.said('base')})"],
                table=table,
            )
