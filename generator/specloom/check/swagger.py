"""Swagger 2.0 in the words of OpenAPI 3.1: the root, and the shapes that convert on the way.

Sections are those of the Swagger 2.0 specification.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..read import Pointer, Tree
from . import payloads
from .kinds import GONE, Before, Gone, Object, Place, Shape
from .references import find, target
from .walk import Walk

__all__ = ["MOVED", "ORIGINS", "root", "shapes"]

MOVED: Mapping[str, str] = {
    "#/definitions/": "#/components/schemas/",
    "#/responses/": "#/components/responses/",
    "#/parameters/": "#/components/parameters/",
    "#/securityDefinitions/": "#/components/securitySchemes/",
}
ORIGINS: Mapping[Pointer, Pointer] = {
    **{new[:-1]: old[:-1] for old, new in MOVED.items()},
    "#/servers": "#/host",
}
_KEPT = ("info", "paths", "security", "tags", "externalDocs")
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def root(tree: Object) -> Object:
    """The root with `components` and `servers`; its paths are converted on the walk."""
    made: Object = {
        key: value
        for key, value in tree.items()
        if key in _KEPT or key.startswith("x-")
    }
    parameters = {
        name: each
        for name, each in _object(tree, "parameters").items()
        if not payloads.is_payload(each)
    }
    schemes: Object = {
        name: _scheme(each)
        for name, each in _object(tree, "securityDefinitions").items()
    }
    made["components"] = {
        "schemas": tree.get("definitions") or {},
        "responses": tree.get("responses") or {},
        "parameters": parameters,
        "securitySchemes": schemes,
    }
    servers = _servers(tree)
    return {"openapi": "3.1.0", **made, **({"servers": servers} if servers else {})}


def shapes(tree: Object, table: Mapping[str, Shape]) -> Mapping[str, Shape]:
    """The table of shapes, with those that Swagger writes otherwise converted first."""
    convert = _Conversion(
        parameters=_object(tree, "parameters"),
        consumes=_texts(tree.get("consumes")),
        produces=_texts(tree.get("produces")),
    )
    steps: dict[str, Before] = {
        "path item": convert.path_item,
        "operation": convert.operation,
        "parameter": convert.parameter,
        "header": convert.parameter,
        "response": convert.response,
    }
    made = {
        name: replace(table[name], before=_then(step, table[name].before))
        for name, step in steps.items()
    }
    return {**table, **made}


def _then(first: Before, second: Before | None) -> Before:
    def both(walk: Walk, tree: Object, place: Place) -> Object | Gone:
        made = first(walk, tree, place)
        return made if made is GONE or second is None else second(walk, made, place)

    return both


@dataclass(frozen=True, slots=True, kw_only=True)
class _Conversion:
    """The steps, with what the root says for all operations."""

    parameters: Object
    consumes: list[str]
    produces: list[str]

    def path_item(self, walk: Walk, tree: Object, place: Place) -> Object:
        """Give bodies that all operations of a path share to each of them."""
        listed = tree.get("parameters")
        if not isinstance(listed, list):
            return tree
        shared = [p for p in listed if payloads.is_payload(self._followed(walk, p))]
        if not shared:
            return tree
        made: Object = {
            key: self._with(shared, value) if key in payloads.METHODS else value
            for key, value in tree.items()
        }
        made["parameters"] = [each for each in listed if each not in shared]
        return made

    def _with(self, shared: list[Tree], operation: Tree) -> Tree:
        if not isinstance(operation, dict):
            return operation
        own = operation.get("parameters")
        return {
            **operation,
            "parameters": [*(own if isinstance(own, list) else []), *shared],
        }

    def operation(self, walk: Walk, tree: Object, place: Place) -> Object:
        """Divide parameters from the body, and give responses their media types."""
        made = {
            key: value
            for key, value in tree.items()
            if key not in ("consumes", "produces", "schemes")
        }
        produces = _texts(tree.get("produces")) or self.produces
        responses = made.get("responses")
        if isinstance(responses, dict):
            here: Place = (place, "responses", 0)
            made["responses"] = {
                code: payloads.response(walk, each, (here, code, 0), produces)
                for code, each in responses.items()
            }
        listed = made.get("parameters")
        if not isinstance(listed, list):
            return made
        consumes = _texts(tree.get("consumes")) or self.consumes
        return self._divided(walk, made, listed, consumes, place)

    def _divided(
        self,
        walk: Walk,
        made: Object,
        listed: list[Tree],
        consumes: list[str],
        place: Place,
    ) -> Object:
        rest: list[Tree] = []
        carried: list[payloads.Carried] = []
        here: Place = (place, "parameters", 0)
        for index, each in enumerate(listed):
            pointer = walk.pointer((here, index, 0))
            followed = self._followed(walk, each)
            if isinstance(followed, dict) and payloads.is_payload(followed):
                carried.append(payloads.Carried(pointer=pointer, tree=followed))
                continue
            if index != len(rest):
                walk.origins[walk.pointer((here, len(rest), 0))] = pointer
            rest.append(each)
        made = {**made, "parameters": rest}
        if carried:
            made["requestBody"] = payloads.body(walk, carried, consumes, place)
        return made

    def parameter(self, walk: Walk, tree: Object, place: Place) -> Object:
        """Put what describes the value into `schema`."""
        return payloads.parameter(walk, tree, place)

    def response(self, walk: Walk, tree: Object, place: Place) -> Object:
        """Give a shared response the media types of the root."""
        made = payloads.response(walk, tree, place, self.produces)
        return made if isinstance(made, dict) else tree

    def _followed(self, walk: Walk, tree: Tree) -> Tree:
        for _ in range(20):
            reference = tree.get("$ref") if isinstance(tree, dict) else None
            if not isinstance(reference, str):
                break
            # A reference to a body leads to what the root doesn't keep among parameters.
            pointer = target(walk, "", reference)
            name = pointer.removeprefix("#/components/parameters/")
            known = self.parameters.get(name.replace("~1", "/").replace("~0", "~"))
            found = find(walk, pointer)
            if found is GONE:
                return known if known is not None else tree
            tree = found
        return tree


def _scheme(tree: Tree) -> Tree:
    """A Security Scheme (section "Security Scheme Object")."""
    if not isinstance(tree, dict):
        return tree
    if tree.get("type") == "basic":
        return {**tree, "type": "http", "scheme": "basic"}
    if tree.get("type") != "oauth2":
        return tree
    words = ("authorizationUrl", "tokenUrl", "scopes")
    flow: Object = {key: tree[key] for key in words if key in tree}
    name = str(tree.get("flow"))
    rest: Object = {k: v for k, v in tree.items() if k not in (*words, "flow")}
    return {**rest, "flows": {_FLOWS.get(name, name): flow}}


def _servers(tree: Object) -> list[Tree]:
    host, base = tree.get("host"), tree.get("basePath")
    path = base if isinstance(base, str) else ""
    if path and not path.startswith("/"):
        path = f"/{path}"
    path = path.rstrip("/")
    if not isinstance(host, str) or not host:
        return [{"url": path}] if path else []
    stated = [s for s in _texts(tree.get("schemes")) if s in ("http", "https")]
    # The first server is the one that is used: a safe one where there is a choice.
    schemes = sorted(stated or ["https"], key=lambda scheme: scheme != "https")
    return [{"url": f"{scheme}://{host}{path}"} for scheme in schemes]


def _object(tree: Object, key: str) -> Object:
    value = tree.get(key)
    return value if isinstance(value, dict) else {}


def _texts(tree: Tree) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    return (
        [each for each in tree if isinstance(each, str)]
        if isinstance(tree, list)
        else []
    )
