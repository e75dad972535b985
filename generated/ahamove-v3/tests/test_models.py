# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

from ahamove_v3 import models
from ahamove_v3._runtime.members import MODELS, optional, other, required
from ahamove_v3._runtime.promises import TestModels as TestModels

MODELS[models.AccountRegistration] = (
    required("mobile", 'mobile "é,:{'),
    required("api_key", secret=True),
    required("name"),
    required("address"),
)
MODELS[models.AccountCredentials] = (
    required("mobile", 'mobile "é,:{'),
    required("api_key", secret=True),
)
MODELS[models.AccountToken] = (
    required("token", 'token "é,:{', secret=True),
    optional("refresh_token", secret=True),
)
MODELS[models.ChildAddition] = (required("child_id", 'child_id "é,:{'),)
MODELS[models.ChildActivation] = (required("activation_code", 'activation_code "é,:{'),)
MODELS[models.ChildAccount] = (
    optional("_id", '_id "é,:{', field="id_"),
    optional("name"),
    optional("partner"),
    optional("parent_id"),
    other("text"),
)
MODELS[models.AhamoveError] = (
    optional("title", 'title "é,:{'),
    optional("description"),
    other("text"),
)
