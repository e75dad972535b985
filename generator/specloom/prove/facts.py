"""Breaks of the wire facts: `operations/`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import calls, drop_entries, drop_keywords, edit_arguments, edit_entries
from .edits import (
    elsewhere,
    equals,
    flip,
    general,
    longer,
    method,
    no_model,
    none,
    slash,
    status,
    unfilled,
)
from .mutant import Mutation

__all__ = ["FACTS"]

HERE = ("operations/",)
OUTCOMES = ("Answer", "Failure")


def _fewer_schemes(tree: ast.Module) -> Iterator[None]:
    """One scheme less in a group of several."""
    for call in calls(tree, "Operation"):
        for keyword in call.keywords:
            if keyword.arg != "security" or not isinstance(keyword.value, ast.Tuple):
                continue
            for group in keyword.value.elts:
                if isinstance(group, ast.Tuple) and len(group.elts) > 1:
                    for at in range(len(group.elts)):
                        gone = group.elts.pop(at)
                        yield
                        group.elts.insert(at, gone)


def _another_status(tree: ast.Module) -> Iterator[None]:
    """Another status for an answer, whatever media types it has.

    What has no body says nothing by which another success could be told from it.
    """
    for operation in calls(tree, "Operation"):
        groups: dict[str, list[ast.Call]] = {}
        for outcome in calls(operation, *OUTCOMES):
            key = f"{ast.unparse(outcome.func)} {ast.unparse(outcome.args[0])}"
            groups.setdefault(key, []).append(outcome)
        for group in groups.values():
            old = group[0].args[0]
            new = status(old)
            bare = len(group[0].args) == 1 and ast.unparse(group[0].func) == "Answer"
            if new is None or bare:
                continue
            for outcome in group:
                outcome.args[0] = new
            yield
            for outcome in group:
                outcome.args[0] = old


def _body_unread(tree: ast.Module) -> Iterator[None]:
    """The type of a body forgotten; failures that say nothing else hold bytes anyway."""
    yield from edit_arguments(2, none, of=("Answer",))(tree)
    yield from edit_arguments(2, no_model, of=("Failure",))(tree)


def _codes_unfound(tree: ast.Module) -> Iterator[None]:
    """No place of the code; an envelope's own sign would do instead."""
    for call in calls(tree, *OUTCOMES):
        names = [keyword.arg for keyword in call.keywords]
        if "code" in names and "envelope" not in names:
            at = names.index("code")
            gone = call.keywords.pop(at)
            yield
            call.keywords.insert(at, gone)


OPERATION, PARAMETER, ENVELOPE = ("Operation",), ("Parameter",), ("Envelope",)
PAGES = ("Pagination",)
FACTS = (
    Mutation(
        name="another method",
        folders=HERE,
        change=edit_arguments("method", method, of=OPERATION),
    ),
    Mutation(
        name="another path",
        folders=HERE,
        change=edit_arguments("path", longer, of=OPERATION),
    ),
    Mutation(
        name="a slash at the path's end",
        folders=HERE,
        change=edit_arguments("path", slash, of=OPERATION),
    ),
    Mutation(
        name="a path parameter not filled in",
        folders=HERE,
        change=edit_arguments("path", unfilled, of=OPERATION),
    ),
    Mutation(
        name="no security",
        folders=HERE,
        change=drop_keywords("security", of=OPERATION),
    ),
    Mutation(name="one scheme less", folders=HERE, change=_fewer_schemes),
    Mutation(
        name="its own server moved",
        folders=HERE,
        change=edit_arguments(0, longer, of=("Server",)),
    ),
    Mutation(
        name="an unsafe call that may be repeated",
        folders=HERE,
        change=drop_keywords("unsafe", of=OPERATION),
    ),
    Mutation(
        name="no idempotency key",
        folders=HERE,
        change=drop_keywords("idempotency", of=OPERATION),
    ),
    Mutation(
        name="no parameters' styles",
        folders=HERE,
        change=drop_keywords("parameters", of=OPERATION),
    ),
    Mutation(
        name="a parameter's style dropped",
        folders=HERE,
        change=drop_keywords("style", of=PARAMETER),
    ),
    Mutation(
        name="explode swapped",
        folders=HERE,
        change=edit_arguments("explode", flip, of=PARAMETER),
    ),
    Mutation(
        name="reserved characters escaped",
        folders=HERE,
        change=drop_keywords("allow_reserved", of=PARAMETER),
    ),
    Mutation(
        name="a parameter's media type dropped",
        folders=HERE,
        change=drop_keywords("media_type", of=PARAMETER),
    ),
    Mutation(
        name="a parameter's wire form dropped",
        folders=HERE,
        change=drop_keywords("type", of=PARAMETER),
    ),
    Mutation(
        name="how a form is written dropped",
        folders=HERE,
        change=drop_keywords("style", "explode", "content_type", of=("Encoding",)),
    ),
    Mutation(
        name="another status",
        folders=HERE,
        change=_another_status,
    ),
    Mutation(
        name="a body not read",
        folders=HERE,
        change=_body_unread,
    ),
    Mutation(
        name="an envelope not opened",
        folders=HERE,
        change=drop_keywords("envelope", of=("Answer",)),
    ),
    Mutation(
        name="a general error",
        folders=HERE,
        change=edit_arguments("error", general, of=("Failure",)),
    ),
    Mutation(
        name="an error code forgotten",
        folders=HERE,
        change=drop_entries("codes", of=OUTCOMES),
    ),
    Mutation(
        name="the wrong class for an error code",
        folders=HERE,
        change=edit_entries("codes", general, of=OUTCOMES, values=True),
    ),
    Mutation(
        name="error codes sought nowhere",
        folders=HERE,
        change=_codes_unfound,
    ),
    Mutation(
        name="another sign of success",
        folders=HERE,
        change=edit_arguments("equals", equals, of=ENVELOPE),
    ),
    Mutation(
        name="success sought elsewhere",
        folders=HERE,
        change=edit_arguments("ok", elsewhere, of=ENVELOPE),
    ),
    Mutation(
        name="data sought elsewhere",
        folders=HERE,
        change=edit_arguments("data", elsewhere, of=ENVELOPE),
    ),
    Mutation(
        name="the message sought elsewhere",
        folders=HERE,
        change=edit_arguments("message", elsewhere, of=ENVELOPE),
    ),
    Mutation(
        name="the detail sought elsewhere",
        folders=HERE,
        change=edit_arguments("detail", elsewhere, of=ENVELOPE),
    ),
    Mutation(
        name="no word of deprecation",
        folders=HERE,
        change=drop_keywords("deprecated", of=(*OPERATION, *PARAMETER)),
    ),
    Mutation(
        name="the next page sought elsewhere",
        folders=HERE,
        change=edit_arguments("next", elsewhere, of=PAGES),
    ),
    Mutation(
        name="pages that never end",
        folders=HERE,
        change=edit_arguments("more", elsewhere, of=PAGES),
    ),
    Mutation(
        name="pages asked for by another name",
        folders=HERE,
        change=edit_arguments("parameter", equals, of=PAGES),
    ),
    Mutation(
        name="items sought elsewhere",
        folders=HERE,
        change=edit_arguments("items", elsewhere, of=PAGES),
    ),
)
