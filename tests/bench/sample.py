"""A client written by hand as the generator writes it, for the benchmarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from runtime.aio import AsyncClient, AsyncResource
from runtime.client import Client, Resource
from runtime.models import Model
from runtime.operations import Answer, Operation, Parameter
from runtime.security import Bearer, Scheme
from runtime.transport import AsyncTransport, Transport

__all__ = ["AsyncSample", "Page", "Sample"]


class Address(Model, kw_only=True):
    """Where a record lives."""

    street: str
    city: str
    zip: str


class Record(Model, kw_only=True):
    """One object."""

    id: str
    name: str
    email: str
    status: Status
    balance: int
    verified: bool
    created_at: str
    tags: list[str]
    address: Address


class Page(Model, kw_only=True):
    """A list of them."""

    data: list[Record]
    has_more: bool


Status: TypeAlias = Literal["active", "closed"] | str

READ: Operation[Page] = Operation(
    name="records.read",
    method="GET",
    path="/records/{size}",
    parameters=(Parameter("path", "size"),),
    security=(("token",),),
    answers=(Answer("200", "application/json", Page),),
)
SCHEMES: Mapping[str, Scheme] = {"token": Bearer()}
KEYWORDS = {"token": ("token", "SAMPLE_TOKEN")}


class Records(Resource):
    """Records."""

    def read(self, *, size: int) -> Page:
        """Some records."""
        return self._call(READ, path={"size": size})


class AsyncRecords(AsyncResource):
    """Records."""

    async def read(self, *, size: int) -> Page:
        """Some records."""
        return await self._call(READ, path={"size": size})


class Sample(Client):
    """A client with a token."""

    def __init__(self, *, base_url: str, transport: Transport | None = None) -> None:
        super().__init__(
            schemes=SCHEMES,
            keywords=KEYWORDS,
            credentials={"token": "test-token"},
            servers={},
            environment=None,
            variables={},
            base_url=base_url,
            timeout=60.0,
            max_retries=2,
            strict=False,
            transport=transport,
        )

    @property
    def records(self) -> Records:
        """Records."""
        return self._resource(Records)


class AsyncSample(AsyncClient):
    """The same, asynchronous."""

    def __init__(
        self, *, base_url: str, transport: AsyncTransport | None = None
    ) -> None:
        super().__init__(
            schemes=SCHEMES,
            keywords=KEYWORDS,
            credentials={"token": "test-token"},
            servers={},
            environment=None,
            variables={},
            base_url=base_url,
            timeout=60.0,
            max_retries=2,
            strict=False,
            transport=transport,
        )

    @property
    def records(self) -> AsyncRecords:
        """Records."""
        return self._resource(AsyncRecords)
