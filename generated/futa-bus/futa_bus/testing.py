# Generated from specs/futa-bus.yaml; edits are overwritten.
"""For your own tests: a service that answers as you say, and models made up.

    from futa_bus.testing import Fake

    fake = Fake()
    client = FutaBus(transport=fake)
    fake.on(client.…).returns(…)

`pytest` finds the fixture `futa_bus_fake` by itself.
"""

from __future__ import annotations

from ._runtime.cassettes import StaleCassette, replay
from ._runtime.factories import make
from ._runtime.fake import AsyncFake, Fake, Stub, UnexpectedRequest

__all__ = [
    "AsyncFake",
    "Fake",
    "StaleCassette",
    "Stub",
    "UnexpectedRequest",
    "make",
    "replay",
]
