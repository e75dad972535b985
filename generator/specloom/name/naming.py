"""Everything of an API, named."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Api, Object, Pointer
from ..report import Diagnostic, Report, did_you_mean
from .arguments import arguments, fields
from .classes import classes
from .errors import errors
from .headers import headers
from .links import links
from .methods import methods, seconds
from .names import Names, OperationName
from .package import package
from .pins import Pins
from .places import places
from .resources import grouped, resources
from .scope import Scope
from .servers import environments, keywords
from .webhooks import webhooks

__all__ = ["name"]


def name(api: Api, pins: Pins, report: Report) -> Names:
    """What everything is called; all collisions are settled, and noted in the report."""
    scope = Scope(api=api, pins=pins, report=report)
    distribution, module, client = package(scope)
    groups = grouped(api)
    found = resources(scope, groups, client)
    called = methods(scope, groups)
    further = seconds(scope, groups, called)
    operations = {
        each.pointer: OperationName(
            resource=groups[each.pointer],
            method=called[each.pointer][0],
            constant=called[each.pointer][1],
            stream=further[each.pointer][0],
            pages=further[each.pointer][1],
            waits=further[each.pointer][2],
            arguments=arguments(scope, each),
        )
        for each in api.operations
    }
    credentials, variables = keywords(scope, module)
    _unknown(scope)
    return Names(
        distribution=distribution,
        package=module,
        client=client,
        resources=found,
        operations=operations,
        headers=headers(scope, groups, called),
        webhooks=webhooks(scope, called),
        links=links(scope, called),
        types=classes(scope, places(api, found, operations)),
        fields=fields(scope),
        errors=errors(scope),
        credentials=credentials,
        environments=environments(scope),
        variables=variables,
    )


def _unknown(scope: Scope) -> None:
    """Report pins that lead nowhere."""
    if not scope.pins.names:
        return
    known = set(_pointers(scope.api))
    for pointer in scope.pins.names:
        if pointer not in known:
            scope.report.add(
                Diagnostic(
                    code="SP402",
                    message=f"the settings name `{pointer}`, which does not exist",
                    pointer=pointer,
                    help=did_you_mean(pointer, known),
                )
            )


def _pointers(api: Api) -> Iterator[Pointer]:
    """Everything that a pin can name."""
    yield from api.schemas
    for schema in api.schemas.values():
        if isinstance(schema.shape, Object):
            yield from (each.pointer for each in schema.shape.properties)
    yield from (tag.pointer for tag in api.tags)
    yield from (scheme.pointer for scheme in api.security_schemes.values())
    for server in api.servers:
        yield server.pointer
        yield from (variable.pointer for variable in server.variables)
    for operation in api.operations:
        yield operation.pointer
        yield from (each.pointer for each in operation.parameters)
        if operation.body:
            yield operation.body.pointer
        for server in operation.servers:
            yield from (variable.pointer for variable in server.variables)
