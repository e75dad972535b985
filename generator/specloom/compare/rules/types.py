"""What a value is: `wire/`, of types, formats, `null` and lists of values."""

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
        id="wire/type-changed",
        effects=(_N, _W, _M),
        summary="A value is of another type.",
        before="{type: integer}",
        after="{type: string}",
    ),
    Rule(
        id="wire/format-changed",
        effects=(_N, _W, _M),
        summary="A value has another format.",
        before="{type: string}",
        after="{type: string, format: uuid}",
    ),
    Rule(
        id="wire/content-changed",
        effects=(_M,),
        summary="A text holds another kind of content.",
        before="{contentEncoding: base64}",
        after="{contentEncoding: base32}",
    ),
    Rule(
        id="wire/null-added",
        effects=(_W,),
        summary="A value may now be `null`.",
        before="{type: string}",
        after='{type: [string, "null"]}',
    ),
    Rule(
        id="wire/null-removed",
        effects=(_N,),
        summary="A value may no longer be `null`.",
        before='{type: [string, "null"]}',
        after="{type: string}",
    ),
    Rule(
        id="wire/enum-added",
        effects=(_N,),
        summary="A value that was free is now one of a list.",
        before="{type: string}",
        after="{type: string, enum: [a, b]}",
    ),
    Rule(
        id="wire/enum-removed",
        effects=(_W,),
        summary="A value that was one of a list is now free.",
        before="{type: string, enum: [a, b]}",
        after="{type: string}",
    ),
    Rule(
        id="wire/enum-value-added",
        effects=(_W,),
        summary="A list of values has a new one.",
        before="{enum: [a, b]}",
        after="{enum: [a, b, c]}",
    ),
    Rule(
        id="wire/enum-value-removed",
        effects=(_N,),
        summary="A list of values lost one.",
        before="{enum: [a, b, c]}",
        after="{enum: [a, b]}",
    ),
    Rule(
        id="wire/open-enum-value-added",
        effects=(_W,),
        summary="A list of values that may grow (`x-extensible-enum`) has a new one.",
        before="{type: string, x-extensible-enum: [a, b]}",
        after="{type: string, x-extensible-enum: [a, b, c]}",
    ),
    Rule(
        id="wire/open-enum-value-removed",
        effects=(_N,),
        summary="A list of values that may grow (`x-extensible-enum`) lost one.",
        before="{type: string, x-extensible-enum: [a, b, c]}",
        after="{type: string, x-extensible-enum: [a, b]}",
    ),
    Rule(
        id="wire/enum-changed",
        effects=(_W,),
        summary="A list of values, or a constant, is another one altogether.",
        before="{const: a}",
        after="{const: b}",
    ),
    Rule(
        id="wire/bound-added",
        effects=(_N,),
        summary="A value or a size has a new limit.",
        before="{type: integer}",
        after="{type: integer, maximum: 100}",
    ),
    Rule(
        id="wire/bound-removed",
        effects=(_W,),
        summary="A value or a size lost a limit.",
        before="{type: integer, maximum: 100}",
        after="{type: integer}",
    ),
    Rule(
        id="wire/bound-tightened",
        effects=(_N,),
        summary="A limit is stricter.",
        before="{maximum: 100}",
        after="{maximum: 50}",
    ),
    Rule(
        id="wire/bound-loosened",
        effects=(_W,),
        summary="A limit is less strict.",
        before="{maximum: 50}",
        after="{maximum: 100}",
    ),
    Rule(
        id="wire/bound-changed",
        effects=(_M, _U),
        summary="A limit is another one.",
        before="{multipleOf: 2}",
        after="{multipleOf: 3}",
    ),
    Rule(
        id="wire/pattern-added",
        effects=(_N,),
        summary="A text must match a pattern.",
        before="{type: string}",
        after='{type: string, pattern: "^[a-z]+$"}',
    ),
    Rule(
        id="wire/pattern-removed",
        effects=(_W,),
        summary="A text need not match a pattern any more.",
        before='{type: string, pattern: "^[a-z]+$"}',
        after="{type: string}",
    ),
    Rule(
        id="wire/pattern-changed",
        effects=(_U,),
        summary="A text must match another pattern.",
        before='{pattern: "^[a-z]+$"}',
        after='{pattern: "^[a-z-]+$"}',
    ),
    Rule(
        id="wire/assertion-added",
        effects=(_N,),
        summary="A value is restricted by `if`, `contains`, `not` or the like.",
        before="{type: array}",
        after="{type: array, contains: {const: 1}}",
    ),
    Rule(
        id="wire/assertion-removed",
        effects=(_W,),
        summary="A value is no longer restricted by `if`, `contains`, `not` or the like.",
        before="{type: array, contains: {const: 1}}",
        after="{type: array}",
    ),
    Rule(
        id="wire/assertion-changed",
        effects=(_M, _N, _W),
        summary="A value is restricted in another way by `if`, `contains`, `not` or the like.",
        before="{contains: {const: 1}}",
        after="{contains: {const: 2}}",
    ),
    Rule(
        id="wire/default-changed",
        effects=(_U,),
        summary="An absent value means something else.",
        before="{type: integer, default: 20}",
        after="{type: integer, default: 50}",
    ),
    Rule(
        id="wire/schema-deprecated",
        effects=(_S,),
        summary="A schema is now deprecated.",
        before="Pet: {type: object}",
        after="Pet: {type: object, deprecated: true}",
    ),
    Rule(
        id="wire/schema-reactivated",
        effects=(_S,),
        summary="A schema is no longer deprecated.",
        before="Pet: {type: object, deprecated: true}",
        after="Pet: {type: object}",
    ),
)
