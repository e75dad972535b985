"""The client: what it is made with, and what opens the service to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..link import Api, SecurityScheme, Server, ServerVariable
from ..name import Names
from .imports import FUTURE, Import, import_block
from .runtime import has_tokens
from .text import docstring, literal, literals, summary
from .views import ArgumentView, ClientView, EntryView, ModuleView, ResourceView

__all__ = ["client", "variable"]


def client(
    api: Api, names: Names, resources: Iterable[ResourceView], *, formats: bool
) -> ClientView:
    """The client's class, sync; the async one differs in what it extends."""
    resources = tuple(resources)
    schemes = tuple(_schemes(api))
    servers = tuple(_servers(api, names))
    keywords = _variable_keywords(api, names)
    first = _key(names, api.servers[0]) if api.servers else ""
    return ClientView(
        name=names.client,
        docstring=docstring(
            summary(api.description) or f"A client of {api.title}.",
            indent=4,
            sections=(("Args", list(_arguments_said(api, names))),),
        ),
        module_sync=_module(names, resources, _sync(api, names, formats=formats), ""),
        module_async=_module(names, resources, _async(api, names), "Async"),
        schemes=schemes,
        servers=servers,
        keywords=tuple(_fallbacks(api, names)),
        credentials=tuple(
            EntryView(key=literal(key), value=names.credentials[key])
            for key, scheme in api.security_schemes.items()
            if scheme.kind != "mutualTLS"
        ),
        arguments=tuple(_arguments(api, names)),
        environment=_environment(api, first),
        variables=tuple(
            EntryView(key=literal(name), value=keyword)
            for name, keyword in keywords.items()
        ),
        downloads=any(each.downloads for each in resources),
        tokens=has_tokens(api),
        formats=formats,
    )


def _module(
    names: Names, resources: Iterable[ResourceView], imports: set[Import], prefix: str
) -> ModuleView:
    dots = "." if prefix else ".resources."
    typed = [
        Import(module=f"{dots}{each.module}", name=f"{prefix}{each.type}{whole}")
        for each in resources
        for whole in _views(each)
    ]
    checking = [Import(module="typing", name="TYPE_CHECKING")] if typed else []
    name = f"{prefix}{names.client}"
    exported = [name] if prefix else [name, "KEYWORDS", "SCHEMES", "SERVERS"]
    return ModuleView(
        docstring=docstring(
            f"The {'asynchronous ' if prefix else ''}client, `{name}`.", indent=0
        ),
        imports=import_block({FUTURE, *imports, *checking}),
        typing=import_block(typed).replace("\n", "\n    "),
        names=tuple(map(literal, sorted(exported))),
    )


def _views(resource: ResourceView) -> Iterator[str]:
    """What the names of the resource and of its views end in."""
    yield ""
    if resource.whole:
        yield "WithResponse"
    if resource.downloads:
        yield "Streaming"


def _sync(api: Api, names: Names, *, formats: bool) -> set[Import]:
    imports = {
        Import(module="._runtime.client", name="Client"),
        Import(module="._runtime.middleware", name="Middleware"),
        Import(module="._runtime.settings", name="OnDeviation"),
        Import(module="._runtime.options", name="Timeout"),
        Import(module="._runtime.security", name="Scheme"),
        Import(module="._runtime.servers", name="Server"),
        Import(module="._runtime.transport", name="Transport"),
        Import(module="collections.abc", name="Mapping"),
        Import(module="collections.abc", name="Sequence"),
        *_arguments_need(api, names, "."),
        *_needed(api),
    }
    if formats:
        imports.add(Import(module="._runtime", name="jsv"))
        imports.add(Import(module="._runtime", name="codec"))
    return imports


def _async(api: Api, names: Names) -> set[Import]:
    """The facts are those of the sync client, imported."""
    return {
        Import(module=".._runtime.aio", name="AsyncClient"),
        Import(module=".._runtime.middleware", name="AsyncMiddleware"),
        Import(module=".._runtime.settings", name="OnDeviation"),
        Import(module="collections.abc", name="Sequence"),
        Import(module=".._runtime.options", name="Timeout"),
        Import(module=".._runtime.transport", name="AsyncTransport"),
        Import(module="..client", name="KEYWORDS"),
        Import(module="..client", name="SCHEMES"),
        Import(module="..client", name="SERVERS"),
        *_arguments_need(api, names, ".."),
    }


def _arguments_need(api: Api, names: Names, dots: str) -> Iterator[Import]:
    if len(api.servers) > 1 or any(map(_choices, _by_keyword(api, names).values())):
        yield Import(module="typing", name="Literal")
    if any(each.kind != "mutualTLS" for each in api.security_schemes.values()):
        yield Import(module=f"{dots}_runtime.security", name="Credential")


def _schemes(api: Api) -> Iterator[EntryView]:
    for key, scheme in api.security_schemes.items():
        yield EntryView(key=literal(key), value=_scheme(scheme))


def _scheme(scheme: SecurityScheme) -> str:
    place = f"{literal(scheme.location)}, {literal(scheme.name)}"
    match scheme.kind:
        case "apiKey" if scheme.signature is not None:
            signature = scheme.signature
            return (
                f"Signature({place}, algorithm={literal(signature.algorithm)},"
                f" over={literals(signature.over)},"
                f" encoding={literal(signature.encoding)})"
            )
        case "apiKey":
            return f"ApiKey({place})"
        case "http" if scheme.scheme.lower() == "basic":
            return "Basic()"
        case "http" if scheme.scheme.lower() != "bearer":
            return f"HttpScheme({literal(scheme.scheme)})"
        case "mutualTLS":
            return "MutualTLS()"
        case "oauth2" if scheme.token_url:
            return f"OAuth2(token_url={literal(scheme.token_url)})"
        case "http" | "oauth2" | "openIdConnect":
            return "Bearer()"


def _needed(api: Api) -> Iterator[Import]:
    for scheme in api.security_schemes.values():
        name = _scheme(scheme).partition("(")[0]
        yield Import(module="._runtime.security", name=name)


def _key(names: Names, server: Server) -> str:
    return names.environments[server.pointer]


def _servers(api: Api, names: Names) -> Iterator[EntryView]:
    for server in api.servers:
        variables = ", ".join(
            f"{literal(each.name)}: {literal(each.default)}"
            for each in server.variables
        )
        more = f", variables={{{variables}}}" if variables else ""
        yield EntryView(
            key=literal(_key(names, server)),
            value=f"Server({literal(server.url)}{more})",
        )


def _environment(api: Api, first: str) -> str:
    if not api.servers:
        return "None"
    return "environment" if len(api.servers) > 1 else literal(first)


def _variable_keywords(api: Api, names: Names) -> dict[str, str]:
    """Server variable -> keyword; of all servers, for a caller may choose any."""
    return {
        variable.name: keyword
        for keyword, variables in _by_keyword(api, names).items()
        for variable in variables
    }


def _by_keyword(api: Api, names: Names) -> dict[str, list[ServerVariable]]:
    """Keyword -> the variables that it fills, of all servers."""
    every = [*api.servers, *(s for each in api.operations for s in each.servers)]
    found: dict[str, list[ServerVariable]] = {}
    for server in every:
        for each in server.variables:
            found.setdefault(names.variables[each.pointer], []).append(each)
    return found


def _choices(variables: Iterable[ServerVariable]) -> tuple[str, ...]:
    """The values of a keyword; none where one of its variables takes any."""
    stated = [each.enum for each in variables]
    return tuple(dict.fromkeys(v for each in stated for v in each)) * all(stated)


def variable(names: Names, keyword: str) -> str:
    """The environment variable that a credential falls back to: `SHOP_TOKEN`."""
    return f"{names.package}_{keyword}".upper()


def _fallbacks(api: Api, names: Names) -> Iterator[EntryView]:
    for key, scheme in api.security_schemes.items():
        if scheme.kind != "mutualTLS":
            keyword = names.credentials[key]
            pair = f"({literal(keyword)}, {literal(variable(names, keyword))})"
            yield EntryView(key=literal(key), value=pair)


def _arguments(api: Api, names: Names) -> Iterator[ArgumentView]:
    for key, scheme in api.security_schemes.items():
        if scheme.kind != "mutualTLS":
            yield _argument(names.credentials[key], "Credential | None", "None")
    if len(api.servers) > 1:
        choices = ", ".join(literal(_key(names, each)) for each in api.servers)
        default = literal(_key(names, api.servers[0]))
        yield _argument("environment", f"Literal[{choices}]", default)
    for keyword, variables in _by_keyword(api, names).items():
        choices = ", ".join(map(literal, _choices(variables)))
        kind = f"Literal[{choices}]" if choices else "str"
        yield _argument(keyword, f"{kind} | None", "None")
    yield _argument("base_url", "str | None", "None")
    yield _argument("timeout", "Timeout | float | None", "60.0")
    yield _argument("max_retries", "int", "2")
    yield _argument("strict", "bool", "False")


def _argument(name: str, annotation: str, default: str) -> ArgumentView:
    return ArgumentView(name=name, annotation=annotation, default=default)


def _arguments_said(api: Api, names: Names) -> Iterator[tuple[str, str]]:
    for key, scheme in api.security_schemes.items():
        if scheme.kind != "mutualTLS":
            keyword = names.credentials[key]
            text = summary(scheme.description) or _kind(scheme)
            text = f"Deprecated. {text}" if scheme.deprecated else text
            yield keyword, f"{text} Without it, ${variable(names, keyword)} is read."
    if len(api.servers) > 1:
        yield "environment", "Which of the document's servers to call."
    for keyword, variables in _by_keyword(api, names).items():
        first = variables[0]
        default = f" By default `{first.default}`." if first.default else ""
        text = summary(first.description) or f"`{first.name}` of the server's URL."
        yield keyword, f"{text}{default}"
    address = "Call this address, whatever the document says."
    yield "base_url", f"{address} Without it, ${variable(names, 'base_url')} is read."
    yield "timeout", "Seconds for a whole call, or a limit for each phase."
    yield "max_retries", "How often a call that is safe to repeat is repeated."
    yield "strict", "Raise on everything that the document does not allow."
    yield "transport", "What carries requests, instead of HTTP."
    yield "middleware", "What stands around every attempt, the outermost first."
    yield "on_deviation", "Told of each place where a response departs from the document."


def _kind(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case "apiKey":
            return f"The key for `{scheme.name}`."
        case "http" if scheme.scheme.lower() == "basic":
            return "User name and password."
        case "mutualTLS":
            return "The client certificate."
        case _:
            return "The access token."
