"""Operations as methods."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from ..link import Operation, Pointer, streams_too
from .collisions import Claim, settle
from .identifiers import avoid, constant, snake
from .operationids import after_owner, id_words, parents, spelled
from .reserved import CONSTANTS, METHODS, SHADOWS
from .resources import segments
from .scope import Scope
from .words import alike, plural, singular, split

__all__ = ["methods", "seconds"]

JOINING: Final = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or"),
        *("the", "to", "via", "with"),
    )
)
"""Words that need another one on their other side."""
MOST: Final = 3
"""Variables of a path that a method names."""
VERBS: Final = {"put": "replace", "patch": "update"}


def methods(
    scope: Scope, keys: Mapping[Pointer, str]
) -> dict[Pointer, tuple[str, str]]:
    """Operation -> its method and its constant, unique in its resource."""
    groups: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in scope.api.operations:
        groups[keys[operation.pointer]].append(operation)
    found: dict[Pointer, tuple[str, str]] = {}
    silent = spelled(scope.api.operations)
    for key, operations in groups.items():
        named = settle(
            [_claim(scope, key, each, silent) for each in operations], scope.report
        )
        constants = _constants(scope, named)
        found |= {each: (named[each], constants[each]) for each in named}
    return found


def seconds(
    scope: Scope,
    keys: Mapping[Pointer, str],
    called: Mapping[Pointer, tuple[str, str]],
) -> dict[Pointer, tuple[str, str, str]]:
    """Operation -> its second methods: for a stream, for all pages, for a state."""
    taken = {(keys[pointer], method) for pointer, (method, _) in called.items()}
    found: dict[Pointer, tuple[str, str, str]] = {}
    for operation in scope.api.operations:
        key, method = keys[operation.pointer], called[operation.pointer][0]
        stream = _free(taken, key, f"{method}_stream") if streams_too(operation) else ""
        paged = operation.pagination is not None
        pages = _free(taken, key, f"{method}_all") if paged else ""
        waits = _free(taken, key, _until(operation, method)) if operation.waiter else ""
        found[operation.pointer] = (stream, pages, waits)
    return found


def _until(operation: Operation, method: str) -> str:
    """`get_until_done`: the method and the first state that is waited for."""
    states = operation.waiter.until if operation.waiter else ()
    state = snake(str(states[0])) if states else ""
    return f"{method}_until_{state or 'done'}"


def _free(taken: Collection[tuple[str, str]], key: str, wish: str) -> str:
    while (key, wish) in taken:
        wish = f"{wish}_"
    return wish


def _claim(
    scope: Scope, key: str, operation: Operation, silent: Collection[Pointer]
) -> Claim:
    tag = split(key)
    words = id_words(operation)
    by_id = _by_id(operation, words, tag)
    by_path = _by_path(operation, tag)
    stated = bool(words) and operation.pointer not in silent
    wishes = [*by_id, *by_path] if stated else [*by_path, *by_id]
    if stated and alike(split(by_id[0]), tag):
        stated, wishes = False, [_verb(operation, words), *wishes]
    several = stated and plural(words[-1])
    return scope.claim(
        operation.pointer,
        sorted(wishes, key=SHADOWS.__contains__),
        stem=snake(operation.method) or "call",
        rank=int(several) if stated else 2 + operation.path.count("{"),
        python_name=operation.python_name,
        fit=lambda name: avoid(name, METHODS | SHADOWS),
    )


def _by_id(
    operation: Operation, words: tuple[str, ...], tag: Sequence[str]
) -> list[str]:
    """What an `operationId` would be called, the shortest first.

    Of `getPet` and `getPets` the first is `get`, and so the second is `list`.
    """
    own = after_owner(operation.operation_id or "", tag) or words
    owners = parents(operation.path)
    short = _brief(own, tag, owners)
    listed = [*short] == ["get"] and plural(own[-1])
    return [
        snake(short),
        "list" if listed else "",
        snake(own),
        snake(_brief(words, tag, owners)),
        snake(words),
    ]


def _by_path(operation: Operation, tag: Sequence[str]) -> list[str]:
    """What method and path would be called, the shortest first."""
    short, owners = _from_path(operation, tag)
    return [
        snake(short),
        snake([*short, "for", *owners]) if owners else "",
        snake([*short, *_by(operation)]),
        snake([operation.method.lower(), *split(operation.path)]),
    ]


def _verb(operation: Operation, words: Sequence[str]) -> str:
    """What is done where an id says only the tag: `search` of `search` is `get`.

    Who creates one thing says so in the id: a `POST` that says nothing does something else.
    """
    many = plural(words[-1])
    match operation.method.lower():
        case "get":
            return "list" if many and not operation.path.endswith("}") else "get"
        case "post":
            return "create" if many else "run"
        case method:
            return VERBS.get(method, method)


def _constants(scope: Scope, named: dict[str, str]) -> dict[str, str]:
    claims: list[Claim] = []
    for key, method in named.items():
        wish = avoid(constant(method), CONSTANTS)
        claims.append(
            Claim(key=key, wishes=(wish,), pattern=f"{wish}_{{}}", pointer=key)
        )
    return settle(claims, scope.report)


def _at(words: Sequence[str], tag: Sequence[str]) -> int | None:
    """Where the tag's words stand."""
    size = len(tag)
    starts = range(len(words) - size + 1 if size else 0)
    return next((at for at in starts if alike(words[at : at + size], tag)), None)


def _without(words: Sequence[str], tag: Sequence[str]) -> Sequence[str]:
    """The words without the tag's: `get`, `pet`, `by`, `id` of `pets` is `get_by_id`."""
    at = _at(words, tag)
    if at is None:
        return words
    rest = [*words[:at], *words[at + len(tag) :]]
    broken = at > 0 and _joining(words[at - 1])
    return words if not rest or broken or _joining(rest[0]) else rest


def _brief(
    words: Sequence[str], tag: Sequence[str], owners: Collection[str]
) -> Sequence[str]:
    """The words of an id without the tag's, or its verb where the tag ends in the others.

    What belongs to something else keeps its noun: `create`, `booking`, `payment` of
    `payments` creates no booking.
    """
    at = _at(words, tag)
    if at is not None:
        last = at > 0 and at + len(tag) == len(words)
        owned = last and singular(words[at - 1]).lower() in owners
        return words if owned else _without(words, tag)
    nouns = words[1:]
    ends = 0 < len(nouns) < len(tag) and alike(nouns, tag[-len(nouns) :])
    return words[:1] if ends else words


def _by(operation: Operation) -> list[str]:
    """What tells paths apart that differ in their variables: `by`, `owner`, `id`.

    Of many only the last, for a name is no list.
    """
    found = re.findall(r"\{([^{}]*)\}", operation.path.partition("?")[0])
    variables = found if len(found) <= MOST else found[-1:]
    return ["by", *(word for each in variables for word in split(each))] * bool(found)


def _beyond(nouns: Sequence[str], tag: Sequence[str]) -> list[str]:
    """The nouns after those that a tag of several words ends in.

    `governance`, `votes` of `Cardano » Governance` is `votes`.
    """
    for size in range(len(tag) - 1, 0, -1):
        if alike(nouns[:size], tag[-size:]):
            return [*nouns[size:]]
    return [*nouns]


def _joining(word: str) -> bool:
    return word.lower() in JOINING


def _from_path(
    operation: Operation, tag: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """A verb with the path's nouns, and what the tag's things belong to.

    `GET /users/{id}/posts` of `users` is `list_posts`; of `posts` it is `list`, of `user`.
    """
    parts = segments(operation.path)
    owners, nouns = _nouns(parts, tag)
    rest = _beyond(_without(nouns, tag), tag)
    if alike(rest, tag):
        rest = []
    item = bool(parts) and "{" in parts[-1]
    many = bool(parts) and not item and plural(parts[-1])
    match operation.method.lower():
        case "get":
            return ["list" if many else "get", *rest], owners
        case "post" if item:
            return ["update", *rest], owners
        case "post":
            return rest if rest and not many else ["create", *rest], owners
        case method:
            return [VERBS.get(method, method), *rest], owners


def _nouns(parts: Sequence[str], tag: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of a path: of what the tag's things belong to, and from there on."""
    nouns: list[str] = []
    owners = [0]
    for part, after in pairwise((*parts, "")):
        if "{" not in part:
            one = "{" in after
            words = split(part)
            nouns += [*words[:-1], singular(words[-1])] if one and words else words
            owners += [len(nouns)] * one
    own = max(each for each in owners if each <= (_at(nouns, tag) or 0))
    return nouns[:own], nouns[own:]
