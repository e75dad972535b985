"""Servers and security schemes as what a client is made with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..link import Api, Pointer, SecurityScheme, Server, ServerVariable
from .collisions import Claim, settle
from .identifiers import avoid, snake
from .reserved import ARGUMENTS, CONSTRUCTOR, KEYWORDS
from .scope import Scope
from .words import split

__all__ = ["environments", "keywords"]

STAGES: Final = {
    "prod": "production",
    "live": "production",
    "stage": "staging",
    "dev": "development",
    "test": "test",
    "qa": "qa",
    "uat": "uat",
    "localhost": "local",
    "127": "local",
} | {
    word: word
    for word in (
        "acceptance",
        "beta",
        "demo",
        "development",
        "integration",
        "local",
        "mock",
        "preprod",
        "preproduction",
        "preview",
        "production",
        "sandbox",
        "staging",
        "testing",
    )
}
EMPTY: Final = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "at",
            "for",
            "in",
            "is",
            "of",
            "on",
            "our",
            "the",
            "this",
            "to",
        ),
        *("api", "base", "default", "endpoint", "endpoints", "environment", "host"),
        *("http", "https", "main", "rest", "root", "server", "servers", "service"),
        *("services", "url", "use", "used", "with"),
    )
)
"""Words of a description that tell no server from another."""
LABEL: Final = 3
"""With more words than these, a description is a sentence and no label."""
TAIL: Final = frozenset(
    ("auth", "authentication", "authorization", "scheme", "security")
)


def environments(scope: Scope) -> dict[Pointer, str]:
    """Server -> name of its environment: `staging`, `production`, or from its host."""
    claims = [
        scope.claim(
            server.pointer,
            _environment(server),
            stem="server",
            python_name=server.python_name,
            fit=lambda name: avoid(name, KEYWORDS),
        )
        for server in scope.api.servers
    ]
    return settle(claims, scope.report)


def _environment(server: Server) -> list[str]:
    said = [word.lower() for word in split(server.description)]
    host, path = _place(server.url)
    hosts = [word.lower() for word in split(host)]
    stages = [STAGES[word] for word in (*said, *hosts) if word in STAGES]
    first = re.split(r"[.,;:()\n]", server.description, maxsplit=1)[0]
    telling = [w.lower() for w in split(first) if w.lower() not in EMPTY]
    short = telling if len(telling) <= LABEL else []
    return [
        *stages[:1],
        snake(short),
        snake(_site(host)) or "default",
        snake(hosts),
        snake([*hosts, *split(path)]),
    ]


def _place(url: str) -> tuple[str, str]:
    match = re.match(r"(?:[\w+.{}-]*:)?//([^/?#]*)(.*)", url, re.DOTALL)
    if match is None:
        return "", url
    return re.sub(r"\{[^{}]*\}", "", match[1]), match[2]


def _site(host: str) -> list[str]:
    """A host's telling labels: `example` of `api.example.com`."""
    labels = host.partition(":")[0].split(".")
    kept = [each for each in labels[:-1] if each not in ("api", "www")]
    return [word for label in kept or labels for word in split(label)]


def keywords(scope: Scope, module: str) -> tuple[dict[str, str], dict[Pointer, str]]:
    """Security scheme -> keyword, and server variable -> keyword.

    Variables of one name are one keyword, for a client is made for one server.
    """
    credentials = {f"credential {key}": key for key in scope.api.security_schemes}
    claims = [
        _credential(scope, f"credential {key}", scheme, module)
        for key, scheme in scope.api.security_schemes.items()
    ]
    variables: dict[Pointer, str] = {}
    firsts: dict[str, Claim] = {}
    for each in _variables(scope.api):
        name = scope.stated(each.pointer, each.python_name) or each.name
        key = variables[each.pointer] = f"variable {name}"
        if key not in firsts:
            firsts[key] = _variable(scope, key, each)
    named = settle([*claims, *firsts.values()], scope.report)
    return (
        {scheme: named[key] for key, scheme in credentials.items()},
        {pointer: named[key] for pointer, key in variables.items()},
    )


def _variables(api: Api) -> Iterator[ServerVariable]:
    for server in api.servers:
        yield from server.variables
    for operation in api.operations:
        for server in operation.servers:
            yield from server.variables


def _fit(name: str) -> str:
    return avoid(name, ARGUMENTS | CONSTRUCTOR)


def _credential(scope: Scope, key: str, scheme: SecurityScheme, module: str) -> Claim:
    words = _short(split(scheme.key))
    own, short = snake(words), snake(_without(words, module))
    return scope.claim(
        scheme.pointer,
        [_usual(scheme), short, own, f"{own}_credential" if own else ""],
        key=key,
        stem="credential",
        rank=1 if short else 0,
        python_name=scheme.python_name,
        fit=_fit,
    )


def _short(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and words[-1].lower() in TAIL else words


def _without(words: tuple[str, ...], module: str) -> tuple[str, ...]:
    """The words of a scheme without the API's own name, which the client has already."""
    own = tuple(module.split("_"))
    leads = tuple(word.lower() for word in words[: len(own)]) == own
    return words[len(own) :] if leads else ()


def _usual(scheme: SecurityScheme) -> str:
    match scheme.kind, scheme.scheme.lower():
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return "token"
        case "http", "basic":
            return "basic_auth"
        case "mutualTLS", _:
            return "certificate"
        case _:
            return ""


def _variable(scope: Scope, key: str, variable: ServerVariable) -> Claim:
    plain = snake(variable.name)
    return scope.claim(
        variable.pointer,
        [plain, f"{plain}_variable" if plain else ""],
        key=key,
        stem="variable",
        rank=2,
        python_name=variable.python_name,
        fit=_fit,
    )
