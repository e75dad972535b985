# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from quantum_metal import models
from quantum_metal._runtime import codec

from .members import MODELS, made, members, named, optional, required, written
from .wire import JSON

members(
    models.CustomerRegistration,
    required("customer", models.Customer),
)

members(
    models.Customer,
    required("legalFullName", 'legalFullName "é,:{', field="legal_full_name"),
    required("identityNumber", "identityNumber", field="identity_number"),
    optional("email", "email"),
    optional("phoneNumber", "+60123456789", field="phone_number"),
    required("primaryLoginMethod", "email", field="primary_login_method"),
)

members(
    models.RegistrationVerification,
    required("sessionId", 'sessionId "é,:{', field="session_id"),
    required(
        "verificationCode", "verificationCode", field="verification_code", secret=True
    ),
)

members(
    models.CustomerLookup,
    required("customer", models.CustomerIdentity),
)

members(
    models.CustomerIdentity,
    required("identityNumber", 'identityNumber "é,:{', field="identity_number"),
)

members(
    models.Envelope,
    required("code", 2147483647),
    optional("message", "message"),
    optional("data", {"key": "value"}, null=True),
)

members(
    models.RegistrationEnvelope,
    required("code", 2147483647),
    optional("message", "message"),
    optional("data", models.RegistrationSession, null=True),
)

members(
    models.RegistrationSession,
    required("sessionId", 'sessionId "é,:{', field="session_id"),
    required(
        "expiredOn",
        dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
        "1706600000000",
        field="expired_on",
    ),
)

members(
    models.OneTimeLinkEnvelope,
    required("code", 2147483647),
    optional("message", "message"),
    optional("data", models.OneTimeLink, null=True),
)

members(
    models.OneTimeLink,
    required(
        "redirectOneTimeLink",
        'redirectOneTimeLink "é,:{',
        field="redirect_one_time_link",
        secret=True,
    ),
    required(
        "expiredOn",
        dt.datetime(2024, 1, 30, 7, 34, 20, tzinfo=dt.UTC),
        "1706600060000",
        field="expired_on",
    ),
)

members(
    models.BindingEnvelope,
    required("code", 2147483647),
    optional("message", "message"),
    optional("data", models.Binding, null=True),
)

members(
    models.Binding,
    required("id", 'id "é,:{'),
)


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_models_travel_whole(model: type[object]) -> None:
    """Each member is read and written by its own name, and no secret is shown."""
    value, text = made(model), written(model)

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, model, JSON) == (value, ())
    for member in MODELS[model]:
        assert not (member.secret and repr(member.value) in repr(value))


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_models_need_what_is_required(model: type[object]) -> None:
    """Without a required member there is no object; without any other there is."""
    for member in MODELS[model]:
        text = written(model, without=member.name)
        if member.required:
            with pytest.raises(codec.DecodeFailure):
                codec.decode(text, model, JSON)
        else:
            less = made(model, without=member.name)
            assert codec.decode(text, model, JSON) == (less, ())
            assert codec.encode(less, JSON) == text


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_models_tell_null_from_absent(model: type[object]) -> None:
    """Null is a value where it may be; elsewhere it is told, and nobody's value."""
    for member in MODELS[model]:
        text = written(model, null=member.name)
        if member.other:
            continue
        if member.null:
            value = made(model, null=member.name)
            assert codec.encode(value, JSON) == text
            assert codec.decode(text, model, JSON) == (value, ())
        elif member.required:
            with pytest.raises(codec.DecodeFailure):
                codec.decode(text, model, JSON)
        else:
            value, deviations = codec.decode(text, model, JSON)
            assert value == made(model, without=member.name)
            assert len(deviations) == 1


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_models_bear_what_is_new(model: type[object]) -> None:
    """A value or a member that the document does not know breaks nothing."""
    for member in MODELS[model]:
        if member.grows:
            value, deviations = codec.decode(
                written(model, new=member.name), model, JSON
            )
            assert getattr(value, member.field) == "a new value"
            assert deviations == ()
    if not any(member.other for member in MODELS[model]):
        assert codec.decode(written(model, more="unknownMember"), model, JSON) == (
            made(model),
            (),
        )


def test_customer_needs_one_of_several() -> None:
    """`Customer` is refused without any of the members of which one is needed."""
    value = models.Customer(
        legal_full_name="legalFullName",
        identity_number="identityNumber",
        primary_login_method="email",
    )

    with pytest.raises(ValueError):
        codec.verify(value)
