"""The client, its attributes and their methods."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..change import Change
from .callers import Callers
from .spot import DOCUMENT, Spot
from .surface import Argument, Method
from .told import come, gone, turned, typed

__all__ = ["client", "links", "methods", "resources"]


def client(both: Callers) -> Iterator[Change]:
    """What is imported, and what it is made with."""
    old, new = both.base, both.revision
    for rule, before, after in (
        ("package-renamed", old.package, new.package),
        ("client-renamed", old.client, new.client),
    ):
        if before != after:
            spots = Spot(DOCUMENT, before), Spot(DOCUMENT, after)
            yield turned(rule, before, f"is called `{after}`", *spots)
    for name in {**old.arguments, **new.arguments}:
        subject = f"{new.client}({name}=)"
        yield from _option(
            both, subject, old.arguments.get(name), new.arguments.get(name)
        )


def _option(
    both: Callers, subject: str, old: Argument | None, new: Argument | None
) -> Iterator[Change]:
    if old is None and new is not None:
        rule = "client-argument-added"
        yield come(rule, subject, new.spot, needed=new.required)
    elif new is None and old is not None:
        yield gone("client-argument-removed", subject, old.spot)
    elif old is not None and new is not None:
        rule = "client-argument-changed"
        effect = both.effect(old.annotation, new.annotation)
        if new.required and not old.required:
            yield turned(rule, subject, "must now be given", old.spot, new.spot)
        elif effect is not None:
            what = "has another type"
            yield typed(rule, subject, what, old.spot, new.spot, effect, ("request",))


def resources(both: Callers) -> Iterator[Change]:
    """Attributes of the client, which are modules too."""
    old, new = both.base.resources, both.revision.resources
    for name, place in old.items():
        if name not in new:
            spot = Spot(place, f"client.{name}")
            yield gone("resource-removed", f"client.{name}", spot)
    for name, place in new.items():
        if name not in old:
            spot = Spot(place, f"client.{name}")
            yield come("resource-added", f"client.{name}", spot)


def methods(both: Callers) -> Iterator[Change]:
    """Methods by the operation that they call."""
    old, new = both.base.methods, both.revision.methods
    for key, before in old.items():
        subject = before.subject
        if key in new:
            yield from _method(both, before, new[key])
        else:
            yield gone("method-removed", subject, before.spot, (before.operation,))
    for key, after in new.items():
        if key not in old:
            subject = after.subject
            yield come("method-added", subject, after.spot, (after.operation,))


def links(both: Callers) -> Iterator[Change]:
    """What `follow` takes, where a link gives other arguments than it did.

    What becomes of the arguments themselves is told of the method that is called.
    """
    old, new = both.base, both.revision
    called = {each.operation: each for each in old.methods.values()}
    calls = {each.operation: each for each in new.methods.values()}
    for name, before in old.links.items():
        after = new.links.get(name)
        if after is not None and before.operation == after.operation:
            one, other = called[before.operation], calls[after.operation]
            same = one.arguments.items() & other.arguments.items()
            yield from _arguments(both, _only(before, same), _only(after, same))


def _only(method: Method, kept: Collection[tuple[str, Argument]]) -> Method:
    pairs = method.arguments.items()
    return replace(method, arguments=dict(each for each in pairs if each in kept))


def _method(both: Callers, old: Method, new: Method) -> Iterator[Change]:
    if old.call != new.call:
        subject, what = old.subject, f"is called `{new.call}`"
        yield turned(
            "method-renamed", subject, what, old.spot, new.spot, (new.operation,)
        )
    effect = both.effect(old.returns, new.returns)
    if effect is not None:
        yield typed(
            "return-type-changed",
            new.subject,
            f"returns `{new.returns}` instead of `{old.returns}`",
            old.spot,
            new.spot,
            effect,
            ("response",),
            (new.operation,),
            alike=both.alike(old.returns, new.returns),
        )
    if old.arguments != new.arguments:
        yield from _arguments(both, old, new)


def _arguments(both: Callers, old: Method, new: Method) -> Iterator[Change]:
    causes = {each.cause: each for each in new.arguments.values()}
    known = {each.cause for each in old.arguments.values()}
    for name, before in old.arguments.items():
        after = new.arguments.get(name) or causes.get(before.cause)
        if after is not None:
            yield from _argument(both, new, before, after)
        else:
            subject = f"{new.subject}({name}=)"
            spot = Spot(before.pointer, before.spot.text)
            yield gone("argument-removed", subject, spot, (new.operation,))
    for name, after in new.arguments.items():
        if name not in old.arguments and after.cause not in known:
            rule = "required-argument-added" if after.required else "argument-added"
            subject = f"{new.subject}({name}=)"
            yield come(
                rule, subject, after.spot, (new.operation,), needed=after.required
            )


def _argument(
    both: Callers, new: Method, before: Argument, after: Argument
) -> Iterator[Change]:
    subject, spots = f"{new.subject}({before.name}=)", (before.spot, after.spot)
    if before.name != after.name:
        what = f"is called `{after.name}`"
        yield turned("argument-renamed", subject, what, *spots, (new.operation,))
    if before.required != after.required:
        now = after.required
        rule = "argument-required" if now else "argument-optional"
        what = "must now be given" if now else "may now be left out"
        yield turned(rule, subject, what, *spots, (new.operation,), broken=now)
    effect = both.effect(before.annotation, after.annotation)
    if effect is not None:
        rule, what = "argument-type-changed", "has another type"
        yield typed(rule, subject, what, *spots, effect, ("request",), (new.operation,))
