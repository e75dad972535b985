# Generated from specs/futa-bus.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from futa_bus import models
from futa_bus._runtime import codec

from .members import MODELS, made, members, named, optional, written
from .wire import JSON

members(
    models.CreateUser,
    optional("Email", 'Email "é,:{', field="email"),
    optional("Password", "Password", field="password", secret=True),
    optional("FullName", "FullName", field="full_name"),
    optional("Phone", "Phone", field="phone"),
    optional("SecurityNumber", "SecurityNumber", field="security_number"),
    optional("Address", "Address", field="address"),
    optional("ProvinceId", 7, field="province_id"),
    optional("CityId", 8, field="city_id"),
    optional("Locale", "vi-VN", field="locale"),
    optional("Version", 1, field="version"),
)

members(
    models.LocaleRequest,
    optional("Locale", 'Locale "é,:{', field="locale"),
)

members(
    models.BaseRequest,
    optional("Version", 2147483647, field="version"),
)

members(
    models.CreateUserResponse,
    optional("Data", models.AuthenticateResponse, field="data"),
    optional("Status", 1, field="status"),
    optional("Message", "Message", field="message"),
)

members(
    models.BaseResponse,
    optional("Status", 2147483647, field="status"),
    optional("Message", "Message", field="message"),
)

members(
    models.AuthenticateResponse,
    optional("UserId", 'UserId "é,:{', field="user_id"),
    optional("SessionId", "SessionId", field="session_id", secret=True),
    optional("UserName", "UserName", field="user_name"),
    optional("DisplayName", "DisplayName", field="display_name"),
    optional("ReferrerUrl", "ReferrerUrl", field="referrer_url"),
    optional("BearerToken", "BearerToken", field="bearer_token", secret=True),
    optional("ResponseStatus", models.ResponseStatus, field="response_status"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)

members(
    models.ResponseStatus,
    optional("ErrorCode", 'ErrorCode "é,:{', field="error_code"),
    optional("Message", "Message", field="message"),
    optional("StackTrace", "StackTrace", field="stack_trace"),
    optional("Errors", [models.ResponseError], field="errors"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)

members(
    models.ResponseError,
    optional("ErrorCode", 'ErrorCode "é,:{', field="error_code"),
    optional("FieldName", "FieldName", field="field_name"),
    optional("Message", "Message", field="message"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)

members(
    models.ErrorResponse,
    optional("ResponseStatus", models.ResponseStatus, field="response_status"),
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
