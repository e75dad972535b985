"""The wire facts of operations, as constants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from ..link import (
    Envelope,
    Operation,
    Response,
    is_stream,
    stream_of,
    streams_too,
)
from .annotation import Annotations, Use
from .entries import entry, lines, served, tupled
from .errors import is_success
from .headers import headers
from .imports import Import
from .media import answers, refusals
from .pagination import facts, paged
from .returns import answer, returns, successes
from .sendings import Sendings
from .streams import item_type
from .text import literal, literals
from .views import EntryView, HeadersView, ItemView

__all__ = ["Constants"]


USE = Use(place="operations", direction="response")
USE_PLAIN = Use(place="resources", direction="response")
"""Types for type-checkers: without marks of the wire form."""


@dataclass(slots=True, kw_only=True)
class Constants:
    """Collects the constants of one module, and what they need."""

    annotations: Annotations
    imports: set[Import] = field(default_factory=set[Import])
    headers: list[HeadersView] = field(default_factory=list[HeadersView])
    envelopes: dict[Envelope, ItemView] = field(
        default_factory=dict[Envelope, ItemView]
    )

    def constant(self, operation: Operation, resource: str) -> ItemView:
        """The constant of an operation."""
        names = self.annotations.names.operations[operation.pointer]
        stream = stream_of(operation)
        if stream is None or names.stream:
            type_ = returns(self.annotations, operation, USE_PLAIN)
        else:
            type_ = item_type(self.annotations, stream, USE_PLAIN)
        self.imports.update(type_.imports)
        self._need("Operation")
        sendings = Sendings(annotations=self.annotations, imports=self.imports)
        arguments = [
            entry("name", literal(f"{resource}.{names.method}")),
            entry("method", literal(operation.method)),
            entry("path", literal(operation.path)),
            *sendings.parameters(operation),
            *sendings.bodies(operation),
            *self._security(operation),
            *self._behaviour(operation),
            *self._outcomes(operation),
            *self._headers(operation, f"{resource}.{names.method}"),
        ]
        return ItemView(
            name=names.constant,
            annotation=f"Operation[{type_.text}]",
            type="Operation",
            arguments=tuple(arguments),
        )

    def stream(self, operation: Operation) -> ItemView | None:
        """The constant that asks for the stream, where another one asks for the rest."""
        names = self.annotations.names.operations[operation.pointer]
        content = stream_of(operation)
        if content is None or not names.stream:
            return None
        type_ = item_type(self.annotations, content, USE_PLAIN)
        self.imports.update(type_.imports)
        self._need("streaming")
        return ItemView(
            name=f"{names.constant}_STREAM",
            annotation=f"Operation[{type_.text}]",
            type="streaming",
            arguments=(
                entry("operation", names.constant),
                entry("answers", lines(self._streams(operation))),
            ),
        )

    def pages(self, operation: Operation) -> ItemView | None:
        """The constant that says how pages are gone through."""
        names = self.annotations.names.operations[operation.pointer]
        found = paged(self.annotations, operation)
        if found is None:
            return None
        type_ = found.annotation(self.annotations, USE_PLAIN)
        self.imports.update(type_.imports)
        self._need("Pagination")
        return ItemView(
            name=f"{names.constant}_PAGES",
            annotation=f"Pagination[{type_.text}]",
            type="Pagination",
            arguments=tuple(
                entry(k, v) for k, v in facts(self.annotations, found).items()
            ),
        )

    def waiter(self, operation: Operation) -> ItemView | None:
        """The constant that says which state is waited for."""
        names = self.annotations.names.operations[operation.pointer]
        rule = operation.waiter
        if rule is None or not names.waits:
            return None
        self._need("Waiter")
        stated = {
            "member": literals(rule.member.split(".")),
            "until": literals(rule.until),
            "unless": literals(rule.unless) if rule.unless else "",
            "every": "" if rule.every is None else literal(rule.every),
            "within": "" if rule.within is None else literal(rule.within),
        }
        return ItemView(
            name=f"{names.constant}_WAITER",
            annotation="Waiter",
            type="Waiter",
            arguments=tuple(entry(k, v) for k, v in stated.items() if v),
        )

    def _streams(self, operation: Operation) -> Iterator[str]:
        """The streams among the successes."""
        self._need("Answer")
        for response in operation.responses:
            for content in filter(is_stream, response.contents):
                if is_success(response.status) or response.status == "default":
                    found = item_type(self.annotations, content, USE)
                    self.imports.update(found.imports)
                    facts = literal(response.status), literal(content.media_type)
                    yield f"Answer({', '.join([*facts, found.text])})"

    def _need(self, name: str, module: str = "operations") -> None:
        self.imports.add(Import(module=f".._runtime.{module}", name=name))

    def _security(self, operation: Operation) -> Iterator[EntryView]:
        if operation.security:
            alternatives = (
                tupled(literal(use.key) for use in group)
                for group in operation.security
            )
            yield entry("security", tupled(alternatives))

    def _behaviour(self, operation: Operation) -> Iterator[EntryView]:
        if operation.servers:
            self._need("Server", "servers")
            yield entry("server", served(operation.servers[0]))
        if operation.deprecated:
            yield entry("deprecated", "True")
        if operation.unsafe:
            yield entry("unsafe", "True")
        if any(each.links for each in operation.responses):
            yield entry("linked", "True")
        header = (operation.idempotency or {}).get("header")
        if isinstance(header, str):
            yield entry("idempotency", literal(header))
            yield from self._reconcile(operation)

    def _reconcile(self, operation: Operation) -> Iterator[EntryView]:
        """The operation that `x-idempotency` names, as callers write it."""
        stated = (operation.idempotency or {}).get("reconcile")
        names = self.annotations.names
        for each in self.annotations.api.operations:
            if stated and each.operation_id == stated:
                name = names.operations[each.pointer]
                attribute = names.resources[name.resource].attribute
                yield entry("reconcile", literal(f"{attribute}.{name.method}"))

    def _outcomes(self, operation: Operation) -> Iterator[EntryView]:
        good = [t for r in successes(operation) for t in self._answers(r)]
        if stream_of(operation) is not None and not streams_too(operation):
            good += self._streams(operation)
        bad = [
            text
            for response in operation.responses
            if not is_success(response.status)
            for text in self._failures(response)
        ]
        if good:
            self._need("Answer")
            yield entry("answers", lines(good))
        if bad:
            self._need("Failure")
            self.imports.add(Import(module="..", name="errors"))
            yield entry("failures", lines(bad))

    def _headers(self, operation: Operation, call: str) -> Iterator[EntryView]:
        """The class of the header fields, which stands before the constants."""
        found = headers(self.annotations, operation, call, self.imports)
        if found is not None:
            self.headers.append(found)
            yield entry("headers", found.name)

    def _answers(self, response: Response) -> Iterator[str]:
        contents = answers(self.annotations, response)
        more = self._meaning(response)
        if not response.contents:
            yield f"Answer({literal(response.status)})"
        for content in contents:
            found = answer(self.annotations, response, content, USE)
            self.imports.update(found.imports)
            media_type = literal(content.media_type)
            facts = [literal(response.status), media_type, found.text, *more]
            yield f"Answer({', '.join(facts)})"

    def _failures(self, response: Response) -> Iterator[str]:
        error = self.annotations.names.errors[response.status]
        more = [f"error=errors.{error}", *self._meaning(response)]
        status = literal(response.status)
        if not response.contents:
            yield f"Failure({', '.join([status, *more])})"
        for media_type, found in refusals(self.annotations, response, USE):
            self.imports.update(found.imports)
            facts = [status, literal(media_type), found.text, *more]
            yield f"Failure({', '.join(facts)})"

    def _meaning(self, response: Response) -> list[str]:
        """What a body means beyond its type."""
        found: list[str] = []
        if response.envelope is not None:
            found.append(f"envelope={self._envelope(response.envelope)}")
        if response.error_codes:
            self.imports.add(Import(module="..", name="errors"))
            classes = self.annotations.names.errors
            codes = (
                f"{literal(c.code)}: errors.{classes[f'{response.status}/{c.code}']}"
                for c in response.error_codes
            )
            found.append(f"code={_path(response.error_code_member)}")
            found.append(f"codes={{{', '.join(codes)}}}")
        return found

    def _envelope(self, envelope: Envelope) -> str:
        """The name of the envelope's constant: what it is told by."""
        if envelope not in self.envelopes:
            self._need("Envelope")
            facts = {
                "ok": _path(envelope.ok_property),
                "equals": literal(envelope.ok_equals),
                "data": _path(envelope.data),
                "message": _path(envelope.message),
                "detail": _path(envelope.detail),
            }
            taken = {each.name for each in self.envelopes.values()}
            name = "ENVELOPE"
            if name in taken:
                digest = sha256(repr(sorted(facts.items())).encode()).hexdigest()
                name = f"ENVELOPE_{digest[:4].upper()}"
            self.envelopes[envelope] = ItemView(
                name=name,
                annotation="",
                type="Envelope",
                arguments=tuple(
                    entry(key, value)
                    for key, value in facts.items()
                    if value != "()" or key in ("ok", "data")
                ),
            )
        return self.envelopes[envelope].name


def _path(dotted: str) -> str:
    """A dotted path as a tuple of names; names that hold dots are not supported."""
    return tupled(map(literal, dotted.split("."))) if dotted else "()"
