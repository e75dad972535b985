"""What `lint` proposes: lists that look as if they came in pages. Nothing is guessed on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..read import KEY
from ..report import Diagnostic, Report
from .api import Api, Array, Object, Operation, Pagination, Pointer, Response, Schema
from .media import is_json
from .reach import resolve

__all__ = ["propose"]

CURSORS: Final = (
    *("cursor", "pagetoken", "nexttoken", "continuationtoken", "continuation"),
    *("nextcursor", "pagecursor", "marker", "startingafter", "after", "starttoken"),
)
NEXTS: Final = (
    *("nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "nextmarker"),
    *("nextpagecursor", "endcursor", "pagetoken", "cursor", "continuation", "after"),
)
URLS: Final = ("nexturl", "nextpageurl", "nextlink", "next", "nextpageuri", "nextpage")
PAGES: Final = ("page", "pagenumber", "pageno", "pageindex", "currentpage")
OFFSETS: Final = ("offset", "skip", "startindex", "start")
LIMITS: Final = (
    *("limit", "pagesize", "perpage", "count", "size", "maxresults", "top", "take"),
    "maxitems",
)
MORE: Final = ("hasmore", "hasnext", "hasnextpage", "more", "truncated", "istruncated")
ITEMS: Final = ("data", "items", "results", "values", "records", "entries", "content")


def propose(api: Api, report: Report) -> None:
    """Report each list without `x-pagination` that seems to need it (SP703)."""
    for operation in api.operations:
        found = None if operation.pagination else _proposal(api, operation)
        if found is not None:
            report.add(
                Diagnostic(
                    code="SP703",
                    message="its answers seem to come in pages",
                    pointer=operation.pointer + KEY,
                    help=f"if so, add `x-pagination: {_written(found)}`",
                )
            )


def _proposal(api: Api, operation: Operation) -> Pagination | None:
    """How the next page seems to be asked for."""
    if operation.method.upper() != "GET":
        return None
    answer = _answer(operation)
    if answer is None:
        return None
    response, body = answer
    members = dict(_members(api, body))
    items = _items(api, body, members)
    if items is None:
        return None
    return _style(operation, response, members, items)


def _style(
    operation: Operation, response: Response, members: dict[str, str], items: str
) -> Pagination | None:
    query = {
        _plain(p.name): p.name for p in operation.parameters if p.location == "query"
    }
    cursor, page = _first(CURSORS, query), _first(PAGES, query)
    offset = _first(OFFSETS, query)
    more = _first(MORE, members)
    following = _first(NEXTS, members)
    if cursor and following:
        return Pagination(
            style="cursor", parameter=cursor, next=following, items=items, more=more
        )
    url = _first(URLS, members)
    if url and not (page or offset):
        return Pagination(style="url", next=url, items=items)
    if any(each.name.lower() == "link" for each in response.headers):
        return Pagination(style="link", items=items)
    if page:
        return Pagination(style="page", parameter=page, items=items, more=more)
    if offset and _first(LIMITS, query):
        return Pagination(
            style="offset", parameter=offset, items=items, more=more, first=0
        )
    return None


def _answer(operation: Operation) -> tuple[Response, Pointer] | None:
    """The success and the schema of its JSON, envelopes aside."""
    for response in operation.responses:
        if response.status.startswith("2") and response.envelope is None:
            for content in response.contents:
                if content.schema is not None and is_json(content.media_type):
                    return response, content.schema
    return None


def _members(
    api: Api, pointer: Pointer, prefix: str = "", depth: int = 2
) -> Iterator[tuple[str, str]]:
    """The single values of an object and of the objects in it: plain name, dotted path."""
    shape = resolve(api, pointer).shape
    for each in shape.properties if isinstance(shape, Object) else ():
        if "." in each.name:
            continue
        inner = resolve(api, each.schema).shape
        path = f"{prefix}{each.name}"
        if isinstance(inner, Object) and depth > 1:
            yield from _members(api, each.schema, f"{path}.", depth - 1)
        elif not isinstance(inner, Array | Object):
            yield _plain(each.name), path


def _items(api: Api, pointer: Pointer, members: dict[str, str]) -> str | None:
    """Where the list is: "" if the body is it, `None` if there is none, or several."""
    shape = resolve(api, pointer).shape
    if isinstance(shape, Array):
        return ""
    if not isinstance(shape, Object):
        return None
    lists = [each.name for each in shape.properties if _is_list(api, each.schema)]
    named = [name for name in lists if _plain(name) in ITEMS] or lists
    usable = len(named) == 1 and "." not in named[0] and named[0] not in members
    return named[0] if usable else None


def _is_list(api: Api, pointer: Pointer) -> bool:
    schema: Schema = resolve(api, pointer)
    return isinstance(schema.shape, Array)


def _plain(name: str) -> str:
    """A name without case and separators: `nextPageToken` and `next_page_token` are one."""
    return "".join(filter(str.isalnum, name)).lower()


def _first(wanted: tuple[str, ...], names: dict[str, str]) -> str:
    return next((names[each] for each in wanted if each in names), "")


def _written(found: Pagination) -> str:
    """The extension as it stands in YAML, on one line."""
    stated = {
        "style": found.style,
        "parameter": found.parameter,
        "next": found.next,
        "more": found.more,
        "items": found.items,
    }
    pairs = (f"{key}: {_quoted(value)}" for key, value in stated.items() if value)
    return f"{{{', '.join(pairs)}}}"


def _quoted(value: str) -> str:
    """A text of YAML's flow style."""
    simple = value.replace("_", "").replace("-", "").replace(".", "").isalnum()
    return value if simple else f"'{value.replace(chr(39), chr(39) * 2)}'"
