# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

for _name in ("clients", "promises"):
    pytest.register_assert_rewrite(f"ahamove_v1._runtime.{_name}")
