"""The README of a package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..link import Operation, SecurityScheme
from .annotation import Annotations
from .client import variable
from .errors import is_success
from .package import ClientView, OperationSummary, ResourceView
from .pages import line
from .quickstart import quick_start
from .text import summary

__all__ = ["readme"]


def readme(
    annotations: Annotations,
    resources: Iterable[ResourceView],
    client: ClientView,
    operations: Iterable[OperationSummary],
) -> str:
    """What a newcomer reads: how to install, to make a call, and what there is."""
    api, names = annotations.api, annotations.names
    found = tuple(operations)
    parts = [
        f"# {names.distribution}",
        "",
        f"A typed Python client of {line(api.title)}, sync and async.",
        "",
        "## Install",
        "",
        "```sh",
        f"pip install {names.distribution}",
        "```",
        "",
        *quick_start(annotations),
        *_credentials(annotations),
        "## Operations",
        "",
        "| call | request | |",
        "|---|---|---|",
        *_table(annotations, found),
        "",
        *_errors(annotations),
        *_limits(found),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _credentials(annotations: Annotations) -> Iterator[str]:
    api, names = annotations.api, annotations.names
    if not api.security_schemes:
        return
    yield from ("## Credentials", "", "| argument | environment variable | |")
    yield "|---|---|---|"
    for key, scheme in api.security_schemes.items():
        if scheme.kind != "mutualTLS":
            keyword = names.credentials[key]
            said = line(summary(scheme.description)) or _place(scheme)
            yield f"| `{keyword}` | `{variable(names, keyword)}` | {said} |"
    yield ""


def _place(scheme: SecurityScheme) -> str:
    return line(f"{scheme.kind} {scheme.name or scheme.scheme}")


def _table(
    annotations: Annotations, operations: tuple[OperationSummary, ...]
) -> Iterator[str]:
    stated = {each.pointer: each for each in annotations.api.operations}
    for each in operations:
        if each.status == "left-out":
            continue
        operation = stated[each.pointer]
        text = line(operation.summary or summary(operation.description))
        path = _code(each.path).replace("|", "\\|")
        yield f"| `{each.call}` | `{each.method} {path}` | {text} |"


def _code(text: str) -> str:
    """Text inside of backticks."""
    return " ".join(text.replace("`", "'").split())


def _errors(annotations: Annotations) -> Iterator[str]:
    names = annotations.names.errors
    if not names:
        return
    yield from ("## Errors", "", "| error | when |", "|---|---|")
    said: dict[str, str] = {}
    for operation in annotations.api.operations:
        for key, text in _failures(operation):
            said.setdefault(key, text)
    for key, text in sorted(said.items()):
        yield f"| `errors.{names[key]}` | {line(text)} |"
    yield ""


def _failures(operation: Operation) -> Iterator[tuple[str, str]]:
    for response in operation.responses:
        if not is_success(response.status):
            said = summary(response.description)
            yield response.status, f"{response.status}: {said}"
        for code in response.error_codes:
            said = summary(code.description)
            yield f"{response.status}/{code.code}", f"{code.code}: {said}"


def _limits(operations: tuple[OperationSummary, ...]) -> Iterator[str]:
    limited = [each for each in operations if each.status != "generated"]
    if not limited:
        return
    yield from ("## Approximated and left out", "")
    for each in limited:
        what = each.call or f"{each.method} {_code(each.path)}"
        yield f"- `{what}` is {each.status}: {line('; '.join(each.reasons))}"
    yield ""
