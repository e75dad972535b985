# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Wire facts of users."""

from __future__ import annotations

from .. import errors, models
from .._runtime.operations import Answer, Envelope, Failure, Operation
from .._runtime.servers import Server

ENVELOPE = Envelope(
    ok=("Status",),
    equals=1,
    data=("Data",),
    message=("Message",),
    detail=("Data", "ResponseStatus"),
)

CREATE: Operation[models.AuthenticateResponse] = Operation(
    name="users.create",
    method="POST",
    path="/api/createuser",
    bodies=("application/json", "text/jsv", "application/jsv"),
    answers=(
        Answer(
            "200", "application/json", models.AuthenticateResponse, envelope=ENVELOPE
        ),
        Answer("200", "text/jsv", models.AuthenticateResponse, envelope=ENVELOPE),
        Answer(
            "200", "application/jsv", models.AuthenticateResponse, envelope=ENVELOPE
        ),
    ),
    failures=(
        Failure(
            "default",
            "application/json",
            models.Failure,
            error=errors.UnexpectedStatusError,
        ),
        Failure(
            "default", "text/jsv", models.Failure, error=errors.UnexpectedStatusError
        ),
        Failure(
            "default",
            "application/jsv",
            models.Failure,
            error=errors.UnexpectedStatusError,
        ),
    ),
)

CREATE_BY_REPLY: Operation[models.AuthenticateResponse] = Operation(
    name="users.create_by_reply",
    method="POST",
    path="/jsv/reply/CreateUser",
    bodies=("text/jsv", "application/jsv"),
    server=Server("https://api2.futabus.vn"),
    answers=(
        Answer("200", "text/jsv", models.AuthenticateResponse, envelope=ENVELOPE),
        Answer(
            "200", "application/jsv", models.AuthenticateResponse, envelope=ENVELOPE
        ),
    ),
    failures=(
        Failure(
            "default", "text/jsv", models.Failure, error=errors.UnexpectedStatusError
        ),
        Failure(
            "default",
            "application/jsv",
            models.Failure,
            error=errors.UnexpectedStatusError,
        ),
    ),
)
