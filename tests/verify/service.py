"""A service that answers by method and path, as it is told."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from tests.support.standin import Answer, Received, StandIn, serving

__all__ = ["Answer", "StandIn", "lines", "running"]


@contextmanager
def running(answers: Mapping[str, Answer]) -> Generator[StandIn]:
    """The service, as long as the block lasts; it answers 404 to all else."""

    def answer(request: Received) -> Answer:
        return answers.get(f"{request.method} {request.path}", Answer(status=404))

    with serving(answer) as service:
        yield service


def lines(service: StandIn) -> list[str]:
    """Method and path of each request."""
    return [f"{each.method} {each.path}" for each in service.received]
