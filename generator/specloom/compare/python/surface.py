"""What callers of a package can name: its public surface, with pointers to its causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...link import Api, Operation, Pointer, flat, linked
from ...name import Names
from ...read import join
from ...shape import ArgumentView, FieldView, MethodView, Package
from ..path import VARIABLE, key_of
from .annotations import names_in, parsed
from .spot import Spot
from .values import Value, values

__all__ = ["Argument", "Class", "Field", "Method", "Surface", "reaches", "surface"]


def _stated(name: str, annotation: str, required: bool) -> str:
    """`page: int`, or `page: int = …` where it may be absent."""
    words = f"{name}: {annotation.removesuffix(' | UnsetType')}"
    return words if required else f"{words} = …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A keyword of a method. `cause` names what it stands for on the wire."""

    name: str
    annotation: str
    required: bool
    pointer: Pointer
    cause: str

    @property
    def spot(self) -> Spot:
        """Where it is, and how it stands in a signature."""
        return Spot(self.pointer, _stated(self.name, self.annotation, self.required))


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method of a resource, or what a link's `follow` takes."""

    call: str
    """`pets.list`, or `PAY.follow`."""
    operation: str
    """`GET /pets`."""
    pointer: Pointer
    arguments: Mapping[str, Argument]
    returns: str
    body: str
    """The model whose members are arguments, or ""."""
    owner: str = "client"

    @property
    def subject(self) -> str:
        """What callers write: `client.pets.list`, `links.PAY.follow`."""
        return f"{self.owner}.{self.call}"

    @property
    def taken(self) -> tuple[str, ...]:
        """The annotations of what callers pass."""
        listed = tuple(each.annotation for each in self.arguments.values())
        return (*listed, self.body) if self.body else listed

    @property
    def annotations(self) -> tuple[str, ...]:
        """Every annotation of the method."""
        return (*self.taken, self.returns)

    @property
    def spot(self) -> Spot:
        """Where it is, and its signature."""
        listed = ", ".join(each.spot.text for each in self.arguments.values())
        inside = f"*, {listed}" if listed else ""
        text = f"{self.call}({inside}) -> {self.returns}"
        return Spot(self.pointer, text.replace("models.", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a model."""

    name: str
    wire: str
    annotation: str
    required: bool
    pointer: Pointer

    @property
    def spot(self) -> Spot:
        """Where it is, and how it stands in the class, its wire name left out."""
        return Spot(self.pointer, _stated(self.name, self.annotation, self.required))


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A name of `models`: a class, or an alias, which has a `value` and no fields."""

    name: str
    pointer: Pointer
    fields: Mapping[str, Field]
    value: str = ""

    @property
    def annotations(self) -> tuple[str, ...]:
        """Every annotation inside."""
        inside = tuple(each.annotation for each in self.fields.values())
        return (self.value,) if self.value else inside

    @property
    def spot(self) -> Spot:
        """Where it is, and how its definition begins."""
        text = f"{self.name} = {self.value}" if self.value else f"class {self.name}"
        return Spot(self.pointer, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """Everything that a caller's code may name."""

    package: str
    client: str
    arguments: Mapping[str, Argument]
    resources: Mapping[str, Pointer]
    methods: Mapping[tuple[str, str], Method]
    """By what travels: HTTP method and path."""
    classes: Mapping[str, Class]
    errors: Mapping[str, tuple[str, str]]
    """Exception -> base and annotation of its body."""
    values: Mapping[str, Value]
    links: Mapping[str, Method]
    """By the name of the constant."""


def surface(api: Api, names: Names, package: Package) -> Surface:
    """The public names of a package."""
    return Surface(
        package=package.import_name,
        client=package.client.name,
        arguments={each.name: _plain(each) for each in package.client.arguments},
        resources=dict(_resources(api, names)),
        methods=dict(_methods(api, names, package)),
        classes=dict(_classes(names, package)),
        errors={each.name: (each.base, each.body) for each in package.exceptions},
        values=values(api, names, package),
        links=dict(_links(api, names, package)),
    )


def _resources(api: Api, names: Names) -> Iterator[tuple[str, Pointer]]:
    tags = {each.name: each.pointer for each in api.tags}
    for key, named in names.resources.items():
        yield named.attribute, tags.get(key, "#/paths")


def _plain(view: ArgumentView) -> Argument:
    return Argument(
        name=view.name,
        annotation=view.annotation,
        required=not view.default,
        pointer="#",
        cause=view.name,
    )


def _methods(
    api: Api, names: Names, package: Package
) -> Iterator[tuple[tuple[str, str], Method]]:
    views = {
        (resource.attribute, method.name): (resource, method)
        for resource in package.resources
        for method in resource.methods
    }
    for operation in api.operations:
        named = names.operations.get(operation.pointer)
        if named is None:
            continue
        attribute = names.resources[named.resource].attribute
        found = views.get((attribute, named.method))
        if found is not None:
            resource, view = found
            call = f"{resource.attribute}.{view.name}"
            yield key_of(operation), _method(api, operation, names, view, call)


def _links(api: Api, names: Names, package: Package) -> Iterator[tuple[str, Method]]:
    operations = {each.pointer: each for each in api.operations}
    targets = {
        names.links[key]: operations[link.operation]
        for key, _, _, link in linked(api)
        if key in names.links
    }
    for each in package.links.links if package.links else ():
        found = _method(
            api, targets[each.name], names, each.rest, f"{each.name}.follow"
        )
        yield each.name, replace(found, owner="links")


def _method(
    api: Api, operation: Operation, names: Names, view: MethodView, call: str
) -> Method:
    keywords = names.operations[operation.pointer].arguments
    pointers = {keyword: pointer for pointer, keyword in keywords.items()}
    causes = dict(_causes(api, operation))
    arguments = (
        Argument(
            name=each.name,
            annotation=each.annotation,
            required=not each.default,
            pointer=pointers.get(each.name, operation.pointer),
            cause=causes.get(pointers.get(each.name, ""), each.name),
        )
        for each in view.arguments
    )
    return Method(
        call=call,
        operation=f"{operation.method} {operation.path}",
        pointer=operation.pointer,
        arguments={each.name: each for each in arguments},
        returns=view.returns,
        body=view.model,
    )


def _causes(api: Api, operation: Operation) -> Iterator[tuple[Pointer, str]]:
    """What arguments stand for; variables of a path by their position in it."""
    order = VARIABLE.findall(operation.path)
    for parameter in operation.parameters:
        known, name = f"{{{parameter.name}}}", parameter.name
        inside = parameter.location == "path" and known in order
        what = str(order.index(known)) if inside else name
        yield parameter.pointer, f"{parameter.location} {what}"
    if operation.body is not None:
        yield operation.body.pointer, "body"
        members = flat(api, operation.body)
        for each in members.properties if members else ():
            yield each.pointer, f"member {each.name}"


def _classes(names: Names, package: Package) -> Iterator[tuple[str, Class]]:
    pointers = {name: pointer for pointer, name in names.types.items()}
    for view in package.classes:
        pointer = pointers.get(view.name, "#")
        fields = dict(_fields(view.fields, pointer))
        yield view.name, Class(name=view.name, pointer=pointer, fields=fields)
    for alias in package.aliases:
        pointer = pointers.get(alias.name, "#")
        yield alias.name, Class(
            name=alias.name, pointer=pointer, fields={}, value=alias.value
        )


def _fields(views: Iterable[FieldView], owner: Pointer) -> Iterator[tuple[str, Field]]:
    place = owner.partition("@")[0]
    for view in views:
        yield view.name, Field(
            name=view.name,
            wire=view.wire,
            annotation=view.annotation,
            required=view.required,
            pointer=join(place, "properties", view.wire),
        )


def reaches(surface: Surface, roots: Iterable[str]) -> frozenset[str]:
    """The names of models that annotations lead to, at any depth."""
    found: set[str] = set()
    waiting = [name for annotation in roots for name in names_in(parsed(annotation))]
    while waiting:
        name = waiting.pop()
        known = surface.classes.get(name)
        if known is not None and name not in found:
            found.add(name)
            waiting.extend(
                n for each in known.annotations for n in names_in(parsed(each))
            )
    return frozenset(found)
