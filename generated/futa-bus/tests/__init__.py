# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

pytest.register_assert_rewrite("futa_bus._runtime.promises")
