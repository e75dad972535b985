"""The tests of one operation: a short function a promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...oracle import Call, Success
from ..package import FunctionView
from .answers import Answers
from .deprecations import Deprecations
from .failures import Failures
from .maker import Probe
from .requests import Requests
from .sequences import Sequences
from .subject import Subject, answering, body_of

__all__ = ["Trials"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """Writes the tests of one operation."""

    subject: Subject

    def functions(self, probes: list[Probe]) -> Iterator[FunctionView]:
        """The tests, in the order in which a reader asks; what cannot be said is noted.

        `probes` gets the operation, for the tests of the client.
        """
        subject = self.subject
        requests, answers = Requests(subject=subject), Answers(subject=subject)
        failures = Failures(subject=subject)
        calls = requests.calls()
        if not calls:
            return
        read, known = answers.read(), failures.known()
        for sending, _ in calls:
            subject.coverage.called(subject.operation, sending.call)
        for success, _ in read:
            subject.coverage.answered(subject.operation, success)
        for failing in known:
            subject.coverage.refused(subject.operation, failing)
        first, result = read[0] if read else (None, "")
        probes.append(self._probe(calls[0][0].call, first))
        yield from requests.functions(calls, first, result)
        yield from answers.functions(read[1:])
        yield from Sequences(subject=subject).functions(
            calls[0][0].call, calls[0][1], calls[0][0].sent
        )
        yield from failures.functions(known, first)
        yield from Deprecations(subject=subject).functions(calls, subject.answer(first))

    def _probe(self, call: Call, first: Success | None) -> Probe:
        """The operation as the tests of the client use it."""
        subject = self.subject
        names = subject.annotations.names
        resource = names.operations[subject.operation.pointer].resource
        module = f"test_{names.resources[resource].module}"
        constant = f"{module}.{subject.constant}"
        return Probe(
            operation=subject.operation,
            call=call,
            text=f"{module}.{subject.call}",
            answer=answering(first, constant),
            success=first,
            status=200 if first is None else first.reply.status,
            body="" if first is None else body_of(first.reply, constant),
        )
