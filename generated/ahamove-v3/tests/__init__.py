# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

for _name in ("clients", "promises"):
    pytest.register_assert_rewrite(f"ahamove_v3._runtime.{_name}")
