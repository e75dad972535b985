"""Operations as methods."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ..link import Operation, Pointer, streams_too
from .collisions import Claim, settle
from .identifiers import avoid, constant, snake
from .reserved import CONSTANTS, METHODS, SHADOWS
from .resources import segments
from .scope import Scope
from .words import plural, same, singular, split

__all__ = ["methods", "seconds"]

JOINING: Final = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or"),
        *("the", "to", "via", "with"),
    )
)
"""Words that need another one on their other side."""
OWNER: Final = re.compile(
    r"(?:[A-Za-z0-9]+[._])*[A-Za-z0-9]*"
    r"(?:Api|Controller|Endpoints?|Handler|Operations|Resource|Service)[._]"
)
"""What frameworks put before the name of an operation: the class that holds it."""
VERBS: Final = {"put": "replace", "patch": "update"}


def methods(
    scope: Scope, keys: Mapping[Pointer, str]
) -> dict[Pointer, tuple[str, str]]:
    """Operation -> its method and its constant, unique in its resource."""
    groups: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in scope.api.operations:
        groups[keys[operation.pointer]].append(operation)
    found: dict[Pointer, tuple[str, str]] = {}
    for key, operations in groups.items():
        named = settle([_claim(scope, key, each) for each in operations], scope.report)
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


def _claim(scope: Scope, key: str, operation: Operation) -> Claim:
    words = _id_words(operation)
    tag = split(key)
    own = _ownerless(operation.operation_id or "") or words
    wishes = [
        snake(_without(own, tag)),
        snake(own),
        snake(_without(words, tag)),
        snake(words),
        snake(_from_path(operation, tag)),
        snake([*_from_path(operation, tag), *_by(operation)]),
        snake([operation.method.lower(), *split(operation.path)]),
    ]
    return scope.claim(
        operation.pointer,
        sorted(wishes, key=SHADOWS.__contains__),
        stem=snake(operation.method) or "call",
        rank=0 if operation.operation_id else 1 + operation.path.count("{"),
        python_name=operation.python_name,
        fit=lambda name: avoid(name, METHODS | SHADOWS),
    )


def _constants(scope: Scope, named: dict[str, str]) -> dict[str, str]:
    claims: list[Claim] = []
    for key, method in named.items():
        wish = avoid(constant(method), CONSTANTS)
        claims.append(
            Claim(key=key, wishes=(wish,), pattern=f"{wish}_{{}}", pointer=key)
        )
    return settle(claims, scope.report)


def _id_words(operation: Operation) -> tuple[str, ...]:
    """The words of an `operationId`, without the path and method that FastAPI appends."""
    text = operation.operation_id or ""
    tail = f"{re.sub(r'[^0-9A-Za-z_]', '_', operation.path)}_{operation.method.lower()}"
    return split(text.removesuffix(tail)) or split(text)


def _ownerless(identifier: str) -> tuple[str, ...]:
    """The words after the class that a framework puts before: `PetsController_find`."""
    match = OWNER.match(identifier)
    return split(identifier[match.end() :]) if match else ()


def _without(words: Sequence[str], tag: Sequence[str]) -> Sequence[str]:
    """The words without the tag's: `get`, `pet`, `by`, `id` of `pets` is `get_by_id`."""
    size = len(tag)
    for start in range(len(words) - size + 1 if size else 0):
        if all(map(same, words[start : start + size], tag)):
            rest = [*words[:start], *words[start + size :]]
            broken = start > 0 and words[start - 1].lower() in JOINING
            return words if not rest or broken or _joining(rest[0]) else rest
    return words


def _by(operation: Operation) -> list[str]:
    """What tells paths apart that differ in their variables: `by`, `owner`, `id`."""
    variables = re.findall(r"\{([^{}]*)\}", operation.path.partition("?")[0])
    return ["by", *(word for each in variables for word in split(each))] * bool(
        variables
    )


def _beyond(nouns: Sequence[str], tag: Sequence[str]) -> list[str]:
    """The nouns after those that a tag of several words ends in.

    `governance`, `votes` of `Cardano » Governance` is `votes`.
    """
    for size in range(len(tag) - 1, 0, -1):
        if len(nouns) >= size and all(map(same, nouns[:size], tag[-size:])):
            return [*nouns[size:]]
    return [*nouns]


def _joining(word: str) -> bool:
    return word.lower() in JOINING


def _from_path(operation: Operation, tag: Sequence[str]) -> list[str]:
    """A verb and the path's nouns: `GET /users/{id}/posts` of `users` is `list_posts`."""
    parts = segments(operation.path)
    nouns: list[str] = []
    for index, part in enumerate(parts):
        if "{" not in part:
            one = index + 1 < len(parts) and "{" in parts[index + 1]
            words = split(part)
            nouns += [*words[:-1], singular(words[-1])] if one and words else words
    rest = _beyond(_without(nouns, tag), tag)
    if [*map(singular, rest)] == [*map(singular, tag)]:
        rest = []
    item = bool(parts) and "{" in parts[-1]
    many = bool(parts) and not item and plural(parts[-1])
    match operation.method.lower():
        case "get":
            return ["list" if many else "get", *rest]
        case "post":
            return rest if rest and not many else ["create", *rest]
        case method:
            return [VERBS.get(method, method), *rest]
