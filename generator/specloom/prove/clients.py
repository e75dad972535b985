"""Breaks of the client: where it calls, what opens it, what it is told."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import calls, drop_keywords, edit_arguments
from .edits import misnamed
from .mutant import Change, Mutation

__all__ = ["CLIENTS"]

CLIENT = ("client.py", "aio/client.py")
FACTS = ("client.py",)


def _longer(old: ast.expr) -> ast.expr | None:
    match old:
        case ast.Constant(value=str(value)):
            return ast.Constant(value=f"{value}/x")
        case _:
            return None


def _tables(tree: ast.Module, name: str) -> Iterator[ast.Dict]:
    for node in tree.body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == name
            and isinstance(node.value, ast.Dict)
        ):
            yield node.value


def _moved(tree: ast.Module) -> Iterator[None]:
    """A server stands at another address; nobody calls one that has none of its own."""
    for table in _tables(tree, "SERVERS"):
        for value in table.values:
            if not isinstance(value, ast.Call):
                continue
            if ast.unparse(value.args[0])[1:2] == "/":
                continue
            if new := _longer(value.args[0]):
                old, value.args[0] = value.args[0], new
                yield
                value.args[0] = old


def _forgotten(name: str) -> Change:
    """One of what the client is given under a name is not passed on."""

    def change(tree: ast.Module) -> Iterator[None]:
        for call in calls(tree, "__init__"):
            for keyword in call.keywords:
                if keyword.arg == name and isinstance(keyword.value, ast.Dict):
                    values = keyword.value.values
                    for at, old in enumerate(values):
                        values[at] = ast.Constant(value=None)
                        yield
                        values[at] = old

    return change


def _ignored(name: str, default: float | bool | None) -> Change:
    """An argument of the client has no effect."""

    def change(tree: ast.Module) -> Iterator[None]:
        for call in calls(tree, "__init__"):
            for keyword in call.keywords:
                if keyword.arg == name:
                    old = keyword.value
                    keyword.value = ast.Constant(value=default)
                    yield
                    keyword.value = old

    return change


CLIENTS = (
    Mutation(
        name="a key elsewhere",
        folders=FACTS,
        change=edit_arguments(1, misnamed, of=("ApiKey", "Signature")),
    ),
    Mutation(
        name="another signature",
        folders=FACTS,
        change=drop_keywords("algorithm", "over", of=("Signature",)),
    ),
    Mutation(name="a server moved", folders=FACTS, change=_moved),
    Mutation(
        name="a credential not passed on",
        folders=CLIENT,
        change=_forgotten("credentials"),
    ),
    Mutation(
        name="a server variable not passed on",
        folders=CLIENT,
        change=_forgotten("variables"),
    ),
    Mutation(
        name="base_url ignored", folders=CLIENT, change=_ignored("base_url", None)
    ),
    Mutation(name="timeout ignored", folders=CLIENT, change=_ignored("timeout", 60.0)),
    Mutation(
        name="max_retries ignored", folders=CLIENT, change=_ignored("max_retries", 2)
    ),
    Mutation(name="strict ignored", folders=CLIENT, change=_ignored("strict", False)),
)
