"""Operations as methods of a resource."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from ..link import Body, Content, Lifecycle, Operation, Response, flat_schema, stream_of
from ..name import OperationName
from .annotation import Annotations, Use
from .arguments import Argument, Arguments, grouped
from .errors import is_success
from .imports import Import
from .models import source_line
from .pagination import Paged, paged
from .remarks import leaving
from .returns import returns
from .streams import CLASSES, item_type, kind_of
from .text import docstring, literal, summary
from .views import ArgumentView, EntryView, MethodView

__all__ = ["METHOD", "Methods"]

METHOD = 8
"""The column of a docstring inside a method."""


@dataclass(slots=True, kw_only=True)
class Methods:
    """Collects what the methods of one resource need."""

    arguments: Arguments
    imports: set[Import]
    column: int = METHOD
    """Where docstrings stand."""
    classes: set[str] = field(default_factory=set[str])
    """The classes of streams that methods give."""
    downloads: list[str] = field(default_factory=list[str])
    """The methods that give bytes, which may be too many to be held."""

    paged: bool = False
    """Whether any method goes through pages."""
    waits: bool = False
    """Whether any method waits for a state."""
    deprecated: bool = False
    """Whether any method is deprecated."""

    @property
    def annotations(self) -> Annotations:
        """The annotations of the package."""
        return self.arguments.annotations

    def streaming(self) -> bool:
        """Whether any method gives a stream, or can."""
        return bool(self.classes or self.downloads)

    def of(self, operation: Operation) -> Iterator[MethodView]:
        """The methods of an operation: two, where it may also answer with a stream."""
        names = self.annotations.names.operations[operation.pointer]
        content = stream_of(operation)
        use = Use(
            place="resources", direction="response", shadowed=self.arguments.shadowed
        )
        if content is None or names.stream:
            yield self._plain(operation, names, use)
        if content is not None:
            yield self._stream(operation, names, content, use)
        found = paged(self.annotations, operation)
        if found is not None:
            yield self._pages(operation, names, found, use)
        if names.waits:
            yield self._until(operation, names, use)

    def _pages(
        self, operation: Operation, names: OperationName, found: Paged, use: Use
    ) -> MethodView:
        self.paged = True
        page = returns(self.annotations, operation, use)
        item = found.annotation(self.annotations, use)
        self.imports.update(page.imports, item.imports)
        return self.method(
            operation,
            names.pages,
            names.constant,
            f"Pages[{page.text}, {item.text}]",
            asks=None,
            call="_pages",
        )

    def _until(
        self, operation: Operation, names: OperationName, use: Use
    ) -> MethodView:
        self.waits = True
        result = returns(self.annotations, operation, use)
        self.imports.update(result.imports)
        return self.method(
            operation,
            names.waits,
            names.constant,
            result.text,
            asks=False if names.stream else None,
            call="_until",
        )

    def _plain(
        self, operation: Operation, names: OperationName, use: Use
    ) -> MethodView:
        result = returns(self.annotations, operation, use)
        self.imports.update(result.imports)
        if set(result.members) <= {"bytes", "builtins.bytes"}:
            self.downloads.append(names.method)
        return self.method(
            operation,
            names.method,
            names.constant,
            result.text,
            asks=False if names.stream else None,
        )

    def _stream(
        self, operation: Operation, names: OperationName, content: Content, use: Use
    ) -> MethodView:
        found = item_type(self.annotations, content, use)
        self.imports.update(found.imports)
        kind = kind_of(content)
        self.classes.add(CLASSES[kind])
        return self.method(
            operation,
            names.stream or names.method,
            f"{names.constant}_STREAM" if names.stream else names.constant,
            f"{CLASSES[kind]}[{found.text}]",
            asks=True if names.stream else None,
            call=kind,
        )

    def method(
        self,
        operation: Operation,
        method: str,
        constant: str,
        returned: str,
        *,
        asks: bool | None,
        call: str = "_call",
        given: Container[str] | None = None,
    ) -> MethodView:
        """A method. `asks` is what it sends where a body's member asks for a stream.

        Fields of the body that are `given` are no arguments, and no object is made.
        """
        arguments, told = self._asking(operation, asks)
        arguments = [
            a for a in arguments if a.group != "member" or a.wire not in (given or ())
        ]
        choices = self.arguments.media_types(operation.body)
        body = next((each for each in arguments if each.group == "body"), None)
        model = self._model(operation.body) if given is None else ""
        return MethodView(
            name=method,
            constant=constant,
            call=call,
            deprecated=self._deprecated(operation),
            stream=call not in ("_call", "_until"),
            pages=f"{constant}_PAGES" if call == "_pages" else "",
            waiter=f"{constant}_WAITER" if call == "_until" else "",
            arguments=(
                *(self._view(each) for each in arguments),
                *self._choice(choices),
            ),
            returns=returned,
            docstring=(
                self._docstring(operation, arguments, choices)
                if self.annotations.documented
                else ""
            ),
            groups=tuple(grouped(arguments)),
            body="" if body is None else body.name,
            model=model,
            members=(
                *(
                    EntryView(key=each.wire, value=each.value or each.name)
                    for each in arguments
                    if each.group == "member"
                ),
                *told,
            ),
            chosen=len(choices) > 1,
        )

    def _asking(
        self, operation: Operation, asks: bool | None
    ) -> tuple[list[Argument], tuple[EntryView, ...]]:
        """The arguments, and the member that asks for a stream where the method says it."""
        arguments = self.arguments.of(operation)
        asked = None if asks is None else self.arguments.switch(operation.body)
        if asked is None:
            return arguments, ()
        name, required = asked
        kept = [a for a in arguments if (a.group, a.wire) != ("member", name)]
        said = (EntryView(key=name, value=str(asks)),) if asks or required else ()
        return kept, said

    def _deprecated(self, operation: Operation) -> str:
        if not operation.deprecated:
            return ""
        self.imports.add(Import(module=".._runtime.deprecation", name="deprecated"))
        self.deprecated = True
        names = self.annotations.names
        name = names.operations[operation.pointer]
        call = f"`{names.resources[name.resource].attribute}.{name.method}`"
        known = operation.lifecycle or Lifecycle()
        end = f"; it ends on {known.sunset}" if known.sunset else ""
        reason = f": {known.reason}" if known.reason else ""
        return literal(f"{call} is deprecated{end}{reason}")

    def _model(self, body: Body | None) -> str:
        schema = None if body is None else flat_schema(self.annotations.api, body)
        if schema is None:
            return ""
        self.imports.add(Import(module="..", name="models"))
        return f"models.{self.annotations.names.types[schema.pointer]}"

    def _view(self, argument: Argument) -> ArgumentView:
        annotation, default = argument.annotation, ""
        if not argument.required:
            default = argument.default
        if default == "UNSET":
            use = Use(place="resources", direction="request")
            annotation = self.annotations.unset(annotation, use)
            self.imports.add(Import(module=".._runtime.models", name="UNSET"))
        self.imports.update(annotation.imports)
        return ArgumentView(
            name=argument.name, annotation=annotation.text, default=default
        )

    def _choice(self, media_types: tuple[str, ...]) -> Iterator[ArgumentView]:
        if len(media_types) > 1:
            self.imports.add(Import(module="typing", name="Literal"))
            yield ArgumentView(
                name="content_type",
                annotation=f"Literal[{', '.join(map(literal, media_types))}]",
                default=literal(media_types[0]),
            )

    def _docstring(
        self,
        operation: Operation,
        arguments: list[Argument],
        media_types: tuple[str, ...],
    ) -> str:
        head = operation.summary or f"{operation.method} {operation.path}"
        described = operation.description.strip()
        repeated = not operation.summary or described.startswith(operation.summary)
        text = described if described and repeated else f"{head}\n\n{described}"
        if operation.deprecated:
            text = f"{text}\n\n{leaving(operation.lifecycle)}"
        entries = [(each.name, each.description) for each in arguments]
        if len(media_types) > 1:
            entries.append(("content_type", "How the body is written."))
        entries.append(("options", "Overrides for this call."))
        return docstring(
            text,
            indent=self.column,
            sections=(("Args", entries), ("Raises", list(self._raises(operation)))),
            closing=source_line(operation.source),
        )

    def _raises(self, operation: Operation) -> Iterator[tuple[str, str]]:
        names = self.annotations.names.errors
        if any(r.envelope is not None for r in operation.responses):
            yield "EnvelopeError", "The service refused; `code` and `message` say why."
        for response in operation.responses:
            for code in response.error_codes:
                text = summary(code.description) or f"Code `{code.code}`."
                yield names[f"{response.status}/{code.code}"], text
            if not is_success(response.status):
                text = summary(response.description) or "As its name says."
                yield names[response.status], _with_status(text, response)


def _with_status(text: str, response: Response) -> str:
    if response.status == "default":
        return text
    return f"{text.rstrip('.')} ({response.status})."
