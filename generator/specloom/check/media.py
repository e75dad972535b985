"""Media Types whose schemas mean more than they say."""

from __future__ import annotations

from ..read import Tree
from .forms import form
from .kinds import Gone, Object, Place
from .mixed import mixed
from .references import followed
from .walk import Walk

__all__ = ["media_type"]


def media_type(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Media Type Object, put right by the media type that it stands under."""
    name = str(place[1]).partition(";")[0].strip().lower()
    if name.startswith("multipart/") and name != "multipart/form-data":
        return mixed(walk, tree, place)
    if name.startswith("multipart/"):
        return form(walk, tree, place)
    if name == "text/event-stream":
        return _events(walk, tree, place)
    return tree


def _events(walk: Walk, tree: Object, place: Place) -> Object:
    """Events whose data are JSON, by the schema of that (OpenAPI 3.2 section 4.14.4).

    Data of several kinds of events are JSON only where those of every kind are.
    """
    item = tree.get("itemSchema")
    whole = followed(walk, item, place) if isinstance(item, dict) else {}
    stated = whole.get("oneOf", whole.get("anyOf"))
    kinds = [*map(_members, (followed(walk, e, place) for e in _objects(stated)))]
    own = _members(whole)
    if not any(each.keys() & {"data", "event"} for each in (own, *kinds)):
        return tree
    events = [{**own, **each} for each in kinds] or [own]
    data = [_json(walk, each.get("data"), place) for each in events]
    known: list[Tree] = [each for each in data if each is not None]
    rest = {key: value for key, value in tree.items() if key != "itemSchema"}
    if len(known) == len(data):
        return {**rest, "schema": known[0] if len(known) == 1 else {"anyOf": known}}
    if not kinds:
        return tree
    words = "not all of these events have JSON for data: all are read as texts"
    walk.tell("SP303", words, (place, "itemSchema", 0))
    return rest


def _objects(tree: Tree | None) -> list[Object]:
    return [e for e in tree if isinstance(e, dict)] if isinstance(tree, list) else []


def _members(tree: Object) -> Object:
    properties = tree.get("properties")
    return properties if isinstance(properties, dict) else {}


def _json(walk: Walk, tree: Tree | None, place: Place) -> Tree | None:
    """The schema of an event's data, if they are no plain text."""
    whole = followed(walk, tree, place) if isinstance(tree, dict) else {}
    if whole.get("type", "string") != "string" or "properties" in whole:
        return tree
    media = whole.get("contentMediaType")
    is_json = isinstance(media, str) and media.lower().endswith("json")
    return whole.get("contentSchema") if is_json else None
