"""What the client does in trouble: the tests of limits, attempts and strangeness."""

from __future__ import annotations

from dataclasses import dataclass

from ...link import Object, is_json, resolve
from ...oracle import ImpossibleError, Values, as_json, drift, repeatable
from ..expressions import bytes_text
from ..package import FunctionView
from ..text import literal
from .functions import promise
from .maker import CLEAN, MAKE, Maker, Probe, Trial

__all__ = ["Troubles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubles:
    """Writes the tests of a client in trouble."""

    maker: Maker

    @property
    def trials(self) -> tuple[Trial, ...]:
        """What is tried, each with the first operation that it fits."""
        return (self._lost, self._limited, self._patient, self._strict, self._drifting)

    def _lost(self, probe: Probe) -> FunctionView | None:
        """Where no answer comes, a call is not made twice unless it may be."""
        if repeatable(probe.operation):
            return None
        return promise(
            "a_lost_answer_is_no_failure",
            "Without an answer nobody knows what was done: it is said, and not done again.",
            [
                "wire.breaks()",
                self.maker.make(),
                "",
                "with pytest.raises(errors.OutcomeUnknownError):",
                f"    {probe.text}",
                "",
                "assert len(wire.sent) == 1",
            ],
            MAKE,
        )

    def _limited(self, probe: Probe) -> FunctionView | None:
        """No call waits for ever."""
        return promise(
            "no_call_waits_for_ever",
            "A call has a limit of time, the caller's own if there is one.",
            [
                probe.answer,
                self.maker.make("timeout=5.0"),
                "",
                probe.text,
                "",
                "(sent,) = wire.sent",
                "assert 0 < (sent.timeout.total or 0) <= 5",
                "assert 0 < (sent.timeout.read or 0) <= 5",
            ],
            MAKE,
        )

    def _patient(self, probe: Probe) -> FunctionView | None:
        """Calls are repeated as often as the caller allows."""
        return promise(
            "calls_are_repeated_as_often_as_allowed",
            "What surely was not sent is sent again, as often as the caller allows.",
            [
                'monkeypatch.setattr("random.uniform", min)',
                "wire.breaks(sent=False)",
                self.maker.make("max_retries=1"),
                "",
                "with pytest.raises(errors.TransportError):",
                f"    {probe.text}",
                "",
                "assert len(wire.sent) == 2",
            ],
            CLEAN,
        )

    def _strict(self, probe: Probe) -> FunctionView | None:
        """A strict client refuses what no document allows."""
        ranged = any(
            "*" in content.media_type
            for response in probe.operation.responses
            for content in response.contents
        )
        if ranged or probe.success is None or not probe.success.reply.body:
            return None
        return promise(
            "a_strict_client_refuses_what_is_strange",
            "An answer of an undocumented media type is an error, if the caller says so.",
            [
                probe.strange,
                self.maker.make("strict=True"),
                "",
                "with pytest.raises(errors.DecodeError):",
                f"    {probe.text}",
            ],
            MAKE,
        )

    def _drifting(self, probe: Probe) -> FunctionView | None:
        """Who asks is told of all that an answer has not as documented."""
        success, annotations = probe.success, self.maker.annotations
        content = None if success is None else success.content
        if success is None or content is None or content.schema is None:
            return None
        shape = resolve(annotations.api, content.schema).shape
        if success.schema != content.schema or not isinstance(shape, Object):
            return None
        values = Values(reading=self.maker.oracle.reading)
        try:
            found = drift(values, content.schema, shape)
        except ImpossibleError:
            return None
        if found is None or not found.lost or not is_json(content.media_type):
            return None
        names = annotations.names
        name = names.operations[probe.operation.pointer]
        said = f"{names.resources[name.resource].attribute}.{name.method}"
        text = as_json(values.reading, content.schema, found.sent)
        plain = content.media_type == "application/json"
        kind = "" if plain else f", {literal(content.media_type)}"
        return promise(
            "deviations_are_told",
            "What an answer has not as documented is told to whoever asks.",
            [
                f"wire.answers({success.reply.status}, {bytes_text(text)}{kind})",
                "told: list[tuple[str, str]] = []",
                "",
                "def note(operation: str, deviation: Deviation) -> None:",
                "    told.append((operation, deviation.pointer))",
                "",
                self.maker.make("on_deviation=note"),
                "",
                probe.text,
                "",
                f"assert told == [({literal(said)}, {literal(found.lost[0])})]",
            ],
            MAKE,
        )
