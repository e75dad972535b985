"""What travels as a form: there null is absent, and no type is ever read back."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .changes import calls
from .mutant import Mutant

__all__ = ["Forms", "forms"]

FORMS = ("multipart/", "application/x-www-form-urlencoded")
NULL = ("null for absent",)
TYPES = (
    "a text for a date",
    "another type",
    "optional for required",
    "required for optional",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The operations whose bodies are forms only, and the methods and models of those."""

    operations: frozenset[str]
    methods: frozenset[str]
    models: frozenset[str]

    def hides(self, mutant: Mutant) -> bool:
        """Whether nobody could tell a mutant from the package as it is."""
        if mutant.mutation in NULL:
            changed, hidden = mutant.changed, self.methods
        elif mutant.mutation in TYPES:
            changed, hidden = mutant.changed, self.models
        else:
            return False
        return bool(changed) and hidden.issuperset(changed)


def forms(texts: Iterable[str]) -> Forms:
    """The forms of a package's modules."""
    trees = [ast.parse(text) for text in texts]
    operations = frozenset(name for tree in trees for name in _operations(tree))
    found = [pair for tree in trees for pair in _methods(tree, operations)]
    models = {model for _, model in found}
    others = {name for tree in trees for name in _others(tree, operations)}
    return Forms(
        operations=operations,
        methods=frozenset(method for method, _ in found),
        models=frozenset(models - others),
    )


def _operations(tree: ast.Module) -> Iterator[str]:
    """The constants of operations that take nothing but forms."""
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Call() as call):
                bodies = next(
                    (k.value for k in call.keywords if k.arg == "bodies"), None
                )
                kinds = bodies.elts if isinstance(bodies, ast.Tuple) else []
                texts = [k.value for k in kinds if isinstance(k, ast.Constant)]
                if texts and all(str(text).startswith(FORMS) for text in texts):
                    yield name
            case _:
                pass


def _methods(tree: ast.Module, operations: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The methods that call such an operation, with the model of its body."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for call in calls(function, "_call"):
                if _called(call) in operations:
                    yield from ((function.name, model) for model in _body(call))


def _called(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return first.attr if isinstance(first, ast.Attribute) else ""


def _body(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        match keyword:
            case ast.keyword(
                arg="body", value=ast.Call(func=ast.Attribute(attr=model))
            ):
                yield model
            case _:
                pass


def _others(tree: ast.Module, operations: frozenset[str]) -> Iterator[str]:
    """What is named elsewhere than as the body of such an operation."""
    hidden = {
        id(node)
        for call in calls(tree, "_call")
        if _called(call) in operations
        for keyword in call.keywords
        if keyword.arg == "body"
        for node in ast.walk(keyword.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in hidden:
            yield node.attr
        if isinstance(node, ast.Name):
            yield node.id
