"""What an `operationId` says that its tag and its path do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from ..link import Operation, Pointer
from .resources import segments
from .words import alike, singular, split

__all__ = ["after_owner", "id_words", "parents", "spelled"]

OWNER: Final = re.compile(
    r"(?:[A-Za-z0-9]+[._])*[A-Za-z0-9]*"
    r"(?:Api|Controller|Endpoints?|Handler|Operations|Resource|Service)[._]"
)
"""What frameworks put before the name of an operation: the class that holds it."""
SPRINGFOX: Final = re.compile(
    r"Using(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)(?:_\d+)?$"
)
VERSION: Final = re.compile(r"v?\d+(?:\.\d+)*", re.IGNORECASE)


def id_words(operation: Operation) -> tuple[str, ...]:
    """The words of an `operationId`, without method and path around a name.

    FastAPI appends them (`read_item_items__item_id__get`), HubSpot puts them before
    (`get-/crm/v3/objects_getPage`), Springfox appends the method (`getUsingGET_1`).
    """
    text = operation.operation_id or ""
    method = operation.method.lower()
    tail = re.sub(r"[\W_]+", "_", f"{operation.path}_{method}", flags=re.ASCII)
    name = text.removeprefix(f"{method}-{operation.path}_")
    name = re.sub("_+", "_", name).removesuffix(tail)
    return split(SPRINGFOX.sub("", name)) or split(text)


def spelled(operations: Sequence[Operation]) -> frozenset[Pointer]:
    """The operations whose ids say no more than their methods and paths do.

    `PostCustomersCustomerSources` of `POST /v1/customers/{customer}/sources` is nothing
    that a person wrote; neither is then `GetSettings`, which could be, in that document.
    """
    if not any("{" in each.path and _spells_path(each, list) for each in operations):
        return frozenset()
    return frozenset(
        each.pointer for each in operations if _spells_path(each, _singular)
    )


def _singular(words: Sequence[str]) -> list[str]:
    return [singular(word) for word in words]


def _spells_path(
    operation: Operation, heard: Callable[[Sequence[str]], list[str]]
) -> bool:
    """Whether an id is method and path, word for word as they are heard."""
    words, method = _telling(id_words(operation)), operation.method.lower()
    run, path = _run(operation.operation_id or ""), _run(operation.path)
    if run and run in (path, method + path, path + method):
        return True
    if not words or method not in (words[0], words[-1]):
        return False
    said = heard(words[1:] if words[0] == method else words[:-1])
    for part in segments(operation.path):
        spelled = heard(_telling(split(part)))
        if "{" in part and said[: len(spelled)] != spelled:
            spelled = spelled[-1:]  # `id` of `{shopId}`
        if said[: len(spelled)] != spelled:
            return False
        said = said[len(spelled) :]
    return not said


def _run(text: str) -> str:
    """Only what can be heard."""
    return re.sub(r"[\W_]", "", text).lower()


def _telling(words: Sequence[str]) -> list[str]:
    """The words in lower case, without versions and what fills the gaps."""
    lower = (word.lower() for word in words if not VERSION.fullmatch(word))
    return [word for word in lower if word not in ("api", "by", "rest")]


def after_owner(identifier: str, tag: Sequence[str]) -> tuple[str, ...]:
    """The words after who holds the operation: a class (`PetsController_find`), or the tag.

    `shop.admin.pets.find` of `pets` is `find`.
    """
    parts = identifier.split(".")
    held = (at for at, part in enumerate(parts[:-1], 1) if alike(split(part), tag))
    rest = ".".join(parts[next(held, 0) :])
    match = OWNER.match(rest)
    found = split(rest[match.end() :] if match else rest)
    return found if len(rest) < len(identifier) or match else ()


def parents(path: str) -> frozenset[str]:
    """What a path's last thing belongs to: `booking` of `/bookings/{id}/payment`."""
    parts = segments(path)
    return frozenset(
        singular(words[-1]).lower()
        for part, after in pairwise(parts)
        if "{" in after and "{" not in part and (words := split(part))
    )
