"""The law of severity: effect x direction x guards, and the few exceptions from it.

A request that was right must stay right; an answer must stay within what was promised. So a
change of what callers send breaks where it narrows, a change of what they receive where it
widens. ADR 0004 gives the reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..link import Direction
from .effect import Effect, Severity
from .finding import Finding, Place, Use

__all__ = ["EXCEPTIONS", "LAW", "Exemption", "Judgement", "judge"]

_BREAKING, _RISKY, _COMPATIBLE = Severity.BREAKING, Severity.RISKY, Severity.COMPATIBLE

LAW: Final[Mapping[tuple[Effect, Direction], tuple[Severity, str]]] = {
    (Effect.SAYS, "request"): (_COMPATIBLE, "nothing that callers send is refused"),
    (Effect.SAYS, "response"): (_COMPATIBLE, "callers receive what they did before"),
    (Effect.NARROWS, "request"): (_BREAKING, "what callers sent may now be refused"),
    (Effect.NARROWS, "response"): (
        _COMPATIBLE,
        "callers receive less than they expect",
    ),
    (Effect.WIDENS, "request"): (_COMPATIBLE, "what callers sent is still accepted"),
    (Effect.WIDENS, "response"): (_BREAKING, "callers may receive what they never did"),
    (Effect.MOVES, "request"): (_BREAKING, "what callers sent may now be refused"),
    (Effect.MOVES, "response"): (_BREAKING, "callers may receive what they never did"),
    (Effect.UNDECIDED, "request"): (_RISKY, "some of what callers sent may be refused"),
    (Effect.UNDECIDED, "response"): (_RISKY, "callers may receive something new"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Where practice and law differ, and why."""

    rule: str
    direction: Direction
    severity: Severity
    reason: str
    effect: Effect | None = None
    """Only for this effect, if any."""
    place: Place | None = None
    """Only there, if anywhere."""

    def covers(self, finding: Finding, effect: Effect, use: Use) -> bool:
        """Whether this speaks of the finding in that use."""
        return (
            self.rule == finding.rule
            and self.direction == use.direction
            and self.effect in (None, effect)
            and self.place in (None, use.place)
        )


EXCEPTIONS: Final = (
    Exemption(
        rule="wire/optional-member-added",
        direction="request",
        severity=_COMPATIBLE,
        reason="callers don't send members that nobody described",
    ),
    Exemption(
        rule="wire/optional-member-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="readers leave out members that they don't know",
    ),
    Exemption(
        rule="wire/required-member-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="readers leave out members that they don't know",
    ),
    Exemption(
        rule="wire/member-removed",
        direction="request",
        effect=Effect.WIDENS,
        severity=_RISKY,
        reason="callers may go on sending it, but nothing says that it still has an effect",
    ),
    Exemption(
        rule="wire/optional-member-removed",
        direction="request",
        effect=Effect.WIDENS,
        severity=_RISKY,
        reason="callers may go on sending it, but nothing says that it still has an effect",
    ),
    Exemption(
        rule="wire/optional-member-removed",
        direction="response",
        severity=_RISKY,
        reason="callers could not count on it, but may have used it where it was there",
    ),
    Exemption(
        rule="wire/object-opened",
        direction="response",
        severity=_COMPATIBLE,
        reason="readers leave out members that they don't know",
    ),
    Exemption(
        rule="wire/enum-value-added",
        direction="response",
        severity=_RISKY,
        reason="careful readers take lists of values as open, others meet a new value",
    ),
    Exemption(
        rule="wire/discriminator-value-added",
        direction="response",
        severity=_RISKY,
        reason="careful readers take lists of kinds as open, others meet a new one",
    ),
    Exemption(
        rule="wire/open-enum-value-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="the list is open: readers were told that it grows",
    ),
    Exemption(
        rule="wire/bound-added",
        direction="request",
        severity=_RISKY,
        reason="a bound that is first written down mostly states what the service did before",
    ),
    Exemption(
        rule="wire/pattern-removed",
        direction="response",
        severity=_COMPATIBLE,
        reason="readers don't check patterns",
    ),
    Exemption(
        rule="wire/pattern-changed",
        direction="response",
        severity=_COMPATIBLE,
        reason="readers don't check patterns",
    ),
    Exemption(
        rule="wire/default-changed",
        direction="request",
        place="parameter",
        severity=_BREAKING,
        reason="the same request, without the parameter, now means something else",
    ),
    Exemption(
        rule="wire/default-changed",
        direction="response",
        severity=_COMPATIBLE,
        reason="an answer says itself what is in it",
    ),
    Exemption(
        rule="wire/parameter-removed",
        direction="request",
        severity=_RISKY,
        reason="callers may go on sending it, but nothing says that it still has an effect",
    ),
    Exemption(
        rule="wire/server-removed",
        direction="request",
        severity=_RISKY,
        reason="the address may still answer, but nothing promises it",
    ),
    Exemption(
        rule="wire/success-response-removed",
        direction="response",
        severity=_BREAKING,
        reason="callers wait for this status; what comes in its place is not what they read",
    ),
    Exemption(
        rule="wire/success-response-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="callers treat a status that they don't know as its class (RFC 9110 section 15)",
    ),
    Exemption(
        rule="wire/error-response-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="callers treat a status that they don't know as its class (RFC 9110 section 15)",
    ),
    Exemption(
        rule="wire/error-code-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="a code that callers don't know is still an error to them",
    ),
    Exemption(
        rule="wire/header-removed",
        direction="response",
        effect=Effect.UNDECIDED,
        severity=_RISKY,
        reason="callers could not count on it, but may have used it where it was there",
    ),
    Exemption(
        rule="wire/webhook-removed",
        direction="response",
        severity=_BREAKING,
        reason="whoever waits for it waits in vain",
    ),
    Exemption(
        rule="wire/callback-removed",
        direction="response",
        severity=_BREAKING,
        reason="whoever waits for it waits in vain",
    ),
    Exemption(
        rule="wire/webhook-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="nobody gets it who has not asked for it",
    ),
    Exemption(
        rule="wire/callback-added",
        direction="response",
        severity=_COMPATIBLE,
        reason="nobody gets it who has not asked for it",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How bad a finding is in one use, and why."""

    severity: Severity
    reason: str


def judge(finding: Finding, use: Use) -> Judgement | None:
    """The law, its exceptions, then the guards; `None` where the finding doesn't matter."""
    if finding.only not in (None, use.direction):
        return None
    effect = finding.as_text if use.text and finding.as_text else finding.effect
    exempt = next((e for e in EXCEPTIONS if e.covers(finding, effect, use)), None)
    severity, reason = LAW[effect, use.direction]
    if exempt is not None:
        severity, reason = exempt.severity, exempt.reason
    return _guarded(severity, reason, use)


def _guarded(severity: Severity, reason: str, use: Use) -> Judgement:
    if severity > _COMPATIBLE and not use.stable:
        return Judgement(severity=_COMPATIBLE, reason="it was never promised to stay")
    if severity > _COMPATIBLE and use.retired:
        return Judgement(
            severity=_COMPATIBLE, reason="it was deprecated, and its time is over"
        )
    if severity is _BREAKING and use.direction == "response" and not use.success:
        reason = f"{reason}, but only in the answer of an error"
        return Judgement(severity=_RISKY, reason=reason)
    return Judgement(severity=severity, reason=reason)
