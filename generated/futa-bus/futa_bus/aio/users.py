# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Users of the booking service."""

from __future__ import annotations

from typing import Literal

from .. import models
from .._runtime.aio import AsyncResource, detailed
from .._runtime.models import UNSET, UnsetType
from .._runtime.options import Options
from ..operations import users as operations

__all__ = [
    "AsyncUsers",
    "AsyncUsersWithResponse",
]


class AsyncUsers(AsyncResource):
    """Users of the booking service."""

    async def create(
        self,
        *,
        email: str | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        full_name: str | UnsetType = UNSET,
        phone: str | UnsetType = UNSET,
        security_number: str | UnsetType = UNSET,
        address: str | UnsetType = UNSET,
        province_id: int | UnsetType = UNSET,
        city_id: int | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        version: int | UnsetType = UNSET,
        content_type: Literal[
            "application/json", "text/jsv", "application/jsv"
        ] = "application/json",
        options: Options | None = None,
    ) -> models.AuthenticateResponse:
        """Create a user.

        Creates a user and signs it in. The page shows only JSV; JSON is implied by the
        framework.

        A refusal travels inside an answer of status 200: `Status` is 0 and `Message`
        says why.

        Args:
            email: `Email` of the body.
            password: `Password` of the body.
            full_name: `FullName` of the body.
            phone: `Phone` of the body.
            security_number: `SecurityNumber` of the body.
            address: `Address` of the body.
            province_id: `ProvinceId` of the body.
            city_id: `CityId` of the body.
            locale: Locale.
            version: Version.
            content_type: How the body is written.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            UnexpectedStatusError: The page documents no error.

        Source: PT.Api, "CreateUser" (documented).
        """
        return await self._call(
            operations.CREATE,
            body=models.CreateUser(
                email=email,
                password=password,
                full_name=full_name,
                phone=phone,
                security_number=security_number,
                address=address,
                province_id=province_id,
                city_id=city_id,
                locale=locale,
                version=version,
            ),
            content_type=content_type,
            options=options,
        )

    async def create_by_reply(
        self,
        *,
        email: str | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        full_name: str | UnsetType = UNSET,
        phone: str | UnsetType = UNSET,
        security_number: str | UnsetType = UNSET,
        address: str | UnsetType = UNSET,
        province_id: int | UnsetType = UNSET,
        city_id: int | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        version: int | UnsetType = UNSET,
        content_type: Literal["text/jsv", "application/jsv"] = "text/jsv",
        options: Options | None = None,
    ) -> models.AuthenticateResponse:
        """Create a user by the predefined JSV route.

        The same operation at the route of the page's sample.

        Args:
            email: `Email` of the body.
            password: `Password` of the body.
            full_name: `FullName` of the body.
            phone: `Phone` of the body.
            security_number: `SecurityNumber` of the body.
            address: `Address` of the body.
            province_id: `ProvinceId` of the body.
            city_id: `CityId` of the body.
            locale: Locale.
            version: Version.
            content_type: How the body is written.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            UnexpectedStatusError: As for `/api/createuser`.

        Source: PT.Api, "CreateUser" (documented).
        """
        return await self._call(
            operations.CREATE_BY_REPLY,
            body=models.CreateUser(
                email=email,
                password=password,
                full_name=full_name,
                phone=phone,
                security_number=security_number,
                address=address,
                province_id=province_id,
                city_id=city_id,
                locale=locale,
                version=version,
            ),
            content_type=content_type,
            options=options,
        )


class AsyncUsersWithResponse:
    """The same calls, each with its whole response."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.create = detailed(resource.create)
        self.create_by_reply = detailed(resource.create_by_reply)
