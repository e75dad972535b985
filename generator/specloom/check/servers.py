"""Servers: where a call would go (OpenAPI 3.1 section 4.8.5)."""

from __future__ import annotations

import re

from ..report import did_you_mean
from .kinds import GONE, Gone, Object, Place
from .walk import Walk

__all__ = ["server"]

_VARIABLE = re.compile(r"\{([^{}]+)\}")
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_HOST = re.compile(r"(?i)(localhost|[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,})(:\d+)?(/|$)")


def server(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Server whose URL leads somewhere, and whose variables are those of its URL."""
    url = tree.get("url")
    if not isinstance(url, str):
        walk.tell("SP209", "a server has a `url`", place)
        return GONE
    meant = _absolute(walk, url, place)
    made = tree if meant == url else {**tree, "url": meant}
    return _declared(walk, made, meant, place)


def _absolute(walk: Walk, url: str, place: Place) -> str:
    """The URL without a query, and with a scheme where it names a host.

    RFC 3986 section 4.2: `//host` has the scheme of the document, which is in a file.
    """
    made = _QUERY.sub("", url.strip())
    if _HOST.match(made):
        local = made.lower().startswith("localhost")
        made = f"{'http' if local else 'https'}://{made}"
    if made != url:
        words = f"`{url[:200]}` is read as `{made[:200]}`"
        walk.tell("SP220", words, (place, "url", 0))
    return f"https:{made}" if made.startswith("//") else made


def _declared(walk: Walk, tree: Object, url: str, place: Place) -> Object:
    stated = tree.get("variables")
    known = stated if isinstance(stated, dict) else {}
    names = dict.fromkeys(_VARIABLE.findall(url))
    for name in names:
        if name not in known:
            meant = did_you_mean(name, known)
            hint = f"did you mean `{meant}`?" if meant else ""
            words = f"no variable declares `{{{name[:100]}}}`"
            walk.tell("SP206", words, (place, "url", 0), hint)
    for name, variable in known.items():
        if isinstance(variable, dict):
            _chosen(walk, variable, ((place, "variables", 0), name, 0))
        if name not in names:
            words = f"the URL has no `{{{name[:100]}}}`"
            walk.tell("SP206", words, ((place, "variables", 0), name, 0), key="?key")
    if known.keys() == names.keys():
        return tree
    return {**tree, "variables": {name: known.get(name, {}) for name in names}}


def _chosen(walk: Walk, variable: Object, place: Place) -> None:
    """Tell of a default that is none of the values (OpenAPI 3.1 section 4.8.6.1)."""
    values, default = variable.get("enum"), variable.get("default")
    if not values or not isinstance(values, list) or default in (None, *values):
        return
    words = f"`{str(default)[:60]}` doesn't fit `enum`"
    walk.tell("SP212", words, (place, "default", 0))
