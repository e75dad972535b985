# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Models of Quantum Metal API, in the document's order."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from ._runtime.models import (
    UNSET,
    AnyOf,
    JsonValue,
    Model,
    Secret,
    UnixTime,
    UnsetType,
    field,
)

__all__ = [
    "Binding",
    "BindingEnvelope",
    "Customer",
    "CustomerIdentity",
    "CustomerLookup",
    "CustomerRegistration",
    "Envelope",
    "OneTimeLink",
    "OneTimeLinkEnvelope",
    "RegistrationEnvelope",
    "RegistrationSession",
    "RegistrationVerification",
]


class CustomerRegistration(Model, kw_only=True):
    """What registers a customer.

    Source: QM Developer Docs, Customer Reference, "Register Customer" (documented).
    """

    customer: Customer


class Customer(Model, kw_only=True):
    """The customer to be registered.

    At least one of `email` or `phone_number` is needed.

    Source: QM Developer Docs, Customer Reference, "Register Customer" (inferred).
    """

    __requires__: ClassVar = (AnyOf(("email",), ("phoneNumber",)),)

    legal_full_name: str = field(name="legalFullName")
    """The customer's legal full name."""
    identity_number: str = field(name="identityNumber")
    """The customer's national identity number, for example an NRIC."""
    email: str | UnsetType = UNSET
    """The customer's e-mail address. Optional if `phoneNumber` is provided."""
    phone_number: str | UnsetType = field(name="phoneNumber", default=UNSET)
    """The customer's phone number with its full prefix, for example +60123456789.

    Optional if `email` is provided.
    """
    primary_login_method: Literal["email", "phoneNumber"] = field(
        name="primaryLoginMethod"
    )
    """Where the one-time verification code goes that completes the registration.

    The allowed methods may be limited: ask your Account Manager.
    """


class RegistrationVerification(Model, kw_only=True):
    """What completes a registration."""

    session_id: str = field(name="sessionId")
    """The session of the registration."""
    verification_code: Annotated[str, Secret] = field(name="verificationCode")
    """The one-time verification code."""


class CustomerLookup(Model, kw_only=True):
    """A registered customer."""

    customer: CustomerIdentity


class CustomerIdentity(Model, kw_only=True):
    """How a registered customer is found."""

    identity_number: str = field(name="identityNumber")
    """The customer's national identity number."""


class Envelope(Model, kw_only=True):
    """The envelope of every answer."""

    code: int
    """The response code, 0 for success and 1 or more for an error; see ENUM
    Definition.
    """
    message: str | UnsetType = UNSET
    """The response message."""
    data: dict[str, JsonValue] | None | UnsetType = UNSET
    """The response data, absent or null on failure."""


class RegistrationEnvelope(Model, kw_only=True):
    """The envelope of a registration."""

    code: int
    """The response code, 0 for success and 1 or more for an error; see ENUM
    Definition.
    """
    message: str | UnsetType = UNSET
    """The response message."""
    data: RegistrationSession | None | UnsetType = UNSET
    """The response data, absent or null on failure."""


class RegistrationSession(Model, kw_only=True):
    """An open registration, waiting for its one-time code.

    Source: QM Developer Docs, Customer Reference, "Register Customer" (documented).
    """

    session_id: str = field(name="sessionId")
    """The unique session identifier of the registration, required for Verify
    Registration.
    """
    expired_on: Annotated[dt.datetime, UnixTime("ms")] = field(name="expiredOn")
    """When the one-time verification code expires, in Unix milliseconds.

    Unix milliseconds on the wire.
    """


class OneTimeLinkEnvelope(Model, kw_only=True):
    """The envelope of a one-time link."""

    code: int
    """The response code, 0 for success and 1 or more for an error."""
    message: str | UnsetType = UNSET
    """The response message."""
    data: OneTimeLink | None | UnsetType = UNSET
    """The response data, absent or null on failure."""


class OneTimeLink(Model, kw_only=True):
    """A link that signs the customer in once."""

    redirect_one_time_link: Annotated[str, Secret] = field(name="redirectOneTimeLink")
    """The link."""
    expired_on: Annotated[dt.datetime, UnixTime("ms")] = field(name="expiredOn")
    """When the link expires, in Unix milliseconds.

    Unix milliseconds on the wire.
    """


class BindingEnvelope(Model, kw_only=True):
    """The envelope of a binding."""

    code: int
    """The response code, 0 for success and 1 or more for an error."""
    message: str | UnsetType = UNSET
    """The response message."""
    data: Binding | None | UnsetType = UNSET
    """The response data, absent or null on failure."""


class Binding(Model, kw_only=True):
    """The binding of a customer to the merchant."""

    id: str
    """The binding's identifier."""
