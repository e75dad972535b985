"""Where a part stands: JSON pointers (RFC 6901) with the file's name before the `#`.

`#/paths/~1pets/get` is a place in the root document, `schemas/pet.yaml#/properties/id` one in
another file. `#` alone is the whole root document.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import unquote, urljoin

from .source import Tree

__all__ = [
    "KEY",
    "Pointer",
    "is_remote",
    "join",
    "lookup",
    "resolve_reference",
    "split",
]

Pointer: TypeAlias = str

KEY = "?key"
"""What a pointer ends with where the key of its place is meant, not the value."""

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")


def join(parent: Pointer, *tokens: str | int) -> Pointer:
    """The pointer of a part of `parent` (RFC 6901 section 3: `~` is `~0`, `/` is `~1`)."""
    pointer = parent
    for token in tokens:
        text = str(token)
        if "~" in text or "/" in text:
            text = text.replace("~", "~0").replace("/", "~1")
        pointer = f"{pointer}/{text}"
    return pointer


def split(pointer: Pointer) -> tuple[str, tuple[str, ...]]:
    """The file's name and the reference tokens, unescaped (RFC 6901 section 4).

    A fragment that lacks its first slash (`#components/schemas/Pet`) is read as if it had it.
    """
    file, _, fragment = pointer.partition("#")
    if not fragment:
        return file, ()
    tokens = fragment.removeprefix("/").split("/")
    if "~" not in fragment:
        return file, tuple(tokens)
    return file, tuple(t.replace("~1", "/").replace("~0", "~") for t in tokens)


def lookup(tree: Tree, tokens: tuple[str, ...]) -> Tree:
    """The value that the reference tokens lead to.

    Raises:
        LookupError: Nothing stands there.
    """
    for token in tokens:
        if isinstance(tree, dict):
            tree = tree[token]
        elif isinstance(tree, list) and _INDEX.fullmatch(token):
            tree = tree[int(token)]
        else:
            raise LookupError(token)
    return tree


def is_remote(reference: str) -> bool:
    """Whether a `$ref` names something by URI: a scheme or a host, not a path."""
    return _REMOTE.match(reference) is not None


def resolve_reference(
    base_file: str, reference: str, root: PurePath | None = None
) -> Pointer:
    """The pointer that a `$ref` in `base_file` means (RFC 3986 section 5.2).

    The fragment is percent-decoded (RFC 6901 section 6), the path is taken from the folder of
    `base_file`. `root` is the absolute path of the root document: with it, a way back to the
    root or to its folder (`../api/openapi.yaml#/a`) is recognised. A remote reference is
    returned with its address before the `#`.
    """
    address, _, fragment = reference.partition("#")
    fragment = unquote(fragment) if "%" in fragment else fragment
    if not address:
        return f"{base_file}#{fragment}"
    if is_remote(base_file):
        address = urljoin(base_file, address)
    if is_remote(address):
        return f"{address}#{fragment}"
    return f"{_file(base_file, address, root)}#{fragment}"


def _file(base_file: str, address: str, root: PurePath | None) -> str:
    path = unquote(address).replace("#", "%23")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(base_file), path))
    if root is None:
        return name
    folder = root.parent.as_posix()
    name = posixpath.relpath(posixpath.join(folder, name), folder)
    return "" if name == root.name else name
