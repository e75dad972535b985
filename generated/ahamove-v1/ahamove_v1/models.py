# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Models of Ahamove API v1, in the document's order."""

from __future__ import annotations

from typing import Annotated

from ._runtime.models import (
    UNSET,
    JsonValue,
    Model,
    OpenModel,
    Secret,
    UnsetType,
)

__all__ = [
    "AccountToken",
    "AhamoveError",
]


class AccountToken(Model, kw_only=True):
    """The account's tokens.

    How long they live, and how the second one is used, is not documented.
    """

    token: Annotated[str, Secret]
    """The token of the account, a JWT signed with HS256 in the page's sample."""
    refresh_token: Annotated[str, Secret] | UnsetType = UNSET
    """32 hexadecimal characters in the page's sample.

    An older page answers without it.

    Source: https://developers.ahamove.com/ (official).
    """


class AhamoveError(OpenModel[JsonValue], kw_only=True):
    """No page documents the body of an error; clients in the wild read these two
    members.

    Source: Public client code (unofficial).
    """

    title: str | UnsetType = UNSET
    """Probably the machine-readable name of the error."""
    description: str | UnsetType = UNSET
    """What went wrong."""
