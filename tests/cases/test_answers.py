"""What comes back."""

from __future__ import annotations

from .conftest import Maker


def test_a_documented_upgrade_is_no_failure(made: Maker) -> None:
    """101 is an answer where the document says so, and a failure elsewhere."""
    case = made("""
paths:
  /socket:
    get: {operationId: open, tags: [socket], responses: {'101': {description: Upgraded}}}
""")
    case.wire.answers("", 101)
    assert case.client.socket.open() is None
