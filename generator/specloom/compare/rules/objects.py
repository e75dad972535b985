"""What an object holds: `wire/`, of members and alternatives."""

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
        id="wire/optional-member-added",
        effects=(_N, _W),
        summary="An object may have a new member.",
        before="properties: {id: …}",
        after="properties: {id: …, name: …}",
    ),
    Rule(
        id="wire/required-member-added",
        effects=(_N, _W),
        summary="An object has a new member that must be there.",
        before="required: [id]",
        after="required: [id, name]\nproperties: {name: …}",
    ),
    Rule(
        id="wire/optional-member-removed",
        effects=(_N, _W),
        summary="An object lost a member that could be absent.",
        before="properties: {id: …, name: …}",
        after="properties: {id: …}",
    ),
    Rule(
        id="wire/member-removed",
        effects=(_W, _M),
        summary="An object lost a member that had to be there.",
        before="required: [id, name]",
        after="required: [id]\n# name is not described any more",
    ),
    Rule(
        id="wire/member-required",
        effects=(_N,),
        summary="A member must now be there.",
        before="required: [id]",
        after="required: [id, name]",
    ),
    Rule(
        id="wire/member-optional",
        effects=(_W,),
        summary="A member may now be absent.",
        before="required: [id, name]",
        after="required: [id]",
    ),
    Rule(
        id="wire/member-deprecated",
        effects=(_S,),
        summary="A member is now deprecated.",
        before="name: {type: string}",
        after="name: {type: string, deprecated: true}",
    ),
    Rule(
        id="wire/member-reactivated",
        effects=(_S,),
        summary="A member is no longer deprecated.",
        before="name: {type: string, deprecated: true}",
        after="name: {type: string}",
    ),
    Rule(
        id="wire/member-became-read-only",
        effects=(_S,),
        summary="A member is no longer sent.",
        before="id: {type: string}",
        after="id: {type: string, readOnly: true}",
    ),
    Rule(
        id="wire/member-not-read-only",
        effects=(_S, _N),
        summary="A member is now sent too.",
        before="id: {type: string, readOnly: true}",
        after="id: {type: string}",
    ),
    Rule(
        id="wire/member-became-write-only",
        effects=(_S, _W),
        summary="A member is no longer received.",
        before="secret: {type: string}",
        after="secret: {type: string, writeOnly: true}",
    ),
    Rule(
        id="wire/member-not-write-only",
        effects=(_S,),
        summary="A member is now received too.",
        before="secret: {type: string, writeOnly: true}",
        after="secret: {type: string}",
    ),
    Rule(
        id="wire/members-together",
        effects=(_N, _W, _M),
        summary="Which members need each other changed.",
        before="dependentRequired: {}",
        after="dependentRequired: {card: [address]}",
    ),
    Rule(
        id="wire/object-closed",
        effects=(_N,),
        summary="An object allows no further members.",
        before="type: object",
        after="additionalProperties: false",
    ),
    Rule(
        id="wire/object-opened",
        effects=(_W,),
        summary="An object allows further members.",
        before="additionalProperties: false",
        after="type: object",
    ),
    Rule(
        id="wire/alternative-added",
        effects=(_W,),
        summary="A value may be of another schema too.",
        before="oneOf: [Cat, Dog]",
        after="oneOf: [Cat, Dog, Fish]",
    ),
    Rule(
        id="wire/alternative-removed",
        effects=(_N,),
        summary="A value may no longer be of a schema.",
        before="oneOf: [Cat, Dog, Fish]",
        after="oneOf: [Cat, Dog]",
    ),
    Rule(
        id="wire/alternative-restated",
        effects=(_S,),
        summary="The list of schemas changed, the values that it allows did not.",
        before="anyOf: [Cat, Dog]",
        after="anyOf: [Cat, Hound]  # which describes the same",
    ),
    Rule(
        id="wire/discriminator-changed",
        effects=(_S, _U),
        summary="The schemas of a value are told apart another way.",
        before="discriminator: {propertyName: kind}",
        after="discriminator: {propertyName: type}",
    ),
    Rule(
        id="wire/discriminator-value-added",
        effects=(_W,),
        summary="Another value tells that something is of a schema.",
        before="mapping: {cat: Cat}",
        after="mapping: {cat: Cat, puss: Cat}",
    ),
    Rule(
        id="wire/discriminator-value-removed",
        effects=(_N,),
        summary="A value no longer tells that something is of a schema.",
        before="mapping: {cat: Cat, puss: Cat}",
        after="mapping: {cat: Cat}",
    ),
    Rule(
        id="wire/discriminator-value-changed",
        effects=(_M,),
        summary="A value tells that something is of another schema.",
        before="mapping: {cat: Cat, dog: Dog}",
        after="mapping: {cat: Dog, dog: Dog}",
    ),
)
