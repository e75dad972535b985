"""Who may call, and where: security and servers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ..link import Api, Operation, SchemeUse, SecurityScheme, Server
from .effect import Effect
from .finding import Finding

__all__ = ["schemes", "security", "servers"]

Need: TypeAlias = frozenset[tuple[str, str]]
"""What one alternative asks for: schemes, and the scopes of each."""


def security(base: Operation, revision: Operation) -> Iterator[Finding]:
    """Alternatives that no longer open the door, and new ones that do."""
    if base.security == revision.security:
        return
    old, new = _needs(base), _needs(revision)
    gone = [need for need in old if not any(other <= need for other in new)]
    come = [need for need in new if not any(other <= need for other in old)]
    before, after = _said(old), _said(new)
    for rule, effect, needs, words in (
        ("security-tightened", Effect.NARROWS, gone, "no longer enough: "),
        ("security-loosened", Effect.WIDENS, come, "is now enough: "),
    ):
        if needs:
            yield Finding(
                rule=f"wire/{rule}",
                effect=effect,
                base=base.pointer,
                revision=revision.pointer,
                what=words + " or ".join(_one(need) for need in needs),
                before=before,
                after=after,
            )


def _needs(operation: Operation) -> tuple[Need, ...]:
    """Alternatives; none at all is the one that asks for nothing."""
    found = tuple(frozenset(_atoms(each)) for each in operation.security)
    return found or (frozenset(),)


def _atoms(alternative: tuple[SchemeUse, ...]) -> Iterator[tuple[str, str]]:
    for use in alternative:
        yield use.key, ""
        for scope in use.scopes:
            yield use.key, scope


def _one(need: Need) -> str:
    words = (
        f"`{key}` with `{scope}`" if scope else f"`{key}`"
        for key, scope in sorted(need)
    )
    return " and ".join(words) or "no credentials"


def _said(needs: tuple[Need, ...]) -> str:
    return " or ".join(map(_one, needs))


def schemes(base: Api, revision: Api) -> Iterator[Finding]:
    """Security schemes by their keys."""
    old, new = base.security_schemes, revision.security_schemes
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            one = before or after
            assert one is not None
            yield Finding(
                rule=f"wire/security-scheme-{'added' if before is None else 'removed'}",
                effect=Effect.SAYS,
                base=one.pointer if after is None else "",
                revision=one.pointer if before is None else "",
                what=f"is {'new' if before is None else 'removed'}",
            )
        else:
            yield from _scheme(before, after)


def _scheme(old: SecurityScheme, new: SecurityScheme) -> Iterator[Finding]:
    before, after = _carried(old), _carried(new)
    if before != after:
        yield _changed(old, new, "changed", Effect.MOVES, before, after)
    before, after = _flows(old), _flows(new)
    if before != after:
        yield _changed(old, new, "flows-changed", Effect.SAYS, before, after)


def _changed(
    old: SecurityScheme,
    new: SecurityScheme,
    rule: str,
    effect: Effect,
    before: str,
    after: str,
) -> Finding:
    return Finding(
        rule=f"wire/security-scheme-{rule}",
        effect=effect,
        base=old.pointer,
        revision=new.pointer,
        what=f"is {after} instead of {before}",
        before=before,
        after=after,
    )


def _carried(scheme: SecurityScheme) -> str:
    """What a scheme puts into a request; bearer tokens are the same whoever issues them."""
    match scheme.kind:
        case "apiKey":
            signed = f" signed {scheme.signature.algorithm}" if scheme.signature else ""
            return f"{scheme.location} `{scheme.name}`{signed}"
        case "http":
            return f"`Authorization: {scheme.scheme.lower()}`"
        case "oauth2" | "openIdConnect":
            return "`Authorization: bearer`"
        case "mutualTLS":
            return "a client certificate"


def _flows(scheme: SecurityScheme) -> str:
    words = [scheme.open_id_url] if scheme.open_id_url else []
    for flow in scheme.flows:
        addresses = (flow.authorization_url, flow.token_url, flow.refresh_url)
        scopes = ", ".join(name for name, _ in flow.scopes)
        words.append(f"{flow.kind} at {' '.join(filter(None, addresses))} for {scopes}")
    return "; ".join(words) or "no flow"


def servers(old: tuple[Server, ...], new: tuple[Server, ...]) -> Iterator[Finding]:
    """Addresses, and the variables in them. None at all is `/` (OpenAPI 3.1 section 4.8.1)."""
    before, after = ({each.url: each for each in some} for some in (old, new))
    for what, effect, some, others in (
        ("removed", Effect.NARROWS, before, after),
        ("added", Effect.WIDENS, after, before),
    ):
        for url, each in some.items():
            if url not in others:
                yield Finding(
                    rule=f"wire/server-{what}",
                    effect=effect,
                    base=each.pointer if what == "removed" else "",
                    revision=each.pointer if what == "added" else "",
                    what=f"is {'new' if what == 'added' else 'removed'}",
                )
    for url, each in before.items():
        if url in after and _variables(each) != _variables(after[url]):
            yield Finding(
                rule="wire/server-variable-changed",
                effect=Effect.UNDECIDED,
                base=each.pointer,
                revision=after[url].pointer,
                what="has other variables",
                before=_variables(each),
                after=_variables(after[url]),
            )


def _variables(server: Server) -> str:
    return "; ".join(
        f"{each.name}={each.default} {' '.join(each.enum)}".rstrip()
        for each in server.variables
    )
