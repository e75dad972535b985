"""A whole document, held against what its service says or has said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from ..link import Api, Operation
from ..oracle import Oracle
from .cassettes import Cassette, answer_of
from .deviation import Answer, Deviation
from .judging import Judge
from .planning import Skipped, Step, named, steps
from .sending import Unreached, answers

__all__ = ["Heard", "Verdict", "ask", "judged", "played"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What came of asking a service."""

    answered: tuple[tuple[Step, Answer], ...]
    unreached: tuple[tuple[Step, Unreached], ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Where answers depart from the document. `gone` are operations that it lacks now."""

    operations: int
    deviations: tuple[Deviation, ...]
    gone: tuple[str, ...] = ()


def ask(
    oracle: Oracle, *, allowed: Set[str], budget: int, variables: Mapping[str, str]
) -> Heard:
    """Call each operation that may be called, once.

    Args:
        oracle: Says what travels, where to, and with which credentials.
        allowed: Operations that may change something, by `known_as`.
        budget: No more requests than this are sent.
        variables: Scheme -> the environment variable of its credential, for messages.
    """
    planned = [*steps(oracle, allowed, variables)]
    going = [each for each in planned if isinstance(each, Step)]
    over = f"over the budget of {budget} requests"
    skipped = [each for each in planned if isinstance(each, Skipped)]
    skipped += [Skipped(operation=each.operation, why=over) for each in going[budget:]]
    secrets = (
        text
        for each in oracle.secrets.values()
        for text in (each.text, each.user)
        if text is not None
    )
    said = [*answers(going[:budget], secrets)]
    return Heard(
        answered=tuple((step, a) for step, a in said if isinstance(a, Answer)),
        unreached=tuple((step, a) for step, a in said if isinstance(a, Unreached)),
        skipped=tuple(skipped),
    )


def judged(api: Api, answered: Iterable[tuple[Operation, Answer]]) -> Verdict:
    """Answers, held against the document."""
    judge, every = Judge(api), [*answered]
    found = (each for pair in every for each in judge.deviations(*pair))
    return Verdict(operations=len(every), deviations=tuple(found))


def played(api: Api, recorded: Iterable[Cassette]) -> Verdict:
    """What was recorded, held against the document as it is now."""
    every = [(named(api, each.operation), each) for each in recorded]
    known = [(found, answer_of(each)) for found, each in every if found is not None]
    gone = tuple(each.operation for found, each in every if found is None)
    verdict = judged(api, known)
    return Verdict(
        operations=verdict.operations, deviations=verdict.deviations, gone=gone
    )
