"""SP2xx: where a document isn't what OpenAPI asks for."""

from __future__ import annotations

from ..diagnostic import Effect, Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP201",
        slug="document-not-valid",
        severity=Severity.WARNING,
        summary="The document breaks the meta-schema of its OpenAPI version.",
        explanation=(
            "The part that breaks it is repaired, or left out with the smallest "
            "possible loss; the rest is generated."
        ),
    ),
    Rule(
        code="SP202",
        slug="not-openapi",
        severity=Severity.ERROR,
        summary="The file isn't an OpenAPI description.",
        explanation=(
            "The root of a description is a mapping with `openapi: 3.x.y` or "
            '`swagger: "2.0"`. Nothing is generated.'
        ),
    ),
    Rule(
        code="SP203",
        slug="unsupported-version",
        severity=Severity.ERROR,
        summary="The description's version is one that specloom doesn't know.",
        explanation=(
            "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read. Nothing is "
            "generated."
        ),
    ),
    Rule(
        code="SP204",
        slug="dangling-reference",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A `$ref` leads to nothing.",
        explanation=(
            "Where it stands any value is accepted, so that the rest can be "
            "generated. Correct the pointer, or define what it names."
        ),
    ),
    Rule(
        code="SP205",
        slug="remote-reference",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A `$ref` leads to another machine.",
        explanation=(
            "specloom never fetches anything: what is generated depends on your "
            "files only. Save a copy beside the document and refer to that."
        ),
    ),
    Rule(
        code="SP206",
        slug="undeclared-path-parameter",
        severity=Severity.WARNING,
        summary="A path or a server has a variable that nothing declares, or the reverse.",
        explanation=(
            "A variable that nothing declares is a string that callers have to "
            "give; what is declared and stands in no path and no URL is left out "
            "(OpenAPI 3.1 sections 4.8.6 and 4.8.12.1)."
        ),
    ),
    Rule(
        code="SP207",
        slug="example-does-not-validate",
        severity=Severity.WARNING,
        summary="An example doesn't fit its own schema.",
        explanation=(
            "One of the two is wrong, and readers will trust the example. It is "
            "not used in documentation and tests."
        ),
    ),
    Rule(
        code="SP208",
        slug="duplicate-operation-id",
        severity=Severity.WARNING,
        summary="Two operations have the same `operationId`.",
        explanation=(
            "It must be unique (OpenAPI 3.1 section 4.8.10.1). Operations of "
            "different tags keep it as their name; those of one tag are named "
            "after their methods and paths. A link leads to the first one."
        ),
    ),
    Rule(
        code="SP209",
        slug="unreadable-part",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A part has the wrong JSON type for its place.",
        explanation=(
            "A string where an object must stand, for example. The part is left " "out."
        ),
    ),
    Rule(
        code="SP210",
        slug="junk-media-type",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A media type isn't one.",
        explanation=(
            "The keys of `content` are media types or ranges (RFC 9110 section "
            "8.3.1): `type/subtype`. The entry is left out, or read as the type "
            "that it resembles."
        ),
    ),
    Rule(
        code="SP211",
        slug="required-names-unknown-member",
        severity=Severity.WARNING,
        summary="`required` names a member that the schema doesn't describe.",
        explanation=(
            "The member is taken as required and of any type. Usually the name "
            "was misspelt."
        ),
    ),
    Rule(
        code="SP212",
        slug="default-does-not-fit",
        severity=Severity.WARNING,
        summary="A default value doesn't fit its own schema, or the values of its variable.",
        explanation=(
            "It is left out; that of a server's variable is used all the same."
        ),
    ),
    Rule(
        code="SP213",
        slug="odd-format",
        severity=Severity.NOTE,
        summary="A `format` doesn't go with its type.",
        explanation=(
            "`format` is advice (JSON Schema 2020-12, validation, section 7). "
            "It is ignored here."
        ),
    ),
    Rule(
        code="SP214",
        slug="undefined-security-scheme",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A security requirement names a scheme that isn't defined.",
        explanation=(
            "The requirement can't be met, so it is left out. Define the scheme "
            "under `components/securitySchemes`."
        ),
    ),
    Rule(
        code="SP215",
        slug="duplicate-parameter",
        severity=Severity.WARNING,
        summary="An operation declares the same parameter twice.",
        explanation=(
            "A parameter is known by its name and place and must be unique "
            "(OpenAPI 3.1 section 4.8.10.1). The last one counts."
        ),
    ),
    Rule(
        code="SP216",
        slug="reference-cycle",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A chain of `$ref`s leads back to itself.",
        explanation=(
            "It never reaches anything, so any value is accepted in its place. "
            "Recursive schemas are another thing, and fine."
        ),
    ),
    Rule(
        code="SP217",
        slug="wrong-kind-of-reference",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A `$ref` leads to another kind of object than stands there.",
        explanation=(
            "A parameter where a schema is expected, for example. It is treated "
            "as if it led to nothing."
        ),
    ),
    Rule(
        code="SP218",
        slug="nested-too-deeply",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="Parts are nested more deeply than any API needs.",
        explanation="What lies deeper is left out; any value is accepted there.",
    ),
    Rule(
        code="SP219",
        slug="unknown-type",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A schema's `type` is none of JSON Schema's.",
        explanation=(
            "The types are string, number, integer, boolean, object, array and "
            "null (JSON Schema 2020-12 validation, section 6.1.1). Well-known "
            "words are read as what they mean; others say nothing."
        ),
    ),
    Rule(
        code="SP220",
        slug="read-as-meant",
        severity=Severity.WARNING,
        summary="A part is written in another form than the specification asks for.",
        explanation="What it means is plain, and it is read as that.",
    ),
    Rule(
        code="SP221",
        slug="future-version",
        severity=Severity.WARNING,
        summary="The description is written in a later version of OpenAPI.",
        explanation="It is read as OpenAPI 3.2; what is new since then is not seen.",
    ),
    Rule(
        code="SP222",
        slug="second-opinion",
        severity=Severity.WARNING,
        summary="openapi-spec-validator finds fault with the description.",
        explanation=(
            "Only `lint` asks it. Other tools may refuse the description for it; "
            "specloom may read it all the same."
        ),
    ),
    Rule(
        code="SP223",
        slug="header-not-sendable",
        severity=Severity.WARNING,
        effect=Effect.APPROXIMATED,
        summary="A header parameter has a name that no header may have.",
        explanation=(
            "Names of header fields are letters, digits and some marks, at least one "
            "(RFC 9110 section 5.1). The parameter is left out; the operation is called "
            "without it."
        ),
    ),
)
