"""Lists that come in pages (`x-pagination`): items and pages, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar, Unpack, cast

import msgspec

from .arguments import Arguments, Parts
from .calls import Call
from .client import Client, Resource
from .envelopes import value_at
from .models import UNSET
from .operations import Operation, Pagination
from .options import Options
from .responses import ApiResponse

__all__ = ["PagedResource", "Pages", "Turn"]

ItemT = TypeVar("ItemT")
PageT = TypeVar("PageT")
LINK: Final = re.compile(r"<([^>]*)>((?:\s*;\s*[^,;]+)*)")


@dataclass(frozen=True, slots=True)
class Turn(Generic[PageT, ItemT]):
    """What asks for one page: an operation, its arguments, or a URL that a page gave."""

    operation: Operation[PageT]
    arguments: Arguments
    options: Options | None
    pagination: Pagination[ItemT]
    url: str = ""

    def prepared(self, call: Call[PageT]) -> Call[PageT]:
        """A call that was put together, turned to the URL of the page if there is one."""
        if self.url:
            call.turn(self.url)
        return call

    def items(self, page: PageT) -> Sequence[ItemT]:
        """The items of a page, by the names of its members in Python."""
        value: object = page
        for name in self.pagination.items:
            value = getattr(value, name, None)
        return cast("Sequence[ItemT]", value) if isinstance(value, list) else ()

    def following(self, response: ApiResponse[PageT]) -> Turn[PageT, ItemT] | None:
        """What asks for the next page, or `None` after the last one."""
        rule, body = self.pagination, response.response
        items = self.items(response.value)
        if rule.more and self._at(response, rule.more) is not True:
            return None
        match rule.style:
            case "link":
                return self._turned(linked(body.headers.get("link", "")))
            case "url":
                return self._turned(self._at(response, rule.next))
            case "cursor" if rule.cursor:
                last = items[-1] if items else None
                return self._with(getattr(last, rule.cursor, None))
            case "cursor":
                return self._with(self._at(response, rule.next))
            case _:
                step = 1 if rule.style == "page" else len(items)
                asked = self.arguments.query.get(rule.parameter, UNSET)
                first = rule.first if asked is UNSET else asked
                start = first if isinstance(first, int) else rule.first
                return self._with(start + step) if items else None

    def _at(self, response: ApiResponse[PageT], path: tuple[str, ...]) -> object:
        raw = response.response
        media_type = raw.headers.get("content-type", "application/json")
        found = value_at(raw.body, path, media_type)
        return None if found is UNSET else found

    def _turned(self, url: object) -> Turn[PageT, ItemT] | None:
        if not isinstance(url, str) or not url:
            return None
        return Turn(self.operation, self.arguments, self.options, self.pagination, url)

    def _with(self, value: object) -> Turn[PageT, ItemT] | None:
        if value is None or value == "":
            return None
        query = {**self.arguments.query, self.pagination.parameter: value}
        arguments = msgspec.structs.replace(self.arguments, query=query)
        return Turn(self.operation, arguments, self.options, self.pagination)


def linked(text: str) -> str:
    """The URL of the relation `next` (RFC 8288 section 3), or ""."""
    for match in LINK.finditer(text):
        relation = re.search(r'rel="?([^";]+)"?', match[2])
        if relation is not None and "next" in relation[1].split():
            return match[1]
    return ""


class Pages(Generic[PageT, ItemT]):
    """All items of a list; a page is asked for when its first item is wanted.

    Iterate for the items, or over `pages()`; nothing is kept, so that it can be done
    again. `itertools.islice` ends it early.
    """

    def __init__(self, client: Client, turn: Turn[PageT, ItemT]) -> None:
        self._client = client
        self._turn = turn

    def __iter__(self) -> Iterator[ItemT]:
        for page in self.pages():
            yield from self._turn.items(page)

    def pages(self, *, most: int | None = None) -> Iterator[PageT]:
        """The pages, `most` of them at the most."""
        turn: Turn[PageT, ItemT] | None = self._turn
        count = 0
        while turn is not None and (most is None or count < most):
            call = self._client.call(turn.operation, turn.arguments, turn.options)
            response = self._client.perform(turn.prepared(call))
            yield response.value
            count += 1
            turn = turn.following(response)


class PagedResource(Resource):
    """Operations of one tag, some of which give lists in pages."""

    __slots__ = ()

    def _pages(
        self,
        operation: Operation[PageT],
        pagination: Pagination[ItemT],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> Pages[PageT, ItemT]:
        turn = Turn(operation, Arguments(**parts), options, pagination)
        return Pages(self._client, turn)
