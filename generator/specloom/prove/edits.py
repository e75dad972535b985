"""What an expression becomes, where it is one of the kind."""

from __future__ import annotations

import ast

__all__ = [
    "elsewhere",
    "equals",
    "flip",
    "general",
    "longer",
    "method",
    "misnamed",
    "no_model",
    "none",
    "slash",
    "status",
    "text",
    "unfilled",
]


def text(change: str) -> ast.Constant:
    """A text as an expression."""
    return ast.Constant(value=change)


def method(old: ast.expr) -> ast.expr | None:
    """Another method."""
    match old:
        case ast.Constant(value="POST"):
            return text("PUT")
        case ast.Constant(value=str()):
            return text("POST")
        case _:
            return None


def longer(old: ast.expr) -> ast.expr | None:
    """The text and more."""
    match old:
        case ast.Constant(value=str(value)):
            return text(f"{value}x")
        case _:
            return None


def slash(old: ast.expr) -> ast.expr | None:
    """A slash more, where no query follows."""
    match old:
        case ast.Constant(value=str(value)) if "?" not in value:
            return text(f"{value}/")
        case _:
            return None


def unfilled(old: ast.expr) -> ast.expr | None:
    """A template that is none."""
    match old:
        case ast.Constant(value=str(value)) if "{" in value:
            return text(value.replace("{", "").replace("}", ""))
        case _:
            return None


def status(old: ast.expr) -> ast.expr | None:
    """Another status; `default` covers so much that it becomes one that is not sent."""
    match old:
        case ast.Constant(value=str(value)):
            return text("498" if value != "498" else "497")
        case _:
            return None


def none(old: ast.expr) -> ast.expr | None:
    """Nothing, for what is no constant."""
    return None if isinstance(old, ast.Constant) else ast.Constant(value=None)


def no_model(old: ast.expr) -> ast.expr | None:
    """Nothing, for what is read."""
    return None if ast.unparse(old) in ("bytes", "RAW") else none(old)


def flip(old: ast.expr) -> ast.expr | None:
    """The other truth."""
    match old:
        case ast.Constant(value=bool(value)):
            return ast.Constant(value=not value)
        case _:
            return None


def general(old: ast.expr) -> ast.expr | None:
    """Any failure, for one of the document's."""
    match old:
        case ast.Attribute(value=ast.Name(id="errors"), attr=name):
            if name == "ApiStatusError":
                return None
            return ast.Attribute(value=ast.Name(id="errors"), attr="ApiStatusError")
        case _:
            return None


def equals(old: ast.expr) -> ast.expr | None:
    """Another constant of the same kind."""
    match old:
        case ast.Constant(value=bool(value)):
            return ast.Constant(value=not value)
        case ast.Constant(value=int(value)):
            return ast.Constant(value=value + 7)
        case ast.Constant(value=str(value)):
            return text(f"{value}x")
        case _:
            return None


def elsewhere(old: ast.expr) -> ast.expr | None:
    """Another last step of a path of names."""
    match old:
        case ast.Tuple(elts=[*first, ast.Constant(value=str(value))]):
            return ast.Tuple(elts=[*first, text(f"{value}x")])
        case _:
            return None


def misnamed(old: ast.expr) -> ast.expr | None:
    """The text with an underscore."""
    match old:
        case ast.Constant(value=str(value)):
            return ast.Constant(value=f"{value}_")
        case _:
            return None
