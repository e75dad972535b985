# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

from ahamove_v1 import models
from ahamove_v1._runtime.members import MODELS, optional, other, required
from ahamove_v1._runtime.promises import TestModels as TestModels

MODELS[models.AccountToken] = (
    required("token", 'token "é,:{', secret=True),
    optional("refresh_token", secret=True),
)
MODELS[models.AhamoveError] = (
    optional("title", 'title "é,:{'),
    optional("description"),
    other("text"),
)
