# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""For your own tests: a service that answers as you say, and models made up.

    from ahamove_v3.testing import Fake

    fake = Fake()
    client = AhamoveV3(transport=fake)
    fake.on(client.…).returns(…)

`pytest` finds the fixture `ahamove_v3_fake` by itself.
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
