# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

import pytest

pytest.register_assert_rewrite("ahamove_v1._runtime.promises")
