"""The documents of the corpus, read without the generator."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import yaml

__all__ = ["CORPUS", "METHODS", "SETS", "Place", "load", "operations", "paths"]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SETS = ("real", "multi", "features")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""OpenAPI 3.2 section 4.9; Swagger 2.0 and 3.1 have fewer."""
HTTP = "http://", "https://"


class Loader(yaml.CSafeLoader):  # type: ignore[name-defined, misc, unused-ignore]
    """Dates and `=` are text, as in YAML 1.2's core schema (section 10.3)."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML reads it from the class
        first: [it for it in found if not it[0].endswith((":timestamp", ":value"))]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


@cache
def load(path: Path) -> object:
    """A file's tree.

    Raises:
        ValueError: It is neither JSON nor YAML.
        OSError: It is not there.
    """
    text = path.read_text("utf-8", errors="replace").lstrip("\ufeff")
    try:
        return cast("object", json.loads(text, strict=False))
    except ValueError:
        try:
            return cast("object", yaml.load(text, Loader))
        except (yaml.YAMLError, RecursionError) as error:
            raise ValueError(str(error)) from None


def paths(which: str) -> Iterator[Path]:
    """The root documents of one set."""
    folder = CORPUS / which
    if which == "real":
        yield from sorted(path for path in folder.iterdir() if path.suffix != ".tsv")
    elif which == "multi":
        rows = (folder / "multi.tsv").read_text("utf-8").splitlines()
        for row in rows[1:]:
            tree, *_, roots = row.split("\t")
            yield from (folder / tree / root for root in roots.split(";"))
    else:
        rows = (folder / f"{which}.tsv").read_text("utf-8").splitlines()
        yield from (folder / row.split("\t")[0] for row in rows[1:])


@dataclass(frozen=True, slots=True)
class Place:
    """A value and where it stands: its file is what its references start from."""

    file: Path
    root: object
    value: object
    trail: tuple[str, ...] = field(default=(), compare=False)

    def get(self, key: str) -> Place | None:
        """The member of an object, references followed."""
        if key not in self.object:
            return None
        return Place(self.file, self.root, self.object[key]).followed()

    def members(self, key: str | None = None) -> Iterator[tuple[str, Place]]:
        """The members of an object, or of the one under a key; references followed."""
        here = self if key is None else self.get(key)
        if here is not None:
            for name, value in here.object.items():
                inner = Place(here.file, here.root, value)
                yield str(name), inner.followed()

    def items(self, key: str) -> Iterator[Place]:
        """The items of the list under a key, references followed."""
        here = self.get(key)
        value = None if here is None else here.value
        if here is not None and isinstance(value, list):
            for item in cast("list[object]", value):
                yield Place(here.file, here.root, item).followed()

    def text(self, key: str) -> str:
        """The text under a key, or ""."""
        value = self.object.get(key)
        return value if isinstance(value, str) else ""

    @property
    def object(self) -> Mapping[str, object]:
        """Its members, if it is an object."""
        value = self.value
        return cast("dict[str, object]", value) if isinstance(value, dict) else {}

    @property
    def is_object(self) -> bool:
        """Whether it is an object."""
        return isinstance(self.value, dict)

    def followed(self) -> Place:
        """What a reference means; itself, where it is none or leads nowhere."""
        reference = self.text("$ref")
        if not reference or reference in self.trail or len(self.trail) > 40:
            return self
        target = self._target(reference)
        if target is None:
            return self
        siblings = {key: it for key, it in self.object.items() if key != "$ref"}
        if siblings and target.is_object:
            value = {**target.object, **siblings}
            if "type" in target.object:  # another one beside it says nothing
                value["type"] = target.object["type"]
            target = Place(target.file, target.root, value, target.trail)
        return target.followed()

    def _target(self, reference: str) -> Place | None:
        name, _, pointer = reference.partition("#")
        file, root = self.file, self.root
        if name:
            if name.startswith(HTTP):
                return None
            try:
                file = (self.file.parent / unquote(name)).resolve()
                root = load(file)
            except (OSError, ValueError):
                return None
        value = root
        for token in unquote(pointer).split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            match value:
                case dict():
                    value = cast("dict[object, object]", value).get(
                        key, cast("dict[object, object]", value).get(_number(key))
                    )
                case list() if key.isdigit() and int(key) < len(
                    cast("list[object]", value)
                ):
                    value = cast("list[object]", value)[int(key)]
                case _:
                    return None
        return Place(file, root, value, (*self.trail, reference))


def _number(key: str) -> object:
    return int(key) if key.isdigit() else key


def operations(path: Path) -> Iterator[tuple[str, str, Place]]:
    """Method, path and place of every operation of a document.

    Raises:
        ValueError: It can't be read at all.
    """
    tree = load(path)
    root = Place(path.resolve(), tree, tree)
    for template, item in root.members("paths"):
        if not template.startswith("x-"):
            for method in item.object:
                node = item.get(method) if method in METHODS else None
                if node is not None and node.is_object:
                    yield method.upper(), template, node
            for method, node in item.members("additionalOperations"):
                yield method, template, node
