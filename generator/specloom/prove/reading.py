"""Breaks of the runtime once an answer is there."""

from __future__ import annotations

from .patch import Patch

__all__ = ["READING"]

JSV = r"text/jsv"
ENVELOPE = r"envelope="

READING = (
    Patch(
        name="the wrong status looked up",
        module="answers.py",
        old='for wanted in (str(status), f"{status // 100}XX", "default"):',
        new='for wanted in ("default", f"{status // 100}XX", str(status)):',
        needs=r'Failure\(\s*"default"(?s:.*)Failure\(\s*"[45]|Failure\(\s*"[45]\d\d"(?s:.*)"default"',
    ),
    Patch(
        name="error codes not looked up",
        module="answers.py",
        old="special = outcome.codes.get(str(code))",
        new="special = None",
        needs=r"codes=\{",
    ),
    Patch(
        name="an error without its body",
        module="answers.py",
        old="error.body = contents(outcome, response, media_type)",
        new="error.body = None",
        needs=r"Failure\(\s*\"[^\"]+\",\s*\"application/json\"",
    ),
    Patch(
        name="every envelope a success",
        module="answers.py",
        old="if not same(code, envelope.equals):",
        new="if False:",
        needs=ENVELOPE,
    ),
    Patch(
        name="a refusal without its message",
        module="answers.py",
        old="error.message = text_at(response.body, envelope.message, media_type)",
        new='error.message = ""',
        needs=r"message=\(",
    ),
    Patch(
        name="unknown members lost",
        module="arrange.py",
        old="            value[EXTRAS] = rest",
        new="            pass",
        needs=r"OpenModel",
    ),
    Patch(
        name="secrets shown",
        module="models.py",
        old='members.append((name, "***" if name in hidden else value))',
        new="members.append((name, value))",
        needs=r"Secret\b",
    ),
    Patch(
        name="members not needed together",
        module="rules.py",
        old="            if not held:",
        new="            if False:",
        needs=r"AnyOf\(",
    ),
    Patch(
        name="decimals as texts",
        module="codec.py",
        old='decimal_format="number"',
        new='decimal_format="string"',
        needs=r": Decimal",
    ),
    Patch(
        name="JSV: nothing in quotes",
        module="jsv.py",
        old="    if text and not SPECIAL.search(text):\n        return text\n",
        new="    return text\n",
        needs=JSV,
    ),
    Patch(
        name="JSV: quotes not doubled",
        module="jsv.py",
        old="""return '"' + text.replace('"', '""') + '"'""",
        new="""return '"' + text + '"'""",
        needs=JSV,
    ),
    Patch(
        name="JSV: quotes not undone",
        module="jsv.py",
        old="""return quoted.group(1).replace('""', '"')""",
        new="return quoted.group(1)",
        needs=JSV,
    ),
)
