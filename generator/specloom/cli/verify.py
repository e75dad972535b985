"""`specloom verify DOCUMENT`: a service, held against its document."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec
import yaml

from ..check import Document, check
from ..link import Api
from ..name import Names
from ..oracle import Oracle, Secret
from ..read import Source, locate, read
from ..report import Report
from ..shape import variable
from ..targeting import api_of, names_of
from ..verify import (
    Deviation,
    Heard,
    Verdict,
    ask,
    cassettes,
    filed,
    judged,
    named,
    overlay,
    played,
    record,
    stamp,
)
from .project import project
from .tell import show
from .verdict import tell_heard, tell_verdict
from .words import plural, shown

__all__ = ["Asked", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line said. Without `environment` nothing is sent."""

    document: Path
    environment: str | None
    allowed: frozenset[str]
    budget: int
    cassettes: Path | None
    overlay: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The document that a service is held against."""

    source: Source
    document: Document
    api: Api
    names: Names


def run(asked: Asked) -> int:
    """Print where the service departs from the document; 1 if it does anywhere.

    Raises:
        click.UsageError: An environment or an operation is not in the document, or a
            file is in the way.
    """
    subject = _subject(asked.document)
    if subject is None:
        return 1
    _refuse(asked, subject)
    if asked.environment is None:
        complete, verdict = True, _kept(asked, subject)
    else:
        heard = _heard(asked.environment, asked, subject)
        complete = not heard.unreached
        answered = ((step.operation, answer) for step, answer in heard.answered)
        verdict = judged(subject.api, answered)
    tell_verdict(verdict, subject.api, subject.source, shown(asked.document))
    if asked.overlay is not None:
        _propose(asked.overlay, subject, verdict.deviations)
    return int(not complete or bool(verdict.deviations or verdict.gone))


def _refuse(asked: Asked, subject: Subject) -> None:
    if asked.overlay is not None and asked.overlay.exists():
        raise click.UsageError(f"{shown(asked.overlay)} is there, and is left alone")
    for name in sorted(asked.allowed):
        if named(subject.api, name) is None:
            raise click.UsageError(f"there is no operation `{name}`")


def _subject(path: Path) -> Subject | None:
    report = Report()
    (target,) = project([path], "text").targets
    source = read(path, report, location=target.location, overlays=target.overlays)
    document = None if source is None else check(source, report)
    if source is None or document is None:
        show(locate(source, shown(path), report.diagnostics), "text")
        return None
    api = api_of(document, target, report)
    names = names_of(api, target, report)
    return Subject(source=source, document=document, api=api, names=names)


def _heard(environment: str, asked: Asked, subject: Subject) -> Heard:
    oracle = Oracle(
        api=subject.api,
        secrets=dict(_secrets(subject, os.environ)),
        variables={},
        base_url=_address(environment, subject),
    )
    heard = ask(
        oracle,
        allowed=asked.allowed,
        budget=asked.budget,
        variables=_variables(subject),
    )
    tell_heard(heard)
    if asked.cassettes is not None:
        stamped = stamp(subject.api, subject.source)
        asked.cassettes.mkdir(parents=True, exist_ok=True)
        for step, answer in heard.answered:
            name, text = filed(record(subject.api, step, answer, stamped))
            (asked.cassettes / name).write_bytes(text)
    return heard


def _kept(asked: Asked, subject: Subject) -> Verdict:
    if asked.cassettes is None:
        known = ", ".join(subject.names.environments.values()) or "none"
        raise click.UsageError(
            "say what is called (--environment; the document has: "
            f"{known}), or which cassettes are looked at (--cassettes)"
        )
    try:
        found = [each for _, each in cassettes(asked.cassettes)]
    except msgspec.DecodeError as error:
        raise click.UsageError(f"{shown(asked.cassettes)}: {error}") from None
    stale = sum(each.document != stamp(subject.api, subject.source) for each in found)
    if stale:
        of = plural(len(found), "cassette")
        click.echo(f"{stale} of {of} are of another state of the document")
    return played(subject.api, found)


def _address(environment: str, subject: Subject) -> str:
    """The address of an environment, `$<PACKAGE>_BASE_URL` first.

    Raises:
        click.UsageError: There is none of that name, or it has no host.
    """
    api, names = subject.api, subject.names
    for server in api.servers:
        if names.environments[server.pointer] == environment:
            told = os.environ.get(variable(names, "base_url"))
            oracle = Oracle(api=api, secrets={}, variables={}, base_url=told or "")
            return told or oracle.server(server)
    known = ", ".join(names.environments.values()) or "none"
    raise click.UsageError(f"there is no environment `{environment}`; there is {known}")


def _variables(subject: Subject) -> dict[str, str]:
    """Scheme -> the environment variable of its credential."""
    return {
        key: variable(subject.names, keyword)
        for key, keyword in subject.names.credentials.items()
    }


def _secrets(
    subject: Subject, environ: Mapping[str, str]
) -> Iterator[tuple[str, Secret]]:
    """The credentials that there are, by scheme; a pair is written with a colon."""
    for key, name in _variables(subject).items():
        text, scheme = environ.get(name), subject.api.security_schemes[key]
        if text and scheme.kind == "http" and scheme.scheme.lower() == "basic":
            user, _, password = text.partition(":")
            yield key, Secret(text=password, user=user)
        elif text:
            yield key, Secret(text=text)


def _propose(path: Path, subject: Subject, deviations: tuple[Deviation, ...]) -> None:
    """Write the overlay that would make the document true, if there is one."""
    proposed = overlay(
        subject.api, subject.document, subject.source.root.tree, deviations
    )
    if proposed is None:
        return
    text = yaml.safe_dump(proposed, sort_keys=False, allow_unicode=True, width=88)
    path.write_text(text, "utf-8")
    actions = proposed["actions"]
    count = len(actions) if isinstance(actions, list) else 0
    click.echo(
        f"{shown(path)}: {plural(count, 'action')}; read them before you use them"
    )
