# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Accounts of the partner's customers."""

from __future__ import annotations

from .. import models
from .._runtime.client import Resource, detailed
from .._runtime.models import UNSET, UnsetType
from .._runtime.options import Options
from ..operations import accounts as operations

__all__ = [
    "Accounts",
    "AccountsWithResponse",
]


class Accounts(Resource):
    """Accounts of the partner's customers."""

    def register(
        self,
        *,
        mobile: str,
        name: str,
        address: str | UnsetType = UNSET,
        lat: str | UnsetType = UNSET,
        lng: str | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
        parent_id: str | UnsetType = UNSET,
        country_code: str | UnsetType = UNSET,
        options: Options | None = None,
    ) -> models.AccountToken:
        """Register Account.

        If an account exists for the phone number, it is updated with the extra
        information that is sent, and its token is returned. So this `GET` has a side
        effect: it is never repeated by itself, and its URL, which carries the key, does
        not belong into logs.

        The page's sample also sends `cache-control: no-cache`; it encodes the space in
        `name` as `+`, and it sends neither `address` nor `lat` nor `lng`.

        Args:
            mobile: Phone number used to register the account ID.
            name: Account name.
            address: Home address.
            lat: Latitude of the home address.
            lng: Longitude of the home address.
            email: E-mail address.
            parent_id: Parent account ID.
            country_code: Country code, used for formatting the mobile number. The
                service's default is `"VN"`.
            options: Overrides for this call.

        Raises:
            UnauthorizedError: Unauthorized: not authorized; the current account does
                not belong to this partner (401).
            ForbiddenError: Forbidden: the account is deactivated (403).
            NotFoundError: Not Found: api_key not found, parent_id not found (404).
            ConflictError: Conflict: the email exists already (409).
            InternalServerError: Internal Server Error: a problem with the server; try
                again later (500).
            ServiceUnavailableError: Service Unavailable: temporarily offline for
                maintenance; try again later (503).

        Source: Ahamove developers, "Register Account" (v1) (documented).
        """
        return self._call(
            operations.REGISTER,
            query={
                "mobile": mobile,
                "name": name,
                "address": address,
                "lat": lat,
                "lng": lng,
                "email": email,
                "parent_id": parent_id,
                "country_code": country_code,
            },
            options=options,
        )


class AccountsWithResponse:
    """The same calls, each with its whole response."""

    def __init__(self, resource: Accounts) -> None:
        self.register = detailed(resource.register)
