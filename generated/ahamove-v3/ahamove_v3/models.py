# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Models of Ahamove API v3, in the document's order."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ._runtime.models import (
    UNSET,
    JsonValue,
    Model,
    OpenModel,
    Secret,
    UnsetType,
    field,
)

__all__ = [
    "AccountCredentials",
    "AccountRegistration",
    "AccountToken",
    "AhamoveError",
    "ChildAccount",
    "ChildActivation",
    "ChildAdded",
    "ChildAddition",
]


class AccountRegistration(Model, kw_only=True):
    """An account to be registered."""

    mobile: str
    """Phone number of the account, with country code and without plus."""
    api_key: Annotated[str, Secret]
    """Key of the application."""
    name: str
    """Account name."""
    address: str
    """Home address."""


class AccountCredentials(Model, kw_only=True):
    """Whose token is asked for, and by which application."""

    mobile: str
    """Phone number of the account, with country code and without plus."""
    api_key: Annotated[str, Secret]
    """Key of the application."""


class AccountToken(Model, kw_only=True):
    """The account's tokens. How the second one is used is not documented."""

    token: Annotated[str, Secret]
    """The token of the account, a JWT."""
    refresh_token: Annotated[str, Secret] | UnsetType = UNSET


class ChildAddition(Model, kw_only=True):
    """The account to be added."""

    child_id: str
    """Phone number of the child account.

    Source: Ahamove developers, "Add Child Account" (v3) (documented).
    """


class ChildActivation(Model, kw_only=True):
    """What confirms the link."""

    activation_code: str
    """Activation code sent to the child account for verification; a leading zero
    counts.

    Source: Ahamove developers, "Activate Child Account" (v3) (documented).
    """


class ChildAccount(OpenModel[JsonValue], kw_only=True):
    """The activated child account.

    The page's sample ends with "...", so further members exist.

    Source: Ahamove developers, "Activate Child Account" (v3) (documented).
    """

    id_: str | UnsetType = field(name="_id", default=UNSET)
    """Phone number of the child account."""
    name: str | UnsetType = UNSET
    """Name of the child account."""
    partner: str | UnsetType = UNSET
    """The partner that both accounts belong to."""
    parent_id: str | UnsetType = UNSET
    """Phone number of the parent account."""


class AhamoveError(OpenModel[JsonValue], kw_only=True):
    """No page documents the body of an error; clients in the wild read these two
    members.

    Source: Public client code (unofficial).
    """

    title: str | UnsetType = UNSET
    """Probably the code of the pages' error tables, for example NOT_AUTHORIZED."""
    description: str | UnsetType = UNSET
    """What went wrong."""


ChildAdded: TypeAlias = dict[str, JsonValue]
"""An empty object; no member is documented."""
