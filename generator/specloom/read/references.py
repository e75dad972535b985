"""Which files a tree asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import urljoin

from .source import SourceFile, Tree

__all__ = ["rebased", "references"]

_Link: TypeAlias = "tuple[_Link, str] | None"
_Open: TypeAlias = tuple[Tree, _Link, bool]

# What these hold is data of the API, where `$ref` is a member like any other.
_DATA = frozenset(("example", "default", "const", "enum", "value", "dataValue"))
# The keys of these mappings are names, of whatever spelling.
_NAMED = frozenset(
    (
        *(
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
        ),
        *("schemas", "responses", "parameters", "examples", "requestBodies", "headers"),
        *("securitySchemes", "links", "callbacks", "pathItems", "mediaTypes"),
        *("paths", "webhooks", "content", "encoding", "variables", "mapping"),
    )
)
_FILE = re.compile(r"[^#]*\.(?:json|ya?ml)(?:#|$)", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:json|ya?ml)\b", re.IGNORECASE)
_MAPPING = re.compile(
    r"mapping[\"']?\s*:\s*+(?:\{(?:[^\"'{}]|\"(?:[^\"\\]|\\.)*+\")*+\}|.)", re.DOTALL
)
"""The mapping of a discriminator in JSON; of one in YAML, where it starts."""
_LOCAL = re.compile(r"\$ref[\"']?\s*:\s*[\"']?#")


def references(
    file: SourceFile, *, changed: bool = False
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every reference that leaves its file: the tokens of its place, and its text.

    The text of a file that was `changed` doesn't tell what is in it.

    These are the values of `$ref`, and of `mapping` in a discriminator where they look like
    the names of files (OpenAPI 3.1 section 4.8.25).
    """
    stack: list[_Open] = [(file.tree, None, False)]
    if not changed and not _may_leave(file.text):
        return
    seen: set[int] = set()
    while stack:
        node, link, named = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, dict):
            yield from _own(node, link, named)
            children = _members(node, link, named)
        elif isinstance(node, list):
            children = _items(node, link)
        else:
            continue
        stack.extend(reversed(children))


def rebased(tree: Tree, address: str) -> Tree:
    """A tree whose references to other files are URLs, taken from its own (RFC 3986)."""
    if isinstance(tree, list):
        return [rebased(each, address) for each in tree]
    if not isinstance(tree, dict):
        return tree
    return {
        key: (
            urljoin(address, value)
            if key == "$ref" and isinstance(value, str) and value[:1] != "#"
            else rebased(value, address)
        )
        for key, value in tree.items()
    }


def _may_leave(text: str) -> bool:
    """Spares most documents the walk: all their references begin with `#`."""
    if text.count("$ref") != sum(1 for _ in _LOCAL.finditer(text)):
        return True
    if "discriminator" not in text:
        return False
    mappings = [found[0] for found in _MAPPING.finditer(text)]
    # What is written another way than JSON's may name a file anywhere.
    looked = mappings if all(each[-1] == "}" for each in mappings) else [text]
    return any(_FILE_NAME.search(each) for each in looked)


def _own(
    node: dict[str, Tree], link: _Link, named: bool
) -> Iterator[tuple[tuple[str, ...], str]]:
    reference = node.get("$ref")
    if isinstance(reference, str) and reference[:1] not in ("#", "") and not named:
        yield _tokens((link, "$ref")), reference
    discriminator = node.get("discriminator")
    if named or not isinstance(discriminator, dict):
        return
    mapping = discriminator.get("mapping")
    for name, value in mapping.items() if isinstance(mapping, dict) else ():
        if isinstance(value, str) and _FILE.match(value):
            yield _tokens((((link, "discriminator"), "mapping"), name)), value


def _members(node: dict[str, Tree], link: _Link, named: bool) -> list[_Open]:
    # At the top of a file of parts, too, keys are names (`default` of responses).
    anything = named or link is None
    return [
        (value, (link, key), not named and key in _NAMED)
        for key, value in node.items()
        if isinstance(value, (dict, list)) and (anything or not _is_data(key, value))
    ]


def _items(node: list[Tree], link: _Link) -> list[_Open]:
    return [
        (value, (link, str(index)), False)
        for index, value in enumerate(node)
        if isinstance(value, (dict, list))
    ]


def _is_data(key: str, value: Tree) -> bool:
    return key in _DATA or (key == "examples" and isinstance(value, list))


def _tokens(link: _Link) -> tuple[str, ...]:
    tokens: list[str] = []
    while link is not None:
        link, token = link
        tokens.append(token)
    return tuple(reversed(tokens))
