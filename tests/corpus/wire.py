"""What clients send, judged by an independent validator (openapi-core).

    python -m tests.corpus.wire [--set real|multi] [--only WORD] [--show N]

Every operation is called with arguments made up from the document's schemas, once with
what is required and once with everything; mismatches are listed by kind.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.templating.security.exceptions import SecurityNotFound
from openapi_core.testing import MockRequest
from specloom.link import Object, Operation, flat
from specloom.pipeline import Product, generate
from specloom.read import read
from specloom.report import Report
from specloom.settings import target_of

from tests.support.trees import items

from .documents import Place, load, operations, paths
from .mismatches import reason_of
from .samples import Impossible, sample

NUMBERS = count()
PATTERN = "does not match '"
BASE = "https://wire.test/base"


@dataclass(slots=True)
class Wire:
    """A transport that keeps the request and says nothing."""

    sent: list[Any] = field(default_factory=list[Any])

    def send(self, request: Any, /) -> Any:
        """Keep the request."""
        self.sent.append(request)
        raise Kept

    def close(self) -> None:
        """Nothing is open."""


class Kept(Exception):  # noqa: N818
    """The request is where it is wanted."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A package in use: what calls are made of."""

    product: Product
    client: Any
    wire: Wire
    codec: Any
    unset: Any

    @property
    def package(self) -> str:
        """Its import name."""
        return self.product.package.import_name

    def call(self, place: Place, pointer: str, *, whole: bool) -> Any:
        """The request of an operation.

        Raises:
            Impossible: No arguments can be made up.
        """
        api, names = self.product.api, self.product.names
        operation = next(each for each in api.operations if each.pointer == pointer)
        name = names.operations[pointer]
        resource = getattr(self.client, names.resources[name.resource].attribute)
        method = getattr(resource, name.method)
        space = vars(sys.modules[method.__module__])
        stated = dict(parameters(place))
        given: dict[str, object] = {}
        for each in operation.parameters:
            known = stated.get((each.location, each.name))
            keyword = name.arguments[each.pointer]
            if known is not None and (each.required or whole):
                value = sample(known, whole=whole, sent=True)
                value = value or sample(known, whole=True, sent=True)
                given[keyword] = self.value(method, keyword, value, space)
            elif each.required:
                given[keyword] = self.anything(method, keyword, space)
        shape = self.flat(operation)
        needed = shape is not None and any(each.required for each in shape.properties)
        if operation.body is not None and (operation.body.required or whole or needed):
            given |= self.body(method, operation, place, whole=whole)
        self.wire.sent.clear()
        with suppress(Kept):
            method(**given)
        return self.wire.sent[-1]

    def anything(self, method: Any, keyword: str, space: Any) -> object:
        """A text or a number, for what the document calls otherwise than its path does."""
        try:
            return self.value(method, keyword, "text", space)
        except self.codec.DecodeFailure:
            return self.value(method, keyword, 1, space)

    def value(self, method: Any, keyword: str, value: object, space: Any) -> object:
        """A plain value as what the argument is."""
        annotation = eval(method.__annotations__[keyword], space)
        text = json.dumps(value).encode()
        return self.codec.decode(text, annotation, "application/json")[0]

    def flat(self, operation: Operation) -> Object | None:
        """The object whose members are arguments, if the body is one."""
        body = operation.body
        return None if body is None else flat(self.product.api, body)

    def body(
        self, method: Any, operation: Operation, place: Place, *, whole: bool
    ) -> Mapping[str, object]:
        """The arguments of a body: its members, or itself."""
        space = vars(sys.modules[method.__module__])
        contents = list(body_contents(place))
        if not contents:
            return {}
        media_type, schema = contents[0]
        if media_type.endswith("/*") and media_type[0] != "*":
            files = importlib.import_module(f"{self.package}._runtime.files")
            kind = {"image": "image/png"}.get(
                media_type[:-2], f"{media_type[:-1]}x-any"
            )
            return {"body": files.File(b"bytes", content_type=kind)}
        anything = media_type == "*/*" and schema is not None
        if not anything and not re.search("json|form|jsv", media_type):
            return {"body": b"bytes"}
        value: object = {}
        if schema is not None:
            value = sample(schema, whole=whole, sent=True)
        shape = self.flat(operation)
        if shape is None:
            return {"body": self.value(method, "body", value, space)}
        members = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        names = self.product.names.operations[operation.pointer].arguments
        return {
            keyword: self.value(method, keyword, members[each.name], space)
            for each in shape.properties
            if (keyword := names[each.pointer]) in method.__annotations__
            and each.name in members
        }


def parameters(place: Place) -> Iterator[tuple[tuple[str, str], Place]]:
    """Location and name -> schema, of the operation alone (its path's are added before)."""
    for each in place.items("parameters"):
        schema = each.get("schema")
        for _, content in each.members("content"):
            schema = schema or content.get("schema")
        if schema is None and each.text("type"):
            schema = each
        if schema is not None:
            yield (each.text("in"), each.text("name")), schema


def body_contents(place: Place) -> Iterator[tuple[str, Place | None]]:
    """Media types and schemas of a body."""
    body = place.get("requestBody")
    if body is not None:
        for media_type, content in body.members("content"):
            yield media_type, content.get("schema")


def caller(document: Path, folder: Path) -> Caller:
    """Generate a package and use it."""
    report = Report()
    source = read(document, report)
    assert source is not None
    target = replace(target_of(document, (), folder), package=f"judged_{next(NUMBERS)}")
    product = generate(source, target, report)
    assert product is not None
    for path, text in product.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    name = product.package.import_name
    sys.path.insert(0, str(folder))
    module: Any = importlib.import_module(f"{name}.client")
    wire = Wire()
    keys = {
        keyword: ("user", "word") if "Basic" in type(scheme).__name__ else "key"
        for keyword, scheme in (
            (module.KEYWORDS[key][0], scheme)
            for key, scheme in module.SCHEMES.items()
            if key in module.KEYWORDS
        )
    }
    client = getattr(module, product.names.client)(
        transport=wire, base_url=BASE, **keys
    )
    codec = importlib.import_module(f"{name}._runtime.codec")
    models = importlib.import_module(f"{name}._runtime.models")
    return Caller(product, client, wire, codec, models.UNSET)


def judged(api: OpenAPI, request: Any) -> str:
    """What the validator says of a request, "" for nothing."""
    parts = urlsplit(str(request.url))
    headers = dict(request.headers.pairs)
    cookies = dict(
        pair.strip().split("=", 1)
        for pair in request.headers.get("cookie", "").split(";")
        if "=" in pair
    )
    mock = MockRequest(
        f"{parts.scheme}://{parts.netloc}",
        request.method,
        parts.path,
        args=cast("Any", parse_qsl(parts.query, keep_blank_values=True)),
        headers=headers,
        cookies={key: unquote(value) for key, value in cookies.items()},
        data=request.body,
        content_type=request.headers.get("content-type", ""),
    )
    try:
        api.validate_request(mock)
    except SecurityNotFound:
        return ""
    except Exception as error:
        told = error.__cause__ or error
        inner = getattr(told, "schema_errors", None)
        detail = "; ".join(str(each).split("\n")[0] for each in inner or ())
        text = (detail or str(told)).replace("\n", " ")
        kind = "made-up text against a pattern" if PATTERN in text else ""
        return f"{kind or type(error).__name__}: {text}"[-600:]
    return ""


def requests(document: Path, folder: Path) -> Iterator[tuple[str, Any]]:
    """The requests of a document's operations, or in words why there is none."""
    ready = caller(document, folder)
    known = {
        (each.method, each.path): each.pointer for each in ready.product.api.operations
    }
    for method, path, place in operations(document):
        pointer = known.get((method, path))
        if pointer is None:
            yield f"{method} {path}", "no operation of that path"
            continue
        shared = place.root
        root = Place(place.file, shared, shared)
        item = root.get("paths")
        above = None if item is None else item.get(path)
        both = Place(place.file, place.root, joined(above, place))
        for whole in (False, True):
            where = f"{method} {path} {'whole' if whole else 'least'}"
            try:
                yield where, ready.call(both, pointer, whole=whole)
            except Impossible:
                continue
            except Exception as error:
                yield where, f"call {type(error).__name__}: {error}"[:300]


def check(document: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Each request of a document and what is wrong with it."""
    tree = cast("dict[str, Any]", load(document))
    spec = {**elsewhere(tree), "servers": [{"url": BASE}]}
    config = Config(spec_validator_cls=cast("Any", None))
    base = document.resolve().as_uri()
    api = OpenAPI.from_dict(spec, config=config, base_uri=base)
    for where, request in requests(document, folder):
        yield where, request if isinstance(request, str) else judged(api, request)


def elsewhere(tree: Any) -> Any:
    """A document without servers of paths and operations."""
    if listed := items(tree):
        return [elsewhere(each) for each in listed]
    if not isinstance(tree, dict):
        return tree
    members = cast("dict[str, Any]", tree)
    served = "responses" in members or members.keys() & {"get", "post", "put", "delete"}
    return {
        key: elsewhere(value)
        for key, value in members.items()
        if not (served and key == "servers")
    }


def joined(item: Place | None, place: Place) -> object:
    """An operation with the parameters of its path before its own."""
    shared = item.object.get("parameters") if item is not None else None
    own = place.object.get("parameters")
    lists = [cast("list[object]", it) for it in (shared, own) if isinstance(it, list)]
    return {**place.object, "parameters": [each for it in lists for each in it]}


def main() -> None:
    """Check a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="real")
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--most", type=int, default=100_000_000, help="bytes")
    options = parser.parse_args()
    total = wrong = known = 0
    for document in paths(options.set):
        if options.only not in str(document) or document.stat().st_size > options.most:
            continue
        kinds: Counter[str] = Counter()
        shown: list[str] = []
        asked = told = 0
        with tempfile.TemporaryDirectory() as folder:
            try:
                for where, what in check(document, Path(folder)):
                    asked += 1
                    reason = reason_of(document.name, where, what) if what else ""
                    if reason:
                        told += 1
                        kinds[f"explained: {reason}"] += 1
                    elif what:
                        kinds[what.partition(":")[0]] += 1
                        shown.append(f"{where}: {what}")
            except Exception as error:
                kinds[f"{type(error).__name__}: {error}"[:200]] += 1
        total, wrong, known = total + asked, wrong + len(shown), known + told
        line = f"{asked} requests, {told} mismatches explained, {len(shown)} not"
        print(f"{document.name}: {line}", flush=True)
        for kind, number in kinds.most_common():
            print(f"    {number} x {kind}")
        for line in shown[: options.show]:
            print(f"      {line}")
    print(f"{total} requests, {known} mismatches explained, {wrong} not")


if __name__ == "__main__":
    main()
