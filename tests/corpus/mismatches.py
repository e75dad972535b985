"""Where a validator refuses what a client sends, and why the client is right."""

from __future__ import annotations

import re

__all__ = ["REASONS", "reason_of"]

REASONS: tuple[tuple[str, str, str], ...] = (
    (
        r"",
        r"'(true|false|[\d.]+)' is not of type '(boolean|integer|number)'",
        "forms carry texts; openapi-core casts no member of a form whose schema says no "
        "`type: object`, or is combined",
    ),
    (
        r"",
        r"Tried to write read-only property",
        "the made-up arguments hold a member that is read-only beside a reference or in "
        "`allOf`; the caller wrote it",
    ),
    (
        r"freetv",
        r"NO_PATH_MATCHED|PathNotFound",
        "the document's path holds its query, which others take for a part of the path",
    ),
    (
        r"",
        r"is valid under each of|expected object .* or object .*, got object",
        "what was made up fits several schemas of a `oneOf`, which nothing tells apart",
    ),
    (
        r"",
        r"b'.*' is not (of type|valid under)|: conds",
        "openapi-core leaves bodies and parts of other media types than JSON as bytes",
    ),
    (
        r"kubernetes",
        r"InvalidRequestBody",
        "a body of `*/*` travels as JSON; openapi-core reads none of it",
    ),
    (
        r"",
        r"header parameter: Content-Type|'application/json, application/vnd",
        "parameters named Accept and Content-Type are ignored (OpenAPI 3.1 section "
        "4.8.12.2.1); openapi-core heeds them",
    ),
    (
        r"",
        r"Unresolvable: 'file:",
        "the document refers to a file that is not in the corpus",
    ),
    (
        r"",
        r"made-up text against a pattern",
        "the made-up text does not match the schema's pattern; clients check no patterns",
    ),
    (
        r"",
        r"_UNSPECIFIED' should not be valid under|\('discord' was|\('emailChannel' was",
        "the made-up value is one that `not` forbids, or that a closed part of `allOf` does",
    ),
    (
        r"openstatus",
        r"is not valid under any|InvalidRequestBody|InvalidParameter",
        "its messages are `allOf` of parts that each allow nothing else: no value is valid",
    ),
    (
        r"github.com",
        r"'ConferenceName' is a required property",
        "the required member is described nowhere (SP211)",
    ),
    (
        r"redocly__cafe",
        r"discriminating property",
        "openapi-core reads only the parts of a form that its schema names beside `oneOf`",
    ),
    (
        r"ory__",
        r"consistency query parameter cannot be empty",
        "the empty text is one of the parameter's values",
    ),
    (
        r"just-eat",
        r"servicetimes whole",
        "the made-up value is an object where the schema's type contradicts its members",
    ),
    (
        r"tyk__",
        r"Missing required path parameter: (app_id|userId)",
        "the path calls it `id` or `user_id`: it is read as that one (SP206)",
    ),
    (
        r"iceberg",
        r"DecodeFailure: /order-id",
        "the made-up value lacks a member that only its base requires",
    ),
    (
        r"contract-p",
        r"InvalidParameter",
        "openapi-core puts in the document's default, which its own schema forbids",
    ),
    (
        r"googleapis",
        r"listEntitlementChanges",
        "openapi-core takes another path of the same form, told apart by its verb alone",
    ),
)
"""Pattern of the document's name, pattern of what is said, and the reason."""


def reason_of(document: str, where: str, what: str) -> str:
    """Why a mismatch is none, or "" where nobody has said so."""
    for name, said, reason in REASONS:
        if re.search(name, document) and re.search(said, f"{where}: {what}"):
            return reason
    return ""
