"""Links as constants, by which callers follow them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..link import Link, Operation, flat_schema, linked
from .annotation import Annotations, Use
from .arguments import Arguments
from .entries import entry, served
from .imports import FUTURE, Import, import_block
from .methods import Methods
from .returns import returns
from .text import docstring, literal
from .views import EntryView, LinksView, LinkView, MethodView, ModuleView

__all__ = ["links"]

USE = Use(place="errors", direction="response")
"""`errors` and `links` stand in the same folder."""
GROUPS = {"header": "headers", "cookie": "cookies", "querystring": "query"}


def links(annotations: Annotations, title: str) -> LinksView | None:
    """The module of links, if the document has any."""
    names, making = annotations.names, Making(annotations=annotations)
    targets = {each.pointer: each for each in annotations.api.operations}
    found = tuple(
        making.of(names.links[key], owner, targets[link.operation], link)
        for key, owner, _, link in linked(annotations.api)
        if key in names.links
    )
    if not found:
        return None
    exported = sorted(["Link", *(each.name for each in found)])
    return LinksView(
        module=ModuleView(
            docstring=docstring(f"Calls that answers of {title} lead to.", indent=0),
            imports=import_block(making.imports),
            names=tuple(map(literal, exported)),
        ),
        links=found,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Makes the links of a package, and collects what they import."""

    annotations: Annotations
    imports: set[Import] = field(
        default_factory=lambda: {
            FUTURE,
            *(
                Import(module="._runtime.links", name=each)
                for each in ("Lead", "Link", "Rest")
            ),
            Import(module="._runtime.options", name="Options"),
        }
    )

    def of(
        self, name: str, owner: Operation, target: Operation, link: Link
    ) -> LinkView:
        """One link."""
        server = [] if link.server is None else [entry("server", served(link.server))]
        if server:
            self.imports.add(Import(module="._runtime.servers", name="Server"))
        return LinkView(
            name=name,
            origin=returns(self.annotations, owner, USE).text,
            facts=(
                entry("source", self._constant(owner)),
                entry("operation", self._constant(target)),
                *server,
                *_given(link),
            ),
            rest=self._rest(owner, target, link),
        )

    def _rest(self, owner: Operation, target: Operation, link: Link) -> MethodView:
        """A method of what the link does not say."""
        stated = {(location, name) for location, name, _ in link.parameters}
        fields = self._fields(target, link)
        rest = replace(
            target,
            summary=f"From `{self._call(owner)}` to `{self._call(target)}`.",
            description=link.description,
            deprecated=False,
            source=None,
            parameters=tuple(
                each
                for each in target.parameters
                if (each.location, each.name) not in stated
            ),
            body=target.body if link.request_body is None or fields else None,
        )
        arguments = Arguments(annotations=self.annotations, shadowed=frozenset())
        methods = Methods(arguments=arguments, imports=set(), column=4)
        names = self.annotations.names.operations[target.pointer]
        found = methods.method(
            rest,
            names.method,
            names.constant,
            returns(self.annotations, target, USE).text,
            asks=False if names.stream else None,
            given={key for key, said in fields.items() if not said} or None,
        )
        self.imports.update(
            (
                replace(each, module=each.module.removeprefix("."))
                if each.module.startswith("..")
                else each
            )
            for each in methods.imports
        )
        return _added(found, fields) if fields else found

    def _fields(self, target: Operation, link: Link) -> dict[str, str]:
        """Field -> wire name of the body's members, "" where the link gives them.

        Empty where the link gives no object, or the body is one argument.
        """
        given = link.request_body and link.request_body.value
        flat = target.body and flat_schema(self.annotations.api, target.body)
        if not flat or not isinstance(given, dict):
            return {}
        fields = self.annotations.names.fields[flat.pointer]
        return {
            "additional_properties": "",
            **{field: "" if name in given else name for name, field in fields.items()},
        }

    def _constant(self, operation: Operation) -> str:
        """An operation as the module of links names it."""
        name = self.annotations.names.operations[operation.pointer]
        module = self.annotations.names.resources[name.resource].module
        alias = "dt_" if module == "dt" else module
        self.imports.add(Import(module=".operations", name=module, alias=alias))
        return f"{alias}.{name.constant}"

    def _call(self, operation: Operation) -> str:
        names = self.annotations.names
        name = names.operations[operation.pointer]
        return f"{names.resources[name.resource].attribute}.{name.method}"


def _added(view: MethodView, fields: dict[str, str]) -> MethodView:
    """The members of a body by their wire names: the link has the others."""
    members = tuple(
        entry(literal(fields[each.key]), each.value)
        for each in view.members
        if fields[each.key]
    )
    return replace(view, members=members)


def _given(link: Link) -> Iterator[EntryView]:
    """What the call is given, once a location."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for location, name, value in link.parameters:
        stated = f"{literal(name)}: {literal(value)}"
        groups[GROUPS.get(location, location)].append(stated)
    for group, pairs in groups.items():
        yield entry(group, f"{{{', '.join(pairs)}}}")
    if link.request_body is not None:
        yield entry("body", literal(link.request_body.value))
