"""From the arguments of a call to a request, all but the credentials."""

from __future__ import annotations

from collections.abc import Mapping

from . import parameters, rules
from .arguments import Arguments
from .bodies import body
from .draft import Draft
from .errors import RequestError
from .models import UNSET
from .operations import Operation
from .plans import Plan, plan
from .security import MASK, Chosen
from .servers import address
from .settings import Settings, agent, discreet
from .transport import Request
from .uploads import Upload

__all__ = ["drafted", "going", "shown"]


def drafted(
    operation: Operation[object], settings: Settings, arguments: Arguments
) -> Draft:
    """The request of a call, without credentials.

    Raises:
        RequestError: An argument cannot be sent as the document says.
    """
    known = plan(operation)
    server = operation.server or settings.server()
    base = address(server, settings.variables, settings.base_url)
    path, _, fixed = filled(known, arguments).partition("?")
    draft = Draft(operation.method, f"{base}{path}")
    draft.query += filter(None, (fixed, *queried(known, settings, arguments)))
    draft.headers = [("Accept", accepted(known, arguments)), ("User-Agent", agent())]
    for name, value in arguments.headers.items():
        if value is not UNSET:
            text = parameters.header(known.parameter("header", name), value)
            if text is not None:
                draft.set(name, text)
    for name, value in arguments.cookies.items():
        if value is not UNSET:
            draft.cookies += parameters.cookie(known.parameter("cookie", name), value)
    if arguments.body is not UNSET:
        media_type = arguments.content_type or operation.bodies[0]
        draft.body, stated = body(operation, media_type, arguments.body)
        draft.set("Content-Type", stated)
        if isinstance(draft.body, Upload) and draft.body.size is not None:
            draft.set("Content-Length", str(draft.body.size))
    for name, text in settings.headers.items():
        draft.set(name, text)
    return draft


def filled(known: Plan, arguments: Arguments) -> str:
    """The path with its values, a fixed query included.

    Raises:
        RequestError: A segment would be `.` or `..`, which servers resolve.
    """
    parts = list(known.template)
    for index in range(1, len(parts), 2):
        name = parts[index]
        if name not in arguments.path:
            raise RequestError(f"path parameter `{name}` needs a value")
        value = arguments.path[name]
        parts[index] = parameters.path(known.parameter("path", name), value)
    text = "".join(parts)
    if any(segment in (".", "..") for segment in text.partition("?")[0].split("/")):
        raise RequestError("a path parameter makes a path segment of dots only")
    return text


def queried(known: Plan, settings: Settings, arguments: Arguments) -> list[str]:
    """The `name=value` texts of the query."""
    found: list[str] = []
    for name, value in arguments.query.items():
        if value is not UNSET:
            found += parameters.query(known.parameter("query", name), value)
    escaped = parameters.escaped
    found += (f"{escaped(k)}={escaped(v)}" for k, v in settings.query.items())
    return found


def accepted(known: Plan, arguments: Arguments) -> str:
    """`Accept`; who writes a format that the service answers in reads it too."""
    wanted = arguments.content_type
    if wanted is None or wanted not in known.accept.split(", "):
        return known.accept
    return ", ".join(dict.fromkeys((wanted, *known.accept.split(", "))))


def going(operation: Operation[object], arguments: Arguments) -> list[str]:
    """What is deprecated of a call: the operation itself, then what is given."""
    known = plan(operation).deprecated
    body = dict.fromkeys(rules.going(arguments.body))
    if not known and not operation.deprecated:
        return [*body]
    places: dict[str, Mapping[str, object]] = {
        "path": arguments.path,
        "query": arguments.query,
        "header": arguments.headers,
        "cookie": arguments.cookies,
    }
    given = (
        f"`{argument}` of `{operation.name}`"
        for (place, name), argument in known.items()
        if places[place].get(name, UNSET) is not UNSET
    )
    return [*([f"`{operation.name}`"] if operation.deprecated else []), *given, *body]


def shown(
    operation: Operation[object],
    settings: Settings,
    arguments: Arguments,
    chosen: Chosen,
) -> Request | None:
    """What was sent, without credentials, secrets and body."""
    try:
        arguments = masked(plan(operation), arguments)
        draft = drafted(operation, discreet(settings), arguments)
        for scheme, _ in chosen:
            scheme.mask(draft)
    except (ValueError, RequestError):
        return None
    return draft.finish(settings.timeout, operation.name)


def masked(known: Plan, arguments: Arguments) -> Arguments:
    """The arguments as people may read them: secrets are masked, the body is left out."""

    def shown(location: str, values: Mapping[str, object]) -> Mapping[str, object]:
        return {
            name: (
                MASK
                if (location, name) in known.secret and value is not UNSET
                else value
            )
            for name, value in values.items()
        }

    return Arguments(
        path=shown("path", arguments.path),
        query=shown("query", arguments.query),
        headers=shown("header", arguments.headers),
        cookies=shown("cookie", arguments.cookies),
    )
