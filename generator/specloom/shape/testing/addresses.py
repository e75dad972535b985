"""Where the client calls: the tests of its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...oracle import UNNAMED
from ..client import variable
from ..expressions import wrapped_text
from ..package import FunctionView
from ..text import literal
from .functions import Column, Table, promise
from .maker import CLEAN, MAKE, Maker, Probe, Trial

__all__ = ["PROXY", "Addresses"]

PROXY = "https://proxy.example.invalid/base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Writes the tests of where a client calls."""

    maker: Maker

    @property
    def trials(self) -> tuple[Trial, ...]:
        """What is tried, each with the first operation that it fits."""
        return (self._environments, self._base_url, self._variable, self._variables)

    def _environments(self, probe: Probe) -> FunctionView | None:
        """Each environment of the document at its own address."""
        api = self.maker.annotations.api
        if (
            len(api.servers) < 2
            or self.maker.oracle.base_url
            or probe.operation.servers
        ):
            return None
        rows: list[Mapping[str, str]] = []
        for server in api.servers:
            if self.maker.oracle.server(server) == UNNAMED:
                continue
            here = replace(self.maker.oracle, api=replace(api, servers=(server,)))
            url = here.sent(probe.operation, probe.call).url
            key = literal(self.maker.annotations.names.environments[server.pointer])
            rows.append({"environment": key, "url": wrapped_text(url)})
        if not rows:
            return None
        columns = (
            Column(name="environment", type="str"),
            Column(name="url", type="str"),
        )
        table = Table(columns=columns, rows=tuple(rows))
        return promise(
            "each_environment_is_called",
            "Each server of the document is called at its own address.",
            [
                probe.answer,
                self.maker.make(f"environment={table.said('environment')}"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                f"assert sent.url == {table.said('url')}",
            ],
            MAKE,
            table,
        )

    def _base_url(self, probe: Probe) -> FunctionView | None:
        """`base_url` wins over the document."""
        url = (
            replace(self.maker.oracle, base_url=PROXY)
            .sent(probe.operation, probe.call)
            .url
        )
        return promise(
            "base_url_wins",
            "An address of the caller's is called, whatever the document says.",
            [
                probe.answer,
                self.maker.make(f"base_url={literal(PROXY + '/')}"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                f"assert sent.url == {wrapped_text(url)}",
            ],
            MAKE,
        )

    def _variable(self, probe: Probe) -> FunctionView | None:
        """Without an address of the caller's the environment variable's is called."""
        if self.maker.oracle.base_url:
            return None
        url = (
            replace(self.maker.oracle, base_url=PROXY)
            .sent(probe.operation, probe.call)
            .url
        )
        name = variable(self.maker.annotations.names, "base_url")
        return promise(
            "base_url_comes_from_the_environment",
            "An address in an environment variable wins over the document.",
            [
                f'monkeypatch.setenv("{name}", {literal(PROXY)})',
                probe.answer,
                self.maker.make(),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                f"assert sent.url == {wrapped_text(url)}",
            ],
            CLEAN,
        )

    def _variables(self, probe: Probe) -> FunctionView | None:
        """A server variable without a default is asked for."""
        if self.maker.oracle.base_url or not self.maker.oracle.variables:
            return None
        names = self.maker.annotations.names
        keywords = [
            names.variables[each.pointer]
            for each in self.maker.annotations.api.servers[0].variables
            if each.name in self.maker.oracle.variables
        ]
        if not keywords or probe.operation.servers:
            return None
        return promise(
            f"{keywords[0]}_is_needed",
            f"Without `{keywords[0]}` nothing is sent, and the error says what is missing.",
            [
                self.maker.make(without=frozenset(keywords)),
                "",
                "with pytest.raises(errors.ConfigurationError):",
                f"    {probe.text}",
                "",
                "assert wire.sent == []",
            ],
            MAKE,
        )
