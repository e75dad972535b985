# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

for _name in ("clients", "promises"):
    pytest.register_assert_rewrite(f"quantum_metal._runtime.{_name}")
