"""What callers get, and how they reach it: `wire/`, of answers, security and servers."""

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
        id="wire/success-response-added",
        effects=(_W,),
        summary="A status of success is new.",
        before="responses: {'200': …}",
        after="responses: {'200': …, '202': …}",
    ),
    Rule(
        id="wire/success-response-removed",
        effects=(_N,),
        summary="A status of success is gone.",
        before="responses: {'200': …, '202': …}",
        after="responses: {'200': …}",
    ),
    Rule(
        id="wire/error-response-added",
        effects=(_W,),
        summary="A status of failure is new.",
        before="responses: {'200': …}",
        after="responses: {'200': …, '429': …}",
    ),
    Rule(
        id="wire/error-response-removed",
        effects=(_N,),
        summary="A status of failure is gone.",
        before="responses: {'200': …, '429': …}",
        after="responses: {'200': …}",
    ),
    Rule(
        id="wire/header-added",
        effects=(_N,),
        summary="An answer has a new header.",
        before="headers: {}",
        after="headers: {ETag: …}",
    ),
    Rule(
        id="wire/header-removed",
        effects=(_W, _U),
        summary="An answer lost a header.",
        before="headers: {ETag: {required: true, …}}",
        after="headers: {}",
    ),
    Rule(
        id="wire/header-required",
        effects=(_N,),
        summary="A header is now always there.",
        before="ETag: {…}",
        after="ETag: {required: true, …}",
    ),
    Rule(
        id="wire/header-optional",
        effects=(_W,),
        summary="A header may now be absent.",
        before="ETag: {required: true, …}",
        after="ETag: {…}",
    ),
    Rule(
        id="wire/envelope-changed",
        effects=(_M,),
        summary="An answer tells success and failure another way (`x-envelope`).",
        before="x-envelope: {ok: {property: code, equals: 0}}",
        after="x-envelope: {ok: {property: status, equals: ok}}",
    ),
    Rule(
        id="wire/error-code-added",
        effects=(_W,),
        summary="An error code is new (`x-error-codes`).",
        before="codes: [{code: BLOCKED}]",
        after="codes: [{code: BLOCKED}, {code: CLOSED}]",
    ),
    Rule(
        id="wire/error-code-removed",
        effects=(_N,),
        summary="An error code is gone (`x-error-codes`).",
        before="codes: [{code: BLOCKED}, {code: CLOSED}]",
        after="codes: [{code: BLOCKED}]",
    ),
    Rule(
        id="wire/security-tightened",
        effects=(_N,),
        summary="Credentials that opened the door no longer do.",
        before="security: [{key: []}]",
        after="security: [{key: [], sign: []}]",
    ),
    Rule(
        id="wire/security-loosened",
        effects=(_W,),
        summary="Other credentials open the door too.",
        before="security: [{key: []}]",
        after="security: [{key: []}, {oauth: []}]",
    ),
    Rule(
        id="wire/security-scheme-added",
        effects=(_S,),
        summary="A security scheme is described that was not.",
        before="securitySchemes: {}",
        after="securitySchemes: {key: …}",
    ),
    Rule(
        id="wire/security-scheme-removed",
        effects=(_S,),
        summary="A security scheme is no longer described.",
        before="securitySchemes: {key: …}",
        after="securitySchemes: {}",
    ),
    Rule(
        id="wire/security-scheme-changed",
        effects=(_M,),
        summary="Credentials travel another way.",
        before="{type: apiKey, in: header, name: key}",
        after="{type: apiKey, in: query, name: key}",
    ),
    Rule(
        id="wire/security-scheme-flows-changed",
        effects=(_S,),
        summary="Credentials are got another way (flows, addresses, scopes).",
        before="flows: {implicit: …}",
        after="flows: {authorizationCode: …}",
    ),
    Rule(
        id="wire/server-added",
        effects=(_W,),
        summary="The API is served at another address too.",
        before="servers: [{url: https://a.example}]",
        after="servers: [{url: https://a.example}, {url: https://b.example}]",
    ),
    Rule(
        id="wire/server-removed",
        effects=(_N,),
        summary="The API is no longer served at an address.",
        before="servers: [{url: https://a.example}, {url: https://b.example}]",
        after="servers: [{url: https://a.example}]",
    ),
    Rule(
        id="wire/server-variable-changed",
        effects=(_U,),
        summary="Variables of an address changed.",
        before="variables: {region: {default: eu}}",
        after="variables: {region: {default: us}}",
    ),
    Rule(
        id="wire/webhook-added",
        effects=(_W,),
        summary="The service may call for another reason.",
        before="webhooks: {}",
        after="webhooks: {petAdded: …}",
    ),
    Rule(
        id="wire/webhook-removed",
        effects=(_N,),
        summary="The service no longer calls for a reason.",
        before="webhooks: {petAdded: …}",
        after="webhooks: {}",
    ),
    Rule(
        id="wire/callback-added",
        effects=(_W,),
        summary="The service may call back.",
        before="callbacks: {}",
        after="callbacks: {onDone: …}",
    ),
    Rule(
        id="wire/callback-removed",
        effects=(_N,),
        summary="The service no longer calls back.",
        before="callbacks: {onDone: …}",
        after="callbacks: {}",
    ),
)
