"""The front door: `specloom generate | lint | diff | dump | prove | verify | explain`.

Exit codes: 0; 1 errors; 2 usage; 3 differences found by `--check`; 70 our own fault.
Commands import the rooms only when they run: a run that changes nothing stays fast.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__

if TYPE_CHECKING:
    from ..compare import Profile
    from .diff import Format, Threshold
    from .tell import Style

__all__ = ["commands", "main"]

FORMAT = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
FAULT = 70


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specloom")
def commands() -> None:
    """OpenAPI documents in; typed Python client packages, with tests, out."""


@commands.command()
@click.argument("documents", nargs=-1)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that packages are written into, one folder each.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 3 if anything would.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what became of every operation to this file, as JSON.",
)
@click.option(
    "--allow-remote",
    "hosts",
    multiple=True,
    metavar="HOST",
    help="Fetch documents and references from this host, once: specloom.lock keeps them.",
)
@FORMAT
def generate(
    documents: tuple[str, ...],
    output: Path | None,
    check: bool,
    report_file: Path | None,
    hosts: tuple[str, ...],
    style: Style,
) -> None:
    """Write a client package for each document, a file or a URL.

    Without arguments, for each document of the settings.
    """
    from .generate import Request, run

    request = Request(
        documents=documents,
        output=output,
        check=check,
        report_file=report_file,
        style=style,
        hosts=frozenset(hosts),
    )
    sys.exit(run(request))


@commands.command()
@click.argument("documents", nargs=-1)
@FORMAT
def lint(documents: tuple[str, ...], style: Style) -> None:
    """Say what is wrong with documents.

    Their examples are looked at too, and openapi-spec-validator is asked.
    """
    from .lint import run

    sys.exit(run(documents, style))


@commands.command()
@click.argument("door", type=click.Choice(["source", "api", "names", "package"]))
@click.argument("document", type=click.Path(path_type=Path))
def dump(door: str, document: Path) -> None:
    """Print what a room made of a document, as JSON."""
    from .dump import run

    sys.exit(run(door, document))


@commands.command()
@click.argument("base")
@click.argument("revision")
@click.option(
    "--format",
    "style",
    type=click.Choice(
        [
            "text",
            "json",
            "markdown",
            "html",
            "github",
            "sarif",
            "junit",
            "changelog",
            "next-version",
        ]
    ),
    default="text",
    show_default=True,
    help="How changes are printed.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "risky", "any", "never"]),
    default="breaking",
    show_default=True,
    help="The least severe change that makes the exit code 1.",
)
@click.option(
    "--profile",
    type=click.Choice(["wire", "python-runtime", "python-source"]),
    help="Whose changes count for --fail-on; without it, everybody's.",
)
@click.option(
    "--accepted",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Changes that are accepted  [default: specs/accepted-changes.yaml].",
)
@click.option(
    "--callers",
    type=click.Path(path_type=Path, exists=True),
    help="Code that calls the package: its lines that a change touches are told.",
)
def diff(
    base: str,
    revision: str,
    style: Format,
    fail_on: Threshold,
    profile: Profile | None,
    accepted: Path | None,
    callers: Path | None,
) -> None:
    """Say what a changed document does to its callers.

    On the wire, and to programs in Python.

    BASE and REVISION are documents, folders of documents, or git:REF:PATH.
    """
    from datetime import date

    from .diff import Asked, run

    asked = Asked(
        base=base,
        revision=revision,
        style=style,
        fail_on=fail_on,
        profile=profile,
        accepted=accepted,
        callers=callers,
        today=date.today(),
    )
    sys.exit(run(asked))


@commands.command()
@click.argument(
    "package", type=click.Path(path_type=Path, file_okay=False, exists=True)
)
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True)
@click.option(
    "--least",
    type=click.FloatRange(0, 100),
    default=100.0,
    show_default=True,
    help="The score in percent below which the exit code is 1.",
)
@click.option("--only", default="", help="Only breaks whose name holds this text.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=400,
    show_default=True,
    help="No more breaks than this, of each kind as many.",
)
def prove(package: Path, workers: int, least: float, only: str, most: int) -> None:
    """Break a package in every way of the catalogue, and see its own tests fail."""
    from .prove import run

    sys.exit(run(package, workers=workers, least=least, only=only, most=most))


@commands.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "--environment",
    metavar="NAME",
    help="Which of the document's servers is called; without it, nothing is sent.",
)
@click.option(
    "--allow",
    "allowed",
    multiple=True,
    metavar="OPERATION",
    help="Call this operation, though it may change something.",
)
@click.option(
    "--budget",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="No more requests than this are sent.",
)
@click.option(
    "--cassettes",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the answers here; without --environment, judge those that are.",
)
@click.option(
    "--overlay",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what would make the document true, as an OpenAPI Overlay.",
)
def verify(
    document: Path,
    environment: str | None,
    allowed: tuple[str, ...],
    budget: int,
    cassettes: Path | None,
    overlay: Path | None,
) -> None:
    """Hold a service against its document, by few and safe requests.

    Values and bodies are those that the document shows; credentials come from the same
    environment variables as the client's.
    """
    from .verify import Asked, run

    asked = Asked(
        document=document,
        environment=environment,
        allowed=frozenset(allowed),
        budget=budget,
        cassettes=cassettes,
        overlay=overlay,
    )
    sys.exit(run(asked))


@commands.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a rule means: SP204, dangling-reference, or wire/member-required."""
    from .explain import run

    sys.exit(run(code))


def main() -> None:
    """Run the command line; a fault of our own is exit code 70, told as such."""
    try:
        commands.main(prog_name="specloom")
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(
            "specloom: this is a fault of specloom's own, not of the document.",
            err=True,
        )
        sys.exit(FAULT)
