"""Operations as methods of resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link import (
    Body,
    Object,
    Operation,
    Parameter,
    Property,
    Response,
    flat_schema,
    written,
)
from ..name import OperationName, ResourceName
from .annotation import Annotation, Annotations, Use
from .errors import is_success
from .imports import FUTURE, Import, import_block
from .media import argument_type, sent_as
from .models import field_annotation, source_line
from .operations import Constants, returns
from .package import (
    ArgumentView,
    EntryView,
    GroupView,
    MethodView,
    ModuleView,
    ResourceView,
)
from .text import docstring, literal, summary

__all__ = ["resources"]

SYNC = Import(module=".._runtime.client", name="Resource")
ASYNC = Import(module=".._runtime.aio", name="AsyncResource")
METHOD = 8
"""The column of a docstring inside a method."""
BUILTINS = frozenset(["bool", "bytes", "dict", "float", "int", "list", "str"])
GROUPS = {
    "path": "path",
    "query": "query",
    "querystring": "query",
    "header": "headers",
    "cookie": "cookies",
}


def resources(annotations: Annotations) -> Iterator[ResourceView]:
    """The resources of an API, in the order of first use."""
    names, api = annotations.names, annotations.api
    groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
    for operation in api.operations:
        groups[names.operations[operation.pointer].resource].append(operation)
    said = {tag.name: tag.description for tag in api.tags}
    for key, operations in groups.items():
        name = names.resources[key]
        text = said.get(key) or f"{key[:1].upper()}{key[1:]}."
        constants = Constants(annotations=annotations)
        items = tuple(constants.constant(each, name.attribute) for each in operations)
        taken = {names.operations[each.pointer].method for each in operations}
        methods = Methods(
            annotations=annotations,
            resource=name.attribute,
            shadowed=BUILTINS.intersection(taken),
            imports={
                FUTURE,
                Import(module="..operations", name=name.module, alias="operations"),
                Import(module=".._runtime.options", name="Options"),
            },
        )
        views = tuple(methods.method(each) for each in operations)
        yield ResourceView(
            attribute=name.attribute,
            module=name.module,
            type=name.type,
            heading=docstring(summary(text) or name.type, indent=METHOD),
            docstring=docstring(text, indent=4),
            operations=ModuleView(
                docstring=docstring(f"Wire facts of {name.attribute}.", indent=0),
                imports=import_block({FUTURE, *constants.imports}),
            ),
            envelopes=tuple(constants.envelopes.values()),
            constants=items,
            module_sync=methods.module(name, text, SYNC),
            module_async=methods.module(name, text, ASYNC),
            methods=views,
        )


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: how callers write it, what it is, and where it goes."""

    name: str
    annotation: Annotation
    required: bool
    description: str
    group: str
    wire: str


@dataclass(slots=True, kw_only=True)
class Methods:
    """Collects what the methods of one resource need."""

    annotations: Annotations
    resource: str
    shadowed: frozenset[str]
    imports: set[Import]

    def module(self, name: ResourceName, text: str, base: Import) -> ModuleView:
        """The head of the module, once all its methods are known."""
        prefix = base.name.removesuffix("Resource")
        return ModuleView(
            docstring=docstring(summary(text) or name.type, indent=0),
            imports=import_block(
                {*self.imports, base, Import(module=base.module, name="detailed")}
            ),
            names=tuple(
                literal(f"{prefix}{name.type}{whole}") for whole in ("", "WithResponse")
            ),
        )

    def method(self, operation: Operation) -> MethodView:
        """The method of an operation."""
        names = self.annotations.names.operations[operation.pointer]
        arguments = [*self._parameters(operation, names), *self._body(operation, names)]
        result = returns(
            self.annotations,
            operation,
            Use(place="resources", direction="response", shadowed=self.shadowed),
        )
        self.imports.update(result.imports)
        choices = self._media_types(operation.body)
        body = next((each for each in arguments if each.group == "body"), None)
        model = self._model(operation.body)
        return MethodView(
            name=names.method,
            constant=names.constant,
            arguments=(
                *(self._view(each) for each in arguments),
                *self._choice(choices),
            ),
            returns=result.text,
            docstring=self._docstring(operation, arguments, choices),
            groups=tuple(_grouped(arguments)),
            body="" if body is None else body.name,
            model=model,
            members=tuple(
                EntryView(key=each.wire, value=each.name)
                for each in arguments
                if each.group == "member"
            ),
            chosen=len(choices) > 1,
        )

    def _parameters(
        self, operation: Operation, names: OperationName
    ) -> Iterator[Argument]:
        use = Use(
            place="resources",
            direction="request",
            argument=True,
            shadowed=self.shadowed,
        )
        for each in operation.parameters:
            found = self.annotations.annotation(each.schema, use)
            yield Argument(
                name=names.arguments[each.pointer],
                annotation=found,
                required=each.required,
                description=_parameter_text(self.annotations, each),
                group=GROUPS[each.location],
                wire=each.name,
            )

    def _body(self, operation: Operation, names: OperationName) -> Iterator[Argument]:
        body = operation.body
        if body is None:
            return
        schema = flat_schema(self.annotations.api, body)
        if schema is not None and isinstance(schema.shape, Object):
            fields = self.annotations.names.fields[schema.pointer]
            for each in schema.shape.properties:
                found = field_annotation(
                    self.annotations,
                    schema,
                    each,
                    place="resources",
                    shadowed=self.shadowed,
                )
                yield Argument(
                    name=names.arguments[each.pointer],
                    annotation=found,
                    required=each.required,
                    description=_member_text(self.annotations, each),
                    group="member",
                    wire=fields[each.name],
                )
            return
        contents = written(self.annotations.api, body)
        use = Use(place="resources", direction="request", shadowed=self.shadowed)
        yield Argument(
            name=names.arguments[body.pointer],
            annotation=argument_type(self.annotations, contents, use),
            required=body.required,
            description=summary(body.description) or "The body.",
            group="body",
            wire="",
        )

    def _model(self, body: Body | None) -> str:
        schema = None if body is None else flat_schema(self.annotations.api, body)
        if schema is None:
            return ""
        self.imports.add(Import(module="..", name="models"))
        return f"models.{self.annotations.names.types[schema.pointer]}"

    def _media_types(self, body: Body | None) -> tuple[str, ...]:
        if body is None:
            return ()
        contents = written(self.annotations.api, body)
        return tuple(dict.fromkeys(sent_as(self.annotations, c) for c in contents))

    def _view(self, argument: Argument) -> ArgumentView:
        annotation, default = argument.annotation, ""
        if not argument.required:
            use = Use(place="resources", direction="request")
            annotation = self.annotations.unset(annotation, use)
            self.imports.add(Import(module=".._runtime.models", name="UNSET"))
            default = "UNSET"
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
            text = f"{text}\n\nDeprecated."
        entries = [(each.name, each.description) for each in arguments]
        if len(media_types) > 1:
            entries.append(("content_type", "How the body is written."))
        entries.append(("options", "Overrides for this call."))
        return docstring(
            text,
            indent=METHOD,
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


def _grouped(arguments: list[Argument]) -> Iterator[GroupView]:
    for group in ("path", "query", "headers", "cookies"):
        entries = tuple(
            EntryView(key=literal(each.wire), value=each.name)
            for each in arguments
            if each.group == group
        )
        if entries:
            yield GroupView(keyword=group, entries=entries)


def _parameter_text(annotations: Annotations, each: Parameter) -> str:
    schema = annotations.api.schemas[each.schema]
    text = each.description or schema.description
    return summary(text) or f"`{each.name}` of the {each.location}."


def _member_text(annotations: Annotations, each: Property) -> str:
    schema = annotations.api.schemas[each.schema]
    text = each.description or schema.description
    return summary(text) or f"`{each.name}` of the body."
