"""The pages of a package: its README and the list of its whole surface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..link import Operation
from ..name import Names
from .annotation import Annotations
from .errors import Errors, is_success
from .models import Models
from .package import Package
from .views import ConstantsView, LinksView, MethodView, ResourceView

__all__ = ["api_page", "code", "line"]


_SPAN = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"!?\[([^\[\]]+)\]\(([^\s()]*)\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
_SPECIAL = re.compile(r"[\\`*\[\]<>|#]|\b_|_\b")


def line(text: str) -> str:
    """Text as one line of Markdown that is nothing but text and spans of code."""
    parts = _SPAN.split(" ".join(text.split()))
    return "".join(
        f"`{code(part)}`" if index % 2 else _plain(part)
        for index, part in enumerate(parts)
    )


def code(text: str) -> str:
    """Text between backticks, in a table or outside."""
    return " ".join(text.split()).replace("`", "'").replace("|", "\\|")


def _plain(text: str) -> str:
    bare = _STRONG.sub(r"\1", _LINK.sub(_told, text))
    escaped = _SPECIAL.sub(r"\\\g<0>", bare)
    return escaped.replace("://", ":\u200b//") if "<" in text else escaped


def _told(link: re.Match[str]) -> str:
    """A link as words and an address that readers see; they could differ otherwise."""
    words, address = link[1], link[2]
    web = address.startswith(("https://", "http://")) and words != address
    return f"{words} ({address})" if web else words


def api_page(
    annotations: Annotations, outline: Package, models: Models, errors: Errors
) -> str:
    """`API.md`: one line an operation, a member and an error. Reviewers read it."""
    lines = [f"# {line(annotations.api.title)}", ""]
    by_constant = _operations(annotations)
    for resource in outline.resources:
        lines += [f"## {resource.attribute}", "", "```python"]
        lines += _method_lines(annotations.names, resource, by_constant)
        lines += ["```", ""]
    lines += _link_lines(outline.links)
    lines += _webhook_lines(outline.webhooks)
    lines += _model_lines(models)
    lines += _error_lines(errors)
    return "\n".join(lines).rstrip() + "\n"


def _method_lines(
    names: Names,
    resource: ResourceView,
    operations: Mapping[tuple[str, str], Operation],
) -> Iterator[str]:
    headers = dict(_headers(resource))
    for method in resource.methods:
        operation = operations[resource.attribute, method.name]
        star = ", ".join(_named(method))
        yield f"# {operation.method} {_safe(operation.path)}"
        yield f"{resource.attribute}.{method.name}({star}) -> {method.returns}"
        fields = headers.get(method.name)
        if fields:
            yield f"# headers {fields}"
        raised = ", ".join(dict.fromkeys(_raised(names, operation)))
        if raised:
            yield f"# raises {raised}"


def _named(method: MethodView) -> Iterator[str]:
    """What callers name, behind its star."""
    if method.arguments:
        yield "*"
    for each in method.arguments:
        default = f" = {each.default}" if each.default else ""
        yield f"{each.name}: {each.annotation}{default}"


def _webhook_lines(view: ConstantsView | None) -> Iterator[str]:
    if view is None:
        return
    yield from ("## Webhooks", "", "```python")
    for each in view.constants:
        yield f"webhooks.{each.name}: {each.annotation}"
    yield from ("```", "")


def _link_lines(view: LinksView | None) -> Iterator[str]:
    if view is None:
        return
    yield from ("## Links", "", "```python")
    for each in view.links:
        given = ", ".join(("client", f"response: {each.origin}", *_named(each.rest)))
        yield f"links.{each.name}.follow({given}) -> {each.rest.returns}"
    yield from ("```", "")


def _headers(resource: ResourceView) -> Iterator[tuple[str, str]]:
    """The header fields of responses, by the method that gives them."""
    stated = {each.name: each.attributes for each in resource.headers}
    for each in resource.whole:
        fields = (f"{a.name}: {a.annotation}" for a in stated.get(each.headers, ()))
        yield each.name, ", ".join(fields)


def _operations(annotations: Annotations) -> dict[tuple[str, str], Operation]:
    found: dict[tuple[str, str], Operation] = {}
    for operation in annotations.api.operations:
        name = annotations.names.operations[operation.pointer]
        resource = annotations.names.resources[name.resource]
        for method in filter(None, (name.method, name.stream, name.pages, name.waits)):
            found[resource.attribute, method] = operation
    return found


def _safe(text: str) -> str:
    return " ".join(text.split()).replace("```", "'''")


def _raised(names: Names, operation: Operation) -> Iterator[str]:
    for response in operation.responses:
        if response.envelope is not None:
            yield "EnvelopeError"
        if not is_success(response.status):
            yield names.errors[response.status]
        for code in response.error_codes:
            yield names.errors[f"{response.status}/{code.code}"]


def _model_lines(models: Models) -> Iterator[str]:
    if not models.classes and not models.aliases:
        return
    yield from ("## Models", "", "```python")
    for each in models.classes:
        yield f"class {each.name}({each.base})"
        for field in each.fields:
            yield f"    {field.definition}"
    for alias in models.aliases:
        yield f"{alias.name} = {alias.value}"
    yield from ("```", "")


def _error_lines(errors: Errors) -> Iterator[str]:
    if not errors.classes:
        return
    yield from ("## Errors", "", "```python")
    for each in errors.classes:
        yield f"class {each.name}({each.base})"
    yield from ("```", "")
