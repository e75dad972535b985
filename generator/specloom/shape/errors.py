"""Failures as exception classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from ..link import ErrorCode, Response
from .annotation import NONE, Annotation, Annotations, Use, either
from .imports import FUTURE, Import, import_block
from .media import refusals
from .text import docstring, literal
from .views import ErrorView, ModuleView

__all__ = ["Errors", "errors", "is_success"]

RUNTIME = (
    "ApiError",
    "ApiStatusError",
    "ConfigurationError",
    "DecodeError",
    "EnvelopeError",
    "MissingCredentialError",
    "OutcomeUnknownError",
    "RequestError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TransportError",
)
USE = Use(place="errors", direction="response")


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Everything that `errors` holds."""

    module: ModuleView
    classes: tuple[ErrorView, ...]


def is_success(status: str) -> bool:
    """Whether a status means success; redirects that are documented are answers too."""
    return status[:1] in ("1", "2", "3")


def errors(annotations: Annotations, title: str) -> Errors:
    """One class a documented status, and one a code under it."""
    waits = any(each.waiter for each in annotations.api.operations)
    runtime = (*RUNTIME, "WaitError") if waits else RUNTIME
    imports = {FUTURE, *(Import(module="._runtime.errors", name=n) for n in runtime)}
    failing: dict[str, list[Response]] = {}
    coded: dict[str, dict[str, ErrorCode]] = {}
    for operation in annotations.api.operations:
        for response in operation.responses:
            if not is_success(response.status):
                failing.setdefault(response.status, []).append(response)
            for code in response.error_codes:
                coded.setdefault(response.status, {}).setdefault(code.code, code)
    classes: list[ErrorView] = []
    for status in sorted({*failing, *coded}):
        base = "EnvelopeError"
        if status in failing:
            view = _status_class(annotations, status, failing[status], imports)
            classes.append(view)
            base = view.name
        for code in coded.get(status, {}).values():
            classes.append(_code_class(annotations, status, code, base))
    exported = sorted((*runtime, *(each.name for each in classes)))
    module = ModuleView(
        docstring=docstring(f"Every error that a call of {title} raises.", indent=0),
        imports=import_block(imports),
        names=tuple(map(literal, exported)),
    )
    return Errors(module=module, classes=tuple(classes))


def _status_class(
    annotations: Annotations,
    status: str,
    responses: list[Response],
    imports: set[Import],
) -> ErrorView:
    bodies = list(_bodies(annotations, responses))
    body = either((*bodies, NONE)) if bodies else None
    if body is not None:
        imports.update(body.imports)
    return ErrorView(
        name=annotations.names.errors[status],
        base="ApiStatusError",
        docstring=docstring(_status(status, responses), indent=4),
        body="" if body is None else body.text,
    )


def _bodies(
    annotations: Annotations, responses: list[Response]
) -> Iterator[Annotation]:
    for response in responses:
        for _, body in refusals(annotations, response, USE):
            yield body


def _status(status: str, responses: list[Response]) -> str:
    """The phrase of RFC 9110, and what the document says if it says one thing."""
    said = {each.description.strip() for each in responses} - {""}
    text = said.pop() if len(said) == 1 else ""
    heading = _phrase(status)
    return f"{heading}: {text}" if text and text != heading else f"{heading}."


def _phrase(status: str) -> str:
    if status == "default":
        return "A status that the document does not name"
    if status.endswith("XX"):
        return f"Any status from {status[0]}00 to {status[0]}99"
    try:
        return f"{status} {HTTPStatus(int(status)).phrase}"
    except ValueError:
        return f"Status {status}"


def _code_class(
    annotations: Annotations, status: str, code: ErrorCode, base: str
) -> ErrorView:
    text = f"{status} with `{code.code}`"
    if code.description:
        text = f"{text}: {code.description}"
    return ErrorView(
        name=annotations.names.errors[f"{status}/{code.code}"],
        base=base,
        docstring=docstring(text, indent=4),
        body="",
    )
