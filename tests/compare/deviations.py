"""Where our verdicts and oasdiff's differ, and why."""

from __future__ import annotations

__all__ = ["REASONS", "reason_of"]

REASONS: dict[str, tuple[str, ...]] = {
    "callers that had the door opened are refused now; oasdiff's maintainers dispute "
    "their own level": ("oas0016", "oas0020", "oas0028"),
    "both lists of schemas allow the same values: another name, the same bytes (the "
    "Python verdict is breaking)": (
        *("oas0097", "oas0098", "oas0197", "oas0235", "oas0236", "oas0697"),
    ),
    "`oneOf` lists one schema twice, so nothing is left of it but that schema; its "
    "members are compared": ("oas0700", "oas0701"),
    "the alternatives that are new are lists of values, and lists of values are taken as "
    "open": ("oas0300",),
    "one value and a list are written in different ways": (
        *("oas0129", "oas0130", "oas0175"),
    ),
    "a path parameter that its path does not name is never sent": (
        *("oas0137", "oas0138", "oas0173", "oas0177", "oas0179"),
    ),
    "a default that its own schema refuses is no default (SP212)": (
        *("oas0424", "oas0436", "oas0561"),
    ),
    "a part that is not sound is not read; that it changed is told": ("oas0425",),
    "a body without any media type is no body": (
        *("oas0435", "oas0445", "oas0560", "oas0564"),
    ),
    "`required` says nothing about arrays (JSON Schema validation, section 6.5.3)": (
        "oas0630",
    ),
    "every number is a text where values are written as text": ("oas0169",),
    "a default of a member that is absent may change what the service does": (
        "oas0209",
    ),
    "a bound that is gone, or stricter in answers, is a change all the same: compatible": (
        *("oas0222", "oas0224", "oas0255"),
    ),
    "the request takes more than before: the old object is one of the alternatives (the "
    "Python verdict is breaking)": ("oas0238",),
    "`string` is among the types now, so that every listed value is still accepted": (
        "oas0329",
    ),
    "callers that read the member no longer get it": ("oas0264", "oas0307", "oas0489"),
    "a member that callers get in addition breaks nobody": ("oas0309",),
    "an annotation is no change of values": ("oas0268", "oas0269"),
    "a level that nobody knows promises nothing that callers could lose": ("oas0349",),
    "deprecation is worth telling, whatever its stability": (
        *("oas0380", "oas0408", "oas0557", "oas0582"),
    ),
    "what was never promised to stay is gone: compatible, and told": (
        *("oas0407", "oas0409", "oas0583"),
    ),
    "a tag that no operation carries, or one that is new, is no change of names": (
        "oas0551",
    ),
    "`default` is an answer like others": ("oas0559",),
    "the wire is the same; the keyword in Python has another name": (
        *("oas0605", "oas0606", "oas0610", "oas0612"),
    ),
    "a member that is read-only is not sent, so that its pattern restricts no caller": (
        *("oas0618", "oas0624", "oas0625"),
    ),
    "a required member that is no longer described is still required of callers": (
        "oas0658",
    ),
    "callers know the address that is gone": ("oas0670",),
    "a parameter may take everything now; Python callers see another type": (
        "oas0198",
    ),
}
"""Reason -> cases of ../shared/diff."""

_BY_CASE = {case: reason for reason, cases in REASONS.items() for case in cases}


def reason_of(case: str) -> str:
    """Why a case differs, or ""."""
    return _BY_CASE.get(case, "")
