"""Which requests are made: documented values only, safe operations unless allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from ..link import (
    Api,
    Constant,
    Content,
    Enumeration,
    JsonValue,
    Operation,
    Parameter,
    SchemeUse,
    is_multipart,
    resolve,
    written,
)
from ..oracle import Call, Oracle, Sent, UntoldError, examples

__all__ = ["Skipped", "Step", "known_as", "named", "steps"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "QUERY"})
"""Methods that change nothing (RFC 9110 section 9.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One request that will be made."""

    operation: Operation
    sent: Sent
    open: Sent
    """The same without credentials: values of the document only, for anybody to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An operation that is not called, and why."""

    operation: Operation
    why: str


class Unasked(Exception):  # noqa: N818
    """An operation cannot be called; says why."""


def known_as(operation: Operation) -> str:
    """How people name an operation: its id, else method and path."""
    return operation.operation_id or f"{operation.method.upper()} {operation.path}"


def steps(
    oracle: Oracle, allowed: Set[str], variables: Mapping[str, str]
) -> Iterator[Step | Skipped]:
    """What becomes of each operation, in the document's order.

    Args:
        oracle: Says what travels; its secrets are the caller's.
        allowed: Operations that may change something, by `known_as`.
        variables: Scheme -> the environment variable of its credential, for messages.
    """
    for operation in oracle.api.operations:
        try:
            yield _step(oracle, operation, allowed, variables)
        except (Unasked, UntoldError) as error:
            yield Skipped(operation=operation, why=str(error))


def _step(
    oracle: Oracle,
    operation: Operation,
    allowed: Set[str],
    variables: Mapping[str, str],
) -> Step:
    safe = operation.method.upper() in SAFE and not operation.unsafe
    if not safe and known_as(operation) not in allowed:
        raise Unasked("it may change something, and is not allowed by name")
    if operation.servers:
        raise Unasked("it has a server of its own")
    group = _group(oracle, operation, variables)
    call = _call(oracle, operation)
    return Step(
        operation=operation,
        sent=oracle.sent(operation, call, group),
        open=oracle.sent(operation, call, ()),
    )


def _group(
    oracle: Oracle, operation: Operation, variables: Mapping[str, str]
) -> tuple[SchemeUse, ...]:
    """The first security alternative whose credentials are there."""
    for group in operation.security or ((),):
        if all(use.key in oracle.secrets for use in group):
            return group
    first = next(filter(None, operation.security), ())
    absent = [use.key for use in first if use.key not in oracle.secrets]
    needed = " and ".join(f"${variables[k]}" for k in absent if k in variables)
    raise Unasked(f"it needs {needed or 'credentials of another kind'}")


def _call(oracle: Oracle, operation: Operation) -> Call:
    parameters = {
        each.pointer: _value(oracle, each)
        for each in operation.parameters
        if each.required
    }
    body = operation.body
    if body is None or not body.required:
        return Call(parameters=parameters)
    for content in written(oracle.api, body):
        for value in _shown(oracle, content):
            constant = Constant(value=value)
            return Call(parameters=parameters, body=constant, content=content)
    raise Unasked("no example shows its body")


def _value(oracle: Oracle, parameter: Parameter) -> JsonValue:
    """A value that the document itself shows, for nothing is made up."""
    schema = resolve(oracle.api, parameter.schema)
    shown = [each.value for each in (*parameter.examples, *schema.examples)]
    if schema.default is not None:
        shown.append(schema.default.value)
    if isinstance(schema.shape, Enumeration):
        shown.extend(schema.shape.values)
    for value in shown:
        if value is not None and oracle.reading.allows(parameter.schema, value):
            return value
    where = f"{parameter.location} parameter `{parameter.name}`"
    raise Unasked(f"no example shows its {where}")


def _shown(oracle: Oracle, content: Content) -> Iterator[JsonValue]:
    if is_multipart(content.media_type):
        raise Unasked("its body is multipart")
    yield from (value for _, value in examples(oracle.reading, content))


def named(api: Api, name: str) -> Operation | None:
    """The operation of a name, as `known_as` gives it."""
    return next((each for each in api.operations if known_as(each) == name), None)
