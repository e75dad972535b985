"""What styles mean for values that have no parts."""

from __future__ import annotations

from dataclasses import replace

from .api import (
    Api,
    Boolean,
    Enumeration,
    Integer,
    Number,
    Operation,
    Parameter,
    String,
)
from .reach import resolve

__all__ = ["evened"]

SCALARS = Boolean | Integer | Number | String | Enumeration


def evened(api: Api) -> Api:
    """An API whose scalar parameters state the `explode` that their style has by itself.

    Exploding says nothing of them (OpenAPI 3.1 section 4.8.12.2).
    """
    return replace(
        api,
        operations=tuple(_operation(api, each) for each in api.operations),
        webhooks=tuple(_operation(api, each) for each in api.webhooks),
    )


def _operation(api: Api, operation: Operation) -> Operation:
    parameters = tuple(_parameter(api, each) for each in operation.parameters)
    if parameters == operation.parameters:
        return operation
    return replace(operation, parameters=parameters)


def _parameter(api: Api, parameter: Parameter) -> Parameter:
    usual = parameter.style == "form"
    is_scalar = isinstance(resolve(api, parameter.schema).shape, SCALARS)
    if parameter.explode == usual or not is_scalar:
        return parameter
    return replace(parameter, explode=usual)
