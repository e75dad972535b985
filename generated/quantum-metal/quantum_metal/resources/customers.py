# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Customer Reference: registration, verification and binding."""

from __future__ import annotations

from .. import models
from .._runtime.client import Resource, detailed
from .._runtime.options import Options
from ..operations import customers as operations

__all__ = [
    "Customers",
    "CustomersWithResponse",
]


class Customers(Resource):
    """Customer Reference: registration, verification and binding."""

    def register(
        self,
        *,
        customer: models.Customer,
        options: Options | None = None,
    ) -> models.RegistrationSession:
        """Register Customer.

        Registers a new customer if the customer is not registered on the platform yet.

        A one-time verification code is sent to the customer's primary login method;
        complete the registration with `customers.verify_registration`.

        Args:
            customer: The customer to be registered.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            TooManyRequestsError: More than 10 requests in a second on average, or a
                burst of more than 10 (429).
            UnexpectedStatusError: Any other answer.

        Source: QM Developer Docs, Customer Reference, "Register Customer" (documented).
        """
        return self._call(
            operations.REGISTER,
            body=models.CustomerRegistration(
                customer=customer,
            ),
            options=options,
        )

    def verify_registration(
        self,
        *,
        session_id: str,
        verification_code: str,
        options: Options | None = None,
    ) -> models.OneTimeLink:
        """Verify Registration.

        Completes a registration with the one-time verification code.

        Args:
            session_id: The session of the registration.
            verification_code: The one-time verification code.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            TooManyRequestsError: More than 10 requests in a second on average, or a
                burst of more than 10 (429).
            UnexpectedStatusError: Any other answer.

        Source:
        https://developers.quantummetal.com/merchant/customer-reference/verify-registration
        (official).
        """
        return self._call(
            operations.VERIFY_REGISTRATION,
            body=models.RegistrationVerification(
                session_id=session_id,
                verification_code=verification_code,
            ),
            options=options,
        )

    def request_one_time_link(
        self,
        *,
        customer: models.CustomerIdentity,
        options: Options | None = None,
    ) -> models.OneTimeLink:
        """Request One-Time Link.

        Returns a new link that signs a registered customer in once.

        Args:
            customer: How a registered customer is found.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            TooManyRequestsError: More than 10 requests in a second on average, or a
                burst of more than 10 (429).
            UnexpectedStatusError: Any other answer.

        Source:
        https://developers.quantummetal.com/merchant/customer-reference/request-one-time-link
        (official).
        """
        return self._call(
            operations.REQUEST_ONE_TIME_LINK,
            body=models.CustomerLookup(
                customer=customer,
            ),
            options=options,
        )

    def bind(
        self,
        *,
        customer: models.CustomerIdentity,
        options: Options | None = None,
    ) -> models.Binding:
        """Bind Customer.

        Binds a registered customer to the merchant.

        Args:
            customer: How a registered customer is found.
            options: Overrides for this call.

        Raises:
            EnvelopeError: The service refused; `code` and `message` say why.
            CustomerNotFoundError: The customer does not exist.
            RegistrationNotCompleteError: The customer's registration is not complete.
            BindNotAllowedError: Binding the customer is not allowed.
            TooManyRequestsError: More than 10 requests in a second on average, or a
                burst of more than 10 (429).
            UnexpectedStatusError: Any other answer.

        Source:
        https://developers.quantummetal.com/merchant/customer-reference/bind-customer
        (official).
        """
        return self._call(
            operations.BIND,
            body=models.CustomerLookup(
                customer=customer,
            ),
            options=options,
        )


class CustomersWithResponse:
    """The same calls, each with its whole response."""

    def __init__(self, resource: Customers) -> None:
        self.register = detailed(resource.register)
        self.verify_registration = detailed(resource.verify_registration)
        self.request_one_time_link = detailed(resource.request_one_time_link)
        self.bind = detailed(resource.bind)
