"""SP1xx: what can be wrong with a text before it means anything."""

from __future__ import annotations

from ..diagnostic import Effect, Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP101",
        slug="unreadable-file",
        severity=Severity.ERROR,
        summary="The document can't be opened.",
        explanation=(
            "The path names nothing, a folder, or a file that may not be read. "
            "Check the path; a document is one JSON or YAML file."
        ),
    ),
    Rule(
        code="SP102",
        slug="not-text",
        severity=Severity.ERROR,
        summary="The file isn't text in UTF-8, UTF-16 or UTF-32.",
        explanation=(
            "JSON (RFC 8259 section 8.1) and YAML (1.2.2 section 5.2) are Unicode "
            "text. Save the file as UTF-8; UTF-16 and UTF-32 are read when they "
            "start with a byte order mark or are recognisable without one."
        ),
    ),
    Rule(
        code="SP103",
        slug="broken-yaml",
        severity=Severity.ERROR,
        summary="The file isn't well-formed YAML.",
        explanation=(
            "Nothing of the file can be used, because everything after the place "
            "could mean something else. Usual causes: a tab in the indentation, a "
            "plain text with `: ` or ` #` in it that needs quotes, or a bracket "
            "that is never closed."
        ),
    ),
    Rule(
        code="SP104",
        slug="broken-json",
        severity=Severity.ERROR,
        summary="The file isn't well-formed JSON.",
        explanation=(
            "Nothing of the file can be used. Usual causes: a file that was cut "
            "off, a trailing comma, or a comment."
        ),
    ),
    Rule(
        code="SP105",
        slug="duplicate-key",
        severity=Severity.ERROR,
        summary="A mapping has the same key twice.",
        explanation=(
            "Only one of the two values can count; tools differ in which one they "
            "take. specloom reads on with the last one. Remove or rename the other."
        ),
    ),
    Rule(
        code="SP106",
        slug="too-deep",
        severity=Severity.ERROR,
        summary="The file is nested too deeply.",
        explanation=(
            "No API description needs five hundred levels; a file with more is "
            "broken or hostile, and nothing of it is used."
        ),
    ),
    Rule(
        code="SP107",
        slug="too-large",
        severity=Severity.ERROR,
        summary="The file is larger than a description can sensibly be.",
        explanation=(
            "The limit protects against a wrong path (a log, an archive, a "
            "recording). The largest published descriptions hold about 13 MB."
        ),
    ),
    Rule(
        code="SP108",
        slug="alias-expansion",
        severity=Severity.ERROR,
        summary="The file's YAML aliases expand to more than can be read.",
        explanation=(
            "A few nested aliases can stand for billions of values. Nothing of the "
            "file is used. Write the parts out, or refer to them with `$ref`."
        ),
    ),
    Rule(
        code="SP109",
        slug="broken-alias",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A YAML alias names no anchor, or contains itself.",
        explanation=(
            "An alias (`*name`) stands for the value that was marked with `&name` "
            "before it. It is read as null. For a recursive schema use `$ref`."
        ),
    ),
    Rule(
        code="SP110",
        slug="several-documents",
        severity=Severity.WARNING,
        summary="The file holds several YAML documents.",
        explanation=(
            "Everything after the second `---` is not read. An OpenAPI description "
            "is one YAML document; split the file and refer to the parts by `$ref`."
        ),
    ),
    Rule(
        code="SP111",
        slug="empty-file",
        severity=Severity.ERROR,
        summary="The file holds nothing but white space and comments.",
        explanation="There is nothing to generate from. Check that it is the right file.",
    ),
    Rule(
        code="SP112",
        slug="control-character",
        severity=Severity.WARNING,
        summary="The text has a control character that its format doesn't allow.",
        explanation=(
            "JSON allows control characters in strings only as escapes (RFC 8259 "
            "section 7), YAML 1.2.2 section 5.1 likewise. The file is read all the "
            "same; other tools will refuse it."
        ),
    ),
    Rule(
        code="SP113",
        slug="number-without-json",
        severity=Severity.WARNING,
        summary="A number has no JSON form.",
        explanation=(
            "Infinity and NaN exist in YAML and not in JSON, which is what OpenAPI "
            "describes. It is read as a string."
        ),
    ),
    Rule(
        code="SP114",
        slug="missing-file",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A `$ref` leads to a file that isn't there or can't be read.",
        explanation=(
            "A relative `$ref` is resolved from the file that it stands in, not "
            "from the root document (OpenAPI 3.1 section 4.6)."
        ),
    ),
    Rule(
        code="SP115",
        slug="file-out-of-bounds",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A `$ref` leads to a file that the document may not read.",
        explanation=(
            "A document reads only files in its own tree: its checkout, or else the "
            "folder that it stands in, and never through symbolic links that "
            "leave it. Otherwise a description from elsewhere could pull any file "
            "of this machine into its output."
        ),
    ),
    Rule(
        code="SP116",
        slug="bad-merge",
        severity=Severity.WARNING,
        summary="A merge key (`<<`) doesn't name a mapping.",
        explanation=(
            "`<<` takes a mapping, or a list of mappings, usually by alias. "
            "Anything else is left out."
        ),
    ),
    Rule(
        code="SP117",
        slug="bad-key",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="A key of a mapping is itself a list or a mapping.",
        explanation=(
            "YAML allows it and JSON doesn't. The entry is left out. Often braces "
            "meant as text: quote them, `'{id}': ...`."
        ),
    ),
    Rule(
        code="SP118",
        slug="unknown-tag",
        severity=Severity.NOTE,
        summary="A YAML tag means nothing in an OpenAPI description.",
        explanation=(
            "Only the tags of the JSON schema of YAML 1.2.2 section 10.2 have a "
            "meaning here. The value is read as if the tag weren't there."
        ),
    ),
    Rule(
        code="SP119",
        slug="lone-surrogate",
        severity=Severity.WARNING,
        summary="An escape stands for half a character.",
        explanation=(
            "`\\ud83d` alone is half of a surrogate pair (RFC 8259 section 8.2): no "
            "text in UTF-8 can hold it. It is read as U+FFFD."
        ),
    ),
    Rule(
        code="SP120",
        slug="useless-overlay",
        severity=Severity.WARNING,
        summary="An action of an overlay can't be applied, or selects nothing.",
        explanation=(
            "The actions of an overlay (OpenAPI Overlay 1.1) are applied in their order to "
            "what a JSONPath selects (RFC 9535, without functions and slices). One that "
            "selects nothing is mostly out of date."
        ),
    ),
)
