# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

from __future__ import annotations

from typing import TypeAlias

from futa_bus import FutaBus
from futa_bus._runtime import statements

Operation: TypeAlias = statements.Operation[FutaBus]
Sends: TypeAlias = statements.Sends[FutaBus]
Escapes: TypeAlias = statements.Escapes[FutaBus]
Keeps: TypeAlias = statements.Keeps[FutaBus]
