"""Lists that come in pages, asynchronously."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Generic, TypeVar, Unpack

from .aio import AsyncClient, AsyncResource
from .arguments import Arguments, Parts
from .operations import Operation, Pagination
from .options import Options
from .pagination import Turn

__all__ = ["AsyncPagedResource", "AsyncPages"]

ItemT = TypeVar("ItemT")
PageT = TypeVar("PageT")


class AsyncPages(Generic[PageT, ItemT]):
    """All items of a list; a page is asked for when its first item is wanted.

    Iterate for the items, or over `pages()`; nothing is kept, so that it can be done
    again.
    """

    def __init__(self, client: AsyncClient, turn: Turn[PageT, ItemT]) -> None:
        self._client = client
        self._turn = turn

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in self._turn.items(page):
                yield item

    async def pages(self, *, most: int | None = None) -> AsyncIterator[PageT]:
        """The pages, `most` of them at the most."""
        turn: Turn[PageT, ItemT] | None = self._turn
        count = 0
        while turn is not None and (most is None or count < most):
            call = self._client.call(turn.operation, turn.arguments, turn.options)
            response = await self._client.perform(turn.prepared(call))
            yield response.value
            count += 1
            turn = turn.following(response)


class AsyncPagedResource(AsyncResource):
    """Operations of one tag, some of which give lists in pages."""

    __slots__ = ()

    def _pages(
        self,
        operation: Operation[PageT],
        pagination: Pagination[ItemT],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> AsyncPages[PageT, ItemT]:
        turn = Turn(operation, Arguments(**parts), options, pagination)
        return AsyncPages(self._client, turn)
