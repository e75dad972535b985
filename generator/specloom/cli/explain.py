"""`specloom explain RULE`."""

from __future__ import annotations

import click

from ..report import RULES, did_you_mean

__all__ = ["run"]


def run(code: str) -> int:
    """Print a rule, found by its code or slug, or by the id of a kind of change."""
    wanted = code.lower()
    for rule in RULES.values():
        if wanted in (rule.code.lower(), rule.slug):
            click.echo(f"{rule.code} {rule.slug} ({rule.severity})\n")
            click.echo(f"{rule.summary}\n\n{rule.explanation}")
            return 0
    from ..compare import RULES as CHANGES
    from ..compare import explanation

    if wanted in CHANGES:
        click.echo(explanation(CHANGES[wanted]), nl=False)
        return 0
    known = [*RULES, *(rule.slug for rule in RULES.values()), *CHANGES]
    guess = did_you_mean(code, known)
    hint = f"; did you mean {guess}?" if guess else ""
    click.echo(f"specloom: there is no rule {code}{hint}", err=True)
    return 2
