# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Accounts and their tokens."""

from __future__ import annotations

from .. import models
from .._runtime.aio import AsyncResource, detailed
from .._runtime.options import Options
from ..operations import accounts as operations

__all__ = [
    "AsyncAccounts",
    "AsyncAccountsWithResponse",
]


class AsyncAccounts(AsyncResource):
    """Accounts and their tokens."""

    async def register(
        self,
        *,
        mobile: str,
        api_key: str,
        name: str,
        address: str,
        options: Options | None = None,
    ) -> models.AccountToken:
        """Register Account.

        Registers an account for a phone number and returns its token.

        Args:
            mobile: Phone number of the account, with country code and without plus.
            api_key: Key of the application.
            name: Account name.
            address: Home address.
            options: Overrides for this call.

        Raises:
            InvalidDataError: Something in the body is not valid.
            BadRequestError: Something in the body is not valid (400).
            PartnerNotFoundError: The partner is not known.
            NotFoundError: The partner is not known (404).
            InvalidPhoneNumberError: The phone number is not valid.
            NotAcceptableError: The phone number is not valid (406).
            AccountExistedError: The account exists already.
            ConflictError: The account exists already (409).
            InternalServerCodeError: A problem with the server; try again later.
            InternalServerError: A problem with the server; try again later (500).
            ServiceUnavailableCodeError: Temporarily offline for maintenance; try again
                later.
            ServiceUnavailableError: Temporarily offline for maintenance; try again
                later (503).

        Source:
        https://developers.ahamove.com/en/docs/api-reference/account-apis/register-account
        (official).
        """
        return await self._call(
            operations.REGISTER,
            body=models.AccountRegistration(
                mobile=mobile,
                api_key=api_key,
                name=name,
                address=address,
            ),
            options=options,
        )

    async def authenticate(
        self,
        *,
        mobile: str,
        api_key: str,
        options: Options | None = None,
    ) -> models.AccountToken:
        """Authenticate Token.

        Returns the token of an account. In production a token expires after one year
        (official FAQ); get it again on NOT_AUTHORIZED or TOKEN_NOT_FOUND.

        Args:
            mobile: Phone number of the account, with country code and without plus.
            api_key: Key of the application.
            options: Overrides for this call.

        Raises:
            NotAuthorizedError: Not authorized.
            UnauthorizedError: Not authorized (401).
            UserNotFoundError: The user is not known.
            PartnerNotFoundError: The partner is not known.
            NotFoundError: The user or the partner is not known (404).
            InvalidPhoneNumberError: The phone number is not valid.
            DeactivatedAccountError: The account is deactivated.
            NotAcceptableError: The phone number is not valid, or the account is
                deactivated (406).
            InternalServerCodeError: A problem with the server; try again later.
            InternalServerError: A problem with the server; try again later (500).
            ServiceUnavailableCodeError: Temporarily offline for maintenance; try again
                later.
            ServiceUnavailableError: Temporarily offline for maintenance; try again
                later (503).

        Source:
        https://developers-stg.ahamove.com/en/docs/api-reference/account-apis/authenticate-token
        (official).
        """
        return await self._call(
            operations.AUTHENTICATE,
            body=models.AccountCredentials(
                mobile=mobile,
                api_key=api_key,
            ),
            options=options,
        )


class AsyncAccountsWithResponse:
    """The same calls, each with its whole response."""

    def __init__(self, resource: AsyncAccounts) -> None:
        self.register = detailed(resource.register)
        self.authenticate = detailed(resource.authenticate)
