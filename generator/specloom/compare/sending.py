"""What callers send: parameters and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..link import Body, Operation, Parameter
from .contents import contents
from .defaults import default_changed
from .effect import Effect
from .finding import Finding
from .lifecycle import retired
from .path import VARIABLE
from .site import Exchange, Site

__all__ = ["body", "parameters"]


def parameters(both: Exchange) -> Iterator[Site]:
    """Parameters that are gone, kept or new."""
    old, new = _by_name(both.base), _by_name(both.revision)
    for key, each in old.items():
        if key not in new:
            yield _gone(both, each)
        elif each != new[key]:
            yield from _kept(both, each, new[key])
        else:
            yield both.pair(each.schema, new[key].schema, both.sends, "parameter")
    for key, each in new.items():
        if key not in old:
            yield _come(both, each)


def _gone(both: Exchange, each: Parameter) -> Site:
    finding = Finding(
        rule="wire/parameter-removed",
        effect=Effect.UNDECIDED,
        base=each.pointer,
        revision="",
        what="is removed",
        before=_stated(each),
    )
    return both.found(finding, both.sends, retired=retired(each, both.today))


def _come(both: Exchange, each: Parameter) -> Site:
    kind = "required" if each.required else "optional"
    finding = Finding(
        rule=f"wire/{kind}-parameter-added",
        effect=Effect.NARROWS if each.required else Effect.WIDENS,
        base="",
        revision=each.pointer,
        what=f"is new and {kind}",
        after=_stated(each),
    )
    return both.found(finding, both.sends)


def _kept(both: Exchange, old: Parameter, new: Parameter) -> Iterator[Site]:
    found = Finding(
        rule="", effect=Effect.SAYS, base=old.pointer, revision=new.pointer, what=""
    )
    if old.required != new.required:
        kind = "required" if new.required else "optional"
        effect = Effect.NARROWS if new.required else Effect.WIDENS
        words = f"is now {kind}"
        rule = f"wire/parameter-{kind}"
        yield both.found(
            replace(
                found,
                rule=rule,
                effect=effect,
                what=words,
                before=_stated(old),
                after=_stated(new),
            ),
            both.sends,
        )
    if old.deprecated != new.deprecated:
        rule = "deprecated" if new.deprecated else "reactivated"
        words = f"is {'now' if new.deprecated else 'no longer'} deprecated"
        rule = f"wire/parameter-{rule}"
        yield both.found(replace(found, rule=rule, what=words), both.sends)
    if _written(old) != _written(new):
        words = "is written another way"
        rule = "wire/parameter-encoding-changed"
        yield both.found(
            replace(
                found,
                rule=rule,
                effect=Effect.MOVES,
                what=words,
                before=_written(old),
                after=_written(new),
            ),
            both.sends,
        )
    for each in default_changed(*both.apis, old, new):
        site = both.found(each, both.sends)
        yield replace(site, use=replace(site.use, place="parameter"))
    yield both.pair(old.schema, new.schema, both.sends, "parameter")


def body(both: Exchange) -> Iterator[Site]:
    """The body of a request."""
    old, new = both.base.body, both.revision.body
    if old is None or new is None:
        if old is not new:
            yield _whole_body(both, old, new)
        return
    if old.required != new.required:
        finding = Finding(
            rule=f"wire/body-{'required' if new.required else 'optional'}",
            effect=Effect.NARROWS if new.required else Effect.WIDENS,
            base=old.pointer,
            revision=new.pointer,
            what=("is now required" if new.required else "may now be absent"),
        )
        yield both.found(finding, both.sends)
    yield from contents(both, old.contents, new.contents, both.sends)


def _whole_body(both: Exchange, old: Body | None, new: Body | None) -> Site:
    needed = new is not None and new.required
    removed = old is not None
    finding = Finding(
        rule=(
            "wire/body-removed"
            if removed
            else "wire/required-body-added" if needed else "wire/optional-body-added"
        ),
        effect=Effect.NARROWS if removed or needed else Effect.WIDENS,
        base=old.pointer if old else "",
        revision=new.pointer if new else "",
        what=(
            "has no body any more"
            if removed
            else "needs a body" if needed else "may have a body"
        ),
    )
    return both.found(finding, both.sends)


def _by_name(operation: Operation) -> Mapping[tuple[str, str], Parameter]:
    """Parameters by what travels: those of a path by their position in it."""
    order = [found[1:-1] for found in VARIABLE.findall(operation.path)]
    found: dict[tuple[str, str], Parameter] = {}
    for each in operation.parameters:
        name = each.name.lower() if each.location == "header" else each.name
        if each.location == "path" and each.name in order:
            name = str(order.index(each.name))
        found[each.location, name] = each
    return found


def _stated(each: Parameter) -> str:
    return (
        f"{each.name} ({each.location}, {'required' if each.required else 'optional'})"
    )


def _written(each: Parameter) -> str:
    words = (
        each.media_type or f"style {each.style}, explode {str(each.explode).lower()}"
    )
    return f"{words}, reserved characters allowed" if each.allow_reserved else words
