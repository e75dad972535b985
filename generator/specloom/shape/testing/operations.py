"""What the tests state of one operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...oracle import IDEMPOTENT, Call, Success, repeatable
from ..text import literal
from .answers import Answers
from .facts import JSON, usual
from .failures import Failures
from .maker import Probe
from .requests import Requests
from .sequences import Sequences
from .subject import Subject
from .views import FunctionView, StatementView

__all__ = ["Trials"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """Says what is stated of one operation."""

    subject: Subject

    def statement(
        self, probes: list[Probe], functions: list[FunctionView]
    ) -> StatementView | None:
        """What is stated, in the order in which a reader asks; what cannot be is noted.

        `probes` gets the operation, for the tests of the client; `functions` gets the
        tests that only this operation has.
        """
        subject = self.subject
        requests, answers = Requests(subject=subject), Answers(subject=subject)
        failures = Failures(subject=subject)
        calls = requests.calls()
        if not calls:
            return None
        read, known = answers.read(), failures.known()
        for sending, _ in calls:
            subject.coverage.called(subject.operation, sending.call)
        for success in read:
            subject.coverage.answered(subject.operation, success)
        for failing in known:
            subject.coverage.refused(subject.operation, failing)
        kind = usual([*(it.reply for it in read), *(it.reply for it in known)])
        sending, text = calls[0]
        probes.append(self._probe(sending.call, read[0] if read else None))
        sequences = Sequences(subject=subject)
        functions += sequences.functions(sending.call, text, sending.sent)
        return StatementView(
            constant=subject.constant,
            facts=(
                literal(subject.name),
                *requests.facts(calls),
                *answers.facts(read, kind),
                *failures.facts(known, kind),
                *self._repeats(),
                *([] if kind == JSON else [f"media_type={literal(kind)}"]),
            ),
        )

    def _repeats(self) -> Iterator[str]:
        """Whether the call may be sent twice, where its method says otherwise."""
        operation = self.subject.operation
        repeats = repeatable(operation)
        if repeats is not (operation.method.upper() in IDEMPOTENT):
            yield f"repeats={repeats}"

    def _probe(self, call: Call, first: Success | None) -> Probe:
        """The operation as the tests of the client use it."""
        subject = self.subject
        names = subject.annotations.names
        resource = names.operations[subject.operation.pointer].resource
        module = f"test_{names.resources[resource].module}"
        return Probe(
            operation=subject.operation,
            call=call,
            name=f"{module}.{subject.constant}",
            success=first,
        )
