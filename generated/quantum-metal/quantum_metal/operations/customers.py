# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Wire facts of customers."""

from __future__ import annotations

from .. import errors, models
from .._runtime.operations import Answer, Envelope, Failure, Operation

ENVELOPE = Envelope(
    ok=("code",),
    equals=0,
    data=("data",),
    message=("message",),
)

REGISTER: Operation[models.RegistrationSession] = Operation(
    name="customers.register",
    method="POST",
    path="/v1/customer/register",
    bodies=("application/json",),
    security=(("key", "sign"),),
    linked=True,
    answers=(
        Answer(
            "200", "application/json", models.RegistrationSession, envelope=ENVELOPE
        ),
    ),
    failures=(
        Failure("429", error=errors.TooManyRequestsError),
        Failure(
            "default",
            "application/json",
            models.Envelope,
            error=errors.UnexpectedStatusError,
            envelope=ENVELOPE,
        ),
    ),
)

VERIFY_REGISTRATION: Operation[models.OneTimeLink] = Operation(
    name="customers.verify_registration",
    method="POST",
    path="/v1/customer/verify-registration",
    bodies=("application/json",),
    security=(("key", "sign"),),
    answers=(Answer("200", "application/json", models.OneTimeLink, envelope=ENVELOPE),),
    failures=(
        Failure("429", error=errors.TooManyRequestsError),
        Failure(
            "default",
            "application/json",
            models.Envelope,
            error=errors.UnexpectedStatusError,
            envelope=ENVELOPE,
        ),
    ),
)

REQUEST_ONE_TIME_LINK: Operation[models.OneTimeLink] = Operation(
    name="customers.request_one_time_link",
    method="POST",
    path="/v1/customer/request-one-time-link",
    bodies=("application/json",),
    security=(("key", "sign"),),
    answers=(Answer("200", "application/json", models.OneTimeLink, envelope=ENVELOPE),),
    failures=(
        Failure("429", error=errors.TooManyRequestsError),
        Failure(
            "default",
            "application/json",
            models.Envelope,
            error=errors.UnexpectedStatusError,
            envelope=ENVELOPE,
        ),
    ),
)

BIND: Operation[models.Binding] = Operation(
    name="customers.bind",
    method="POST",
    path="/v1/customer/bind",
    bodies=("application/json",),
    security=(("key", "sign"),),
    answers=(
        Answer(
            "200",
            "application/json",
            models.Binding,
            envelope=ENVELOPE,
            code=("code",),
            codes={
                "801": errors.CustomerNotFoundError,
                "802": errors.RegistrationNotCompleteError,
                "803": errors.BindNotAllowedError,
            },
        ),
    ),
    failures=(
        Failure("429", error=errors.TooManyRequestsError),
        Failure(
            "default",
            "application/json",
            models.Envelope,
            error=errors.UnexpectedStatusError,
            envelope=ENVELOPE,
        ),
    ),
)
