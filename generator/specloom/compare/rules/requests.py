"""What callers send: `wire/`, of operations, parameters and bodies."""

from __future__ import annotations

from ..effect import Effect
from .entry import Rule

__all__ = ["RULES"]

_S = Effect.SAYS
_N = Effect.NARROWS
_W = Effect.WIDENS
_M = Effect.MOVES
_U = Effect.UNDECIDED

RULES = (
    Rule(
        id="wire/operation-added",
        effects=(_W,),
        summary="An operation is new.",
        before="/pets: {get: …}",
        after="/pets: {get: …, post: …}",
    ),
    Rule(
        id="wire/operation-removed",
        effects=(_N,),
        summary="An operation is gone.",
        before="/pets: {get: …, post: …}",
        after="/pets: {get: …}",
    ),
    Rule(
        id="wire/operation-deprecated",
        effects=(_S,),
        summary="An operation is now deprecated.",
        before="get: {…}",
        after="get: {deprecated: true, …}",
    ),
    Rule(
        id="wire/operation-reactivated",
        effects=(_S,),
        summary="An operation is no longer deprecated.",
        before="get: {deprecated: true, …}",
        after="get: {…}",
    ),
    Rule(
        id="wire/required-parameter-added",
        effects=(_N,),
        summary="A request needs a new parameter.",
        before="parameters: []",
        after="- {name: tenant, in: query, required: true}",
    ),
    Rule(
        id="wire/optional-parameter-added",
        effects=(_W,),
        summary="A request may carry a new parameter.",
        before="parameters: []",
        after="- {name: page, in: query}",
    ),
    Rule(
        id="wire/parameter-removed",
        effects=(_U,),
        summary="A parameter is gone.",
        before="- {name: page, in: query}",
        after="parameters: []",
    ),
    Rule(
        id="wire/parameter-required",
        effects=(_N,),
        summary="A parameter is now required.",
        before="- {name: page, in: query}",
        after="- {name: page, in: query, required: true}",
    ),
    Rule(
        id="wire/parameter-optional",
        effects=(_W,),
        summary="A parameter may now be left out.",
        before="- {name: page, in: query, required: true}",
        after="- {name: page, in: query}",
    ),
    Rule(
        id="wire/parameter-deprecated",
        effects=(_S,),
        summary="A parameter is now deprecated.",
        before="- {name: page}",
        after="- {name: page, deprecated: true}",
    ),
    Rule(
        id="wire/parameter-reactivated",
        effects=(_S,),
        summary="A parameter is no longer deprecated.",
        before="- {name: page, deprecated: true}",
        after="- {name: page}",
    ),
    Rule(
        id="wire/parameter-encoding-changed",
        effects=(_M,),
        summary="A parameter is written another way (style, explode, media type).",
        before="{name: ids, style: form, explode: true}  # ids=1&ids=2",
        after="{name: ids, style: form, explode: false}  # ids=1,2",
    ),
    Rule(
        id="wire/required-body-added",
        effects=(_N,),
        summary="A request needs a body that it did not have.",
        before="post: {}",
        after="post: {requestBody: {required: true, …}}",
    ),
    Rule(
        id="wire/optional-body-added",
        effects=(_W,),
        summary="A request may carry a body.",
        before="post: {}",
        after="post: {requestBody: {…}}",
    ),
    Rule(
        id="wire/body-removed",
        effects=(_N,),
        summary="A request has no body any more.",
        before="post: {requestBody: {…}}",
        after="post: {}",
    ),
    Rule(
        id="wire/body-required",
        effects=(_N,),
        summary="A body is now required.",
        before="requestBody: {…}",
        after="requestBody: {required: true, …}",
    ),
    Rule(
        id="wire/body-optional",
        effects=(_W,),
        summary="A body may now be left out.",
        before="requestBody: {required: true, …}",
        after="requestBody: {…}",
    ),
    Rule(
        id="wire/media-type-added",
        effects=(_W,),
        summary="A body may be written, or asked for, in another media type.",
        before="content: {application/json: …}",
        after="content: {application/json: …, text/csv: …}",
    ),
    Rule(
        id="wire/media-type-removed",
        effects=(_N,),
        summary="A body can no longer be written, or asked for, in a media type.",
        before="content: {application/json: …, text/csv: …}",
        after="content: {application/json: …}",
    ),
    Rule(
        id="wire/media-type-generalized",
        effects=(_W,),
        summary="A media type became a wider one.",
        before="content: {application/json: …}",
        after="content: {application/*: …}",
    ),
    Rule(
        id="wire/media-type-specialized",
        effects=(_N,),
        summary="A media type became a narrower one.",
        before="content: {application/*: …}",
        after="content: {application/json: …}",
    ),
    Rule(
        id="wire/encoding-changed",
        effects=(_M,),
        summary="A member of a form is written another way.",
        before="encoding: {photo: {contentType: image/png}}",
        after="encoding: {photo: {contentType: image/jpeg}}",
    ),
    Rule(
        id="wire/unsound-changed",
        effects=(_S,),
        summary="A part changed that is not sound, and so is not read.",
        before="{type: string, default: 1}",
        after="{type: string, default: 2}",
    ),
)
