# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Child accounts of a parent account."""

from __future__ import annotations

from .. import models
from .._runtime.client import Resource, detailed
from .._runtime.options import Options
from ..operations import children as operations

__all__ = [
    "Children",
    "ChildrenWithResponse",
]


class Children(Resource):
    """Child accounts of a parent account."""

    def add(
        self,
        *,
        child_id: str,
        options: Options | None = None,
    ) -> models.ChildAdded:
        """Add Child Account.

        Adds a child account to a parent account that is already linked with a partner.
        After the call an SMS goes to the child account to verify the link; finish it
        with `children.activate`.

        Args:
            child_id: Phone number of the child account.
            options: Overrides for this call.

        Raises:
            NotAuthorizedError: The parent account is not linked with a partner, or is
                already a child account of another parent.
            UnauthorizedError: The parent account is not linked with a partner, or is
                already a child account of another parent (401).
            NotFoundCodeError: Account not found.
            NotFoundError: Account not found (404).
            AccountNotSamePartnerError: The child account is not associated with the
                same partner as the parent account.
            InvalidPhoneNumberError: Invalid phone number.
            NotAcceptableError: The child account is of another partner, or the phone
                number is not valid (406).
            ParentAccountExistedError: The child account already has a parent account.
            ConflictError: The child account already has a parent account (409).
            InternalServerCodeError: A problem with the server; try again later.
            InternalServerError: A problem with the server; try again later (500).
            ServiceUnavailableCodeError: Temporarily offline for maintenance; try again
                later.
            ServiceUnavailableError: Temporarily offline for maintenance; try again
                later (503).

        Source: Ahamove developers, "Add Child Account" (v3) (documented).
        """
        return self._call(
            operations.ADD,
            body=models.ChildAddition(
                child_id=child_id,
            ),
            options=options,
        )

    def activate(
        self,
        *,
        child_id: str,
        activation_code: str,
        options: Options | None = None,
    ) -> models.ChildAccount:
        """Activate Child Account.

        Activates a child account and confirms its link with the parent account.

        Args:
            child_id: Phone number of the child account.
            activation_code: Activation code sent to the child account for verification;
                a leading zero counts.
            options: Overrides for this call.

        Raises:
            NotAuthorizedError: The parent account is not linked with a partner, or is
                already a child account of another parent.
            UnauthorizedError: The parent account is not linked with a partner, or is
                already a child account of another parent (401).
            NotFoundCodeError: Token not found, or child_id not found.
            NotFoundError: The token or the child_id was not found: here a missing token
                is a 404, not a 401 (404).
            InvalidActivationCodeError: Invalid activation code.
            NotAcceptableError: Invalid activation code (406).
            ParentAccountExistedError: The child account already has a parent account.
            ConflictError: The child account already has a parent account (409).
            InternalServerCodeError: A problem with the server; try again later.
            InternalServerError: A problem with the server; try again later (500).
            ServiceUnavailableCodeError: Temporarily offline for maintenance; try again
                later.
            ServiceUnavailableError: Temporarily offline for maintenance; try again
                later (503).

        Source: Ahamove developers, "Activate Child Account" (v3) (documented).
        """
        return self._call(
            operations.ACTIVATE,
            path={
                "child_id": child_id,
            },
            body=models.ChildActivation(
                activation_code=activation_code,
            ),
            options=options,
        )


class ChildrenWithResponse:
    """The same calls, each with its whole response."""

    def __init__(self, resource: Children) -> None:
        self.add = detailed(resource.add)
        self.activate = detailed(resource.activate)
