# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

pytest.register_assert_rewrite("ahamove_v3._runtime.promises")
