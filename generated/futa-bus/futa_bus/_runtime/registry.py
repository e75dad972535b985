"""All operations of a package: what a request or a method means, and what answers look like."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Callable
from functools import cache
from types import CodeType
from typing import Any, TypeGuard, cast

from .factories import sample
from .hints import read
from .operations import Operation, Parameter
from .parameters import header
from .plans import plan
from .transport import Request

__all__ = ["UnexpectedRequest", "examples", "matching", "needed", "operation_of"]

PACKAGE = __name__.partition("._runtime")[0]


class UnexpectedRequest(AssertionError):  # noqa: N818 - pytest shows assertions best
    """A request that no operation of the document makes, or that no test prepared for."""


@cache
def operations() -> tuple[Operation[Any], ...]:
    """Every operation of the package."""
    folder = importlib.import_module(f"{PACKAGE}.operations")
    modules = (
        importlib.import_module(f"{folder.__name__}.{info.name}")
        for info in pkgutil.iter_modules(folder.__path__)
    )
    values = (value for module in modules for value in vars(module).values())
    return tuple(filter(is_operation, values))


def is_operation(value: object) -> TypeGuard[Operation[Any]]:
    """Whether a value is the constant of an operation."""
    return isinstance(value, Operation)


@cache
def examples() -> dict[str, list[tuple[str, str, str]]]:
    """What the document shows: by operation, status, media type and body."""
    text = pkgutil.get_data(PACKAGE, "examples.json") or b"{}"
    return cast("dict[str, list[tuple[str, str, str]]]", json.loads(text))


def needed(operation: Operation[Any]) -> dict[str, str]:
    """Header fields, made up, without which an answer is not what the document says."""
    described = vars(operation.headers).values() if operation.headers else ()
    return {
        each.name: field(each) for each in described if getattr(each, "required", False)
    }


def field(described: Any) -> str:
    """A text that a described field may have."""
    parameter = Parameter(
        "header",
        described.name,
        explode=described.explode,
        media_type=described.media_type,
    )
    return header(parameter, sample(read(described.kind))) or ""


def operation_of(method: Callable[..., object]) -> Operation[Any]:
    """The operation that a method calls, from the constant that it names."""
    code = cast("CodeType", getattr(method, "__code__", None))
    module = method.__module__.rpartition(".")[2]
    constants = importlib.import_module(f"{PACKAGE}.operations.{module}")
    for name in code.co_names:
        found = getattr(constants, name, None)
        if is_operation(found):
            return found
    raise ValueError(f"{method!r} is no method of a resource")


def matching(request: Request) -> Operation[Any]:
    """The operation that makes a request.

    Raises:
        UnexpectedRequest: None does.
    """
    path = request.url.partition("://")[2].partition("/")[2].partition("?")[0]
    accepts = request.headers.get("accept", "")
    fitting = [
        each
        for each in operations()
        if each.method == request.method and pattern(each).search(f"/{path}")
    ]
    if not fitting:
        shown = f"{request.method} /{path}"
        raise UnexpectedRequest(f"{shown} is no operation of this document")
    return max(fitting, key=lambda each: (literal(each), plan(each).accept == accepts))


@cache
def pattern(operation: Operation[object]) -> re.Pattern[str]:
    """What the end of a path looks like."""
    parts = plan(operation).template
    texts = [
        re.escape(p.partition("?")[0]) if n % 2 == 0 else "[^/]+"
        for n, p in enumerate(parts)
    ]
    return re.compile("".join(texts) + "$")


def literal(operation: Operation[object]) -> int:
    """How much of a path is not up to the caller."""
    return sum(map(len, plan(operation).template[::2]))
