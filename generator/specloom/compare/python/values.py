"""What callers read by a name of its own: webhooks, links, header fields of responses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...link import Api, Operation, Pointer, linked
from ...name import Names
from ...shape import ConstantsView, LinksView, Package
from ..path import key_of
from .spot import Spot

__all__ = ["Value", "values"]

WRAPPED = ("Field", "Webhook")
"""Generic classes around what matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A named value. `rule` begins the ids of what may become of it."""

    rule: str
    subject: str
    annotation: str
    pointer: Pointer
    operation: tuple[str, str] | None = None
    """The operation without which it is not missed."""

    @property
    def spot(self) -> Spot:
        """Where it is, and how it is typed."""
        name = self.subject.rpartition(" ")[2]
        return Spot(self.pointer, f"{name}: {self.annotation}".replace("models.", ""))


def values(api: Api, names: Names, package: Package) -> Mapping[str, Value]:
    """Every named value by its subject."""
    found = (
        *_webhooks(names, package.webhooks),
        *_links(api, names, package.links),
        *_headers(api, names, package),
    )
    return {each.subject: each for each in found}


def _webhooks(names: Names, view: ConstantsView | None) -> Iterator[Value]:
    pointers = {name: pointer for pointer, name in names.webhooks.items()}
    for each in view.constants if view else ():
        yield Value(
            rule="constant",
            subject=f"webhooks.{each.name}",
            annotation=_inner(each.annotation),
            pointer=pointers.get(each.name, "#"),
        )


def _links(api: Api, names: Names, view: LinksView | None) -> Iterator[Value]:
    """Where each link leads from and to; what callers add is told of the method."""
    pointers = {
        names.links[key]: link.pointer
        for key, _, _, link in linked(api)
        if key in names.links
    }
    for each in view.links if view else ():
        yield Value(
            rule="constant",
            subject=f"links.{each.name}",
            annotation=f"tuple[{each.origin}, {each.rest.returns}]",
            pointer=pointers.get(each.name, "#"),
        )


def _headers(api: Api, names: Names, package: Package) -> Iterator[Value]:
    views = {
        (resource.attribute, view.name): view
        for resource in package.resources
        for view in resource.headers
    }
    for operation in api.operations:
        named = names.headers.get(operation.pointer)
        method = names.operations[operation.pointer]
        attribute = names.resources[method.resource].attribute
        view = None if named is None else views.get((attribute, named.type))
        for each in view.attributes if view else ():
            yield Value(
                rule="header-field",
                subject=f"client.{attribute}.{method.method}, headers.{each.name}",
                annotation=_inner(each.annotation),
                pointer=_stated(operation),
                operation=key_of(operation),
            )


def _stated(operation: Operation) -> Pointer:
    """Where the first success stands that describes header fields."""
    stated = (each.pointer for each in operation.responses if each.headers)
    return next(stated, operation.pointer)


def _inner(annotation: str) -> str:
    name, _, inside = annotation.partition("[")
    return inside.removesuffix("]") if name in WRAPPED else annotation
