"""Lists in pages as a service gives them (`x-pagination`): two pages, the second the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..link import (
    Array,
    Content,
    JsonValue,
    Operation,
    Pagination,
    Parameter,
    Pointer,
    is_json,
    resolve,
)
from .paths import at, put
from .replies import Replies, Reply
from .request import Call, Oracle, UntoldError
from .scalars import Taste
from .statuses import concrete, good
from .values import Values

__all__ = ["Paging", "paging"]

NEXT = "https://next.example.invalid/page?at=2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Two pages: what the service answers, what asks for the second, and all items."""

    replies: tuple[Reply, Reply]
    link: str
    """The `Link` field of the first one, or ""."""
    second: str
    """The URL that the second page is asked for with."""
    item: Pointer
    items: tuple[JsonValue, ...]


def paging(oracle: Oracle, operation: Operation, call: Call) -> Paging:
    """What goes through all pages of a list sends and finds.

    Args:
        oracle: What is known of the API.
        operation: A list in pages.
        call: How the first page is asked for.

    Raises:
        ImpossibleError: No item can be made up.
        UntoldError: The document does not say enough of a page.
    """
    rule = operation.pagination
    response = next(iter(good(operation)), None)
    contents = () if response is None else Replies(oracle=oracle).contents(response)
    if rule is None or response is None or not contents:
        raise UntoldError("a list without a page that is described")
    content = contents[0]
    if content.schema is None or not is_json(content.media_type):
        raise UntoldError("a page that is not described")
    envelope = response.envelope
    path = ".".join(filter(None, (envelope.data if envelope else "", rule.items)))
    holder = Replies(oracle=oracle).member(content.schema, path)
    shape = None if holder is None else resolve(oracle.api, holder).shape
    if not isinstance(shape, Array):
        raise UntoldError("a page whose items are not described")
    page = Replies(oracle=oracle).values.value(content.schema)
    if envelope is not None:
        page = Replies(oracle=oracle).wrapped(envelope, content.schema, page)
    item = Values(reading=oracle.reading).value(shape.items, Taste.ODD)
    pages = Pages(oracle=oracle, rule=rule, content=content, path=path, item=item)
    step = pages.step(operation, call)
    empty = rule.style in ("page", "offset") or (rule.cursor and not rule.more)
    last = () if empty else (item,)
    first, second = pages.filled(page, step.told), pages.last(page, last)
    for each in (first, second):
        if not oracle.reading.allows(content.schema, each):
            raise UntoldError("pages that their schema does not allow")
    status = concrete(operation, response.status)
    return Paging(
        replies=(pages.reply(first, status), pages.reply(second, status)),
        link=f'<{NEXT}>; rel="next"' if rule.style == "link" else "",
        second=step.url,
        item=shape.items,
        items=(item, *last),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a page says of the next one, and the URL that asks for it."""

    told: JsonValue
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Writes the pages of one list."""

    oracle: Oracle
    rule: Pagination
    content: Content
    path: str
    item: JsonValue

    def step(self, operation: Operation, call: Call) -> Step:
        """From the first page to the second, by the style of the list."""
        rule = self.rule
        if rule.style in ("link", "url"):
            return Step(told=NEXT, url=NEXT)
        parameter = next(
            (p for p in operation.parameters if p.name == rule.parameter), None
        )
        if parameter is None:
            raise UntoldError("a parameter of pages that is no parameter")
        told = self._told(parameter, call)
        given: Mapping[Pointer, JsonValue] = {
            **call.parameters,
            parameter.pointer: told,
        }
        sent = self.oracle.sent(operation, replace(call, parameters=given))
        return Step(told=told, url=sent.url)

    def _told(self, parameter: Parameter, call: Call) -> JsonValue:
        rule = self.rule
        if rule.style in ("page", "offset"):
            asked = call.parameters.get(parameter.pointer, rule.first)
            if isinstance(asked, bool) or not isinstance(asked, int):
                raise UntoldError("a number of pages that is no number")
            return asked + 1
        if rule.cursor:
            return at(self.item, rule.cursor)
        values = Values(reading=self.oracle.reading)
        return values.value(parameter.schema, name="cursor", number=1)

    def filled(self, page: JsonValue, told: JsonValue) -> JsonValue:
        """A page that is not the last."""
        page = put(page, self.path, [self.item]) if self.path else [self.item]
        if self.rule.next:
            page = put(page, self.rule.next, told)
        return put(page, self.rule.more, new=True) if self.rule.more else page

    def last(self, page: JsonValue, items: tuple[JsonValue, ...]) -> JsonValue:
        """The last page: it names no other one."""
        page = put(page, self.path, [*items]) if self.path else [*items]
        if self.rule.more:
            return put(page, self.rule.more, new=False)
        if not self.rule.next:
            return page
        holder, _, name = self.rule.next.rpartition(".")
        owner = at(page, holder)
        kept = (
            {k: v for k, v in owner.items() if k != name}
            if isinstance(owner, dict)
            else {}
        )
        return put(page, holder, kept) if holder else kept

    def reply(self, page: JsonValue, status: int) -> Reply:
        """A page as an answer."""
        return Replies(oracle=self.oracle).reply(self.content, page, status)
