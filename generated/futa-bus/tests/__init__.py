# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

for _name in ("clients", "promises"):
    pytest.register_assert_rewrite(f"futa_bus._runtime.{_name}")
