# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from ahamove_v3 import models
from ahamove_v3._runtime import codec

from .members import MODELS, made, members, named, optional, other, required, written
from .wire import JSON

members(
    models.AccountRegistration,
    required("mobile", 'mobile "é,:{'),
    required("api_key", "api_key", secret=True),
    required("name", "name"),
    required("address", "address"),
)

members(
    models.AccountCredentials,
    required("mobile", 'mobile "é,:{'),
    required("api_key", "api_key", secret=True),
)

members(
    models.AccountToken,
    required("token", 'token "é,:{', secret=True),
    optional("refresh_token", "refresh_token", secret=True),
)

members(
    models.ChildAddition,
    required("child_id", 'child_id "é,:{'),
)

members(
    models.ChildActivation,
    required("activation_code", 'activation_code "é,:{'),
)

members(
    models.ChildAccount,
    optional("_id", '_id "é,:{', field="id_"),
    optional("name", "name"),
    optional("partner", "partner"),
    optional("parent_id", "parent_id"),
    other("text"),
)

members(
    models.AhamoveError,
    optional("title", 'title "é,:{'),
    optional("description", "description"),
    other("text"),
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
