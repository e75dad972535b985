"""What each thing of an API is called in Python: the door out of `name`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..link import Pointer
from .headers import HeadersName

__all__ = ["Names", "OperationName", "ResourceName"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceName:
    """A tag's resource: `client.<attribute>`, `<module>.py`, `class <type>`."""

    attribute: str
    module: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationName:
    """An operation: its resource's key in `Names.resources`, method and constant.

    `arguments` maps the pointer of each parameter, and of each member of a body whose
    members are arguments, to the keyword; the body's pointer where it is one argument.
    """

    resource: str
    method: str
    constant: str
    stream: str
    """The method that asks for the stream, where others ask for the rest; or ""."""
    pages: str
    """The method that goes through all pages; or ""."""
    waits: str
    """The method that waits for a state; or ""."""
    arguments: Mapping[Pointer, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names of one package; every collision is settled."""

    distribution: str
    package: str
    client: str
    resources: Mapping[str, ResourceName]
    """By tag; operations without a tag share the key of their first path segment."""
    operations: Mapping[Pointer, OperationName]
    headers: Mapping[Pointer, HeadersName]
    """Operations whose successes describe header fields."""
    webhooks: Mapping[Pointer, str]
    """Requests that the service makes -> their constants."""
    links: Mapping[str, str]
    """`operation/status/name` of a link -> its constant."""
    types: Mapping[Pointer, str]
    """Schemas that get a class or an alias: component schemas, inline objects and unions."""
    fields: Mapping[Pointer, Mapping[str, str]]
    """Object schema -> wire name of a member -> field."""
    errors: Mapping[str, str]
    """`404`, `4XX`, or `406/INVALID_PHONE_NUMBER` -> exception class."""
    credentials: Mapping[str, str]
    """Key of a security scheme -> keyword of the client."""
    environments: Mapping[Pointer, str]
    """Server -> name of its environment."""
    variables: Mapping[Pointer, str]
    """Server variable -> keyword of the client."""
