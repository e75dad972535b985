# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

pytest.register_assert_rewrite("quantum_metal._runtime.promises")
