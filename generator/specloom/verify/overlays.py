"""What would make the document true: an overlay, for people to read and take over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..check import Document
from ..link import Api, JsonValue
from ..read import Tree
from .deviation import Deviation
from .planning import known_as
from .remedies import Action, Remedies

__all__ = ["overlay"]


def overlay(
    api: Api, document: Document, tree: Tree, deviations: Iterable[Deviation]
) -> dict[str, JsonValue] | None:
    """An overlay (OpenAPI Overlay 1.0) that allows what was seen, or `None`.

    What has no place in the root document, or no obvious remedy (an unknown tag of a
    union, a body that is no JSON), is left to people.

    Args:
        api: What the deviations are of.
        document: Knows where the author wrote what they are about.
        tree: The root document as written.
        deviations: What was seen.
    """
    names = {each.pointer: known_as(each) for each in api.operations}
    remedies = Remedies(document=document, tree=tree, names=names)
    actions: list[JsonValue] = [*joined(remedies.actions(deviations))]
    if not actions:
        return None
    return {
        "overlay": "1.0.0",
        "info": {"title": f"What {api.title} answered", "version": api.version},
        "actions": actions,
    }


def joined(actions: Iterable[Action]) -> Iterator[Action]:
    """Actions, with neighbours that add to the same place as one."""
    last: Action | None = None
    for each in actions:
        if last is None:
            last = each
        elif _alike(last, each):
            last = {
                **last,
                "description": f"{last['description']}; {each['description']}",
                "update": _merged(last["update"], each["update"]),
            }
        else:
            yield last
            last = each
    if last is not None:
        yield last


def _alike(one: Action, other: Action) -> bool:
    return one["target"] == other["target"] and all(
        isinstance(each.get("update"), dict) for each in (one, other)
    )


def _merged(one: JsonValue, other: JsonValue) -> JsonValue:
    if isinstance(one, dict) and isinstance(other, dict):
        shared = {
            name: _merged(one[name], other[name]) for name in one if name in other
        }
        return {**one, **other, **shared}
    return other
