"""What a package can do beyond one call, for its README."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Api, Operation, is_events, linked, stream_of
from ..name import Names
from .annotation import Annotations, Use
from .pages import code
from .returns import returns
from .runtime import has_tokens

__all__ = ["guide"]


def guide(annotations: Annotations) -> Iterator[str]:
    """Lines of Markdown: what goes for every package, and what only some have."""
    api, names = annotations.api, annotations.names
    yield from ("## Beyond one call", "")
    yield from _habits(names)
    yield from _headers(api, names)
    yield from _going(api)
    yield from _unions(annotations)
    yield from _uploads(api)
    yield from _downloads(annotations)
    yield from _streams(api, names)
    yield from _keys(api, names)
    yield from _pages(api, names)
    yield from _waits(api, names)
    yield from _links(api, names)
    yield from _tokens(api, names)
    yield from _webhooks(api, names)
    yield from _around(names)
    yield from _testing(api, names)


def _habits(names: Names) -> Iterator[str]:
    yield from (
        "- **Absent and null are two things.** An argument that is left out is not sent;",
        "  `None` is sent as `null`. A member that did not come is `UNSET`.",
        "- **Retries.** Connections that fail and the statuses 408, 425, 429 and 5xx are tried",
        "  again (`max_retries=2`) where that is safe, after `Retry-After` if it is stated and",
        "  short. What may have been done already is never sent twice: that raises",
        "  `errors.OutcomeUnknownError`.",
        "- **Time.** `timeout=60.0` covers a whole call with all attempts;",
        "  `Timeout(connect=…, read=…, total=…)` says more. `options=Options(…)` overrides it",
        "  for one call, `client.with_options(…)` for a client on the same connections.",
        "- **Whole responses.** `client.with_response` has the same calls, which give `value`,",
        "  `status`, `headers`, `request_id`, `elapsed`, `attempts` and `deviations`.",
        "- **Drift.** Unknown members and values survive; an optional member that does not fit",
        "  is left unset and told to `on_deviation`. `strict=True` raises instead.",
        "- **JSON.** `to_json(model)` and `from_json(data, models.…)` keep decimals and unknown",
        "  members; `replace(model, …)` is a changed copy. Secrets are never in a `repr`.",
    )


def _headers(api: Api, names: Names) -> Iterator[str]:
    for operation in api.operations:
        found = names.headers.get(operation.pointer)
        if found is not None:
            method = names.operations[operation.pointer].method
            call = _names(api, names, operation, method)
            call = call.replace("client.", "client.with_response.", 1)
            field = next(iter(found.fields.values()))
            yield "- **Header fields.** Those that the document describes have types:"
            yield f"  `{call}.headers.{field}`"
            yield "  is `None` where it is absent, or not what it should be, which is a deviation."
            return


def _going(api: Api) -> Iterator[str]:
    if any(each.deprecated for each in api.operations):
        yield "- **What is going away.** Deprecated operations are struck through by editors, and"
        yield "  each use warns (`DeprecationWarning`) at the line that calls;"
        yield "  `response.deprecation` and `response.sunset` are what the service says of it."


def _unions(annotations: Annotations) -> Iterator[str]:
    if annotations.grow:
        yield "- **New kinds.** Where the service says a kind of object that nobody knows yet, it"
        yield "  is an `UnknownVariant` with its `tag` and `value`, and a deviation; a `match` has"
        yield "  a case for it. What you send has the documented kinds."


def _names(api: Api, names: Names, operation: Operation, method: str) -> str:
    resource = names.resources[names.operations[operation.pointer].resource]
    return f"client.{resource.attribute}.{method}(…)"


def _uploads(api: Api) -> Iterator[str]:
    contents = (
        content
        for operation in api.operations
        if operation.body is not None
        for content in operation.body.contents
    )
    if any(not is_text(content.media_type) for content in contents):
        yield "- **Uploads.** `File(path)`, an open file or an iterator over bytes is read while it"
        yield "  is sent, never whole. What can be rewound is sent again where a call is tried"
        yield "  again; a generator is sent once."


def is_text(media_type: str) -> bool:
    """Whether bodies of a media type are values and texts, never files."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.endswith(("json", "urlencoded", "xml", "jsv")) or kind.startswith(
        "text/"
    )


def _downloads(annotations: Annotations) -> Iterator[str]:
    api, names = annotations.api, annotations.names
    for operation in api.operations:
        given = returns(
            annotations, operation, Use(direction="response", place="errors")
        )
        if given.text == "bytes" and stream_of(operation) is None:
            call = _names(
                api, names, operation, names.operations[operation.pointer].method
            )
            call = call.replace("client.", "client.streaming.", 1)
            yield f"- **Downloads.** `with {call} as stream: stream.save(path)` keeps"
            yield "  no more than a piece in memory; `write_to(file)` writes anywhere, both take"
            yield "  `progress=`, a loop gives the pieces. Async: `async with await …`."
            return


def _keys(api: Api, names: Names) -> Iterator[str]:
    for operation in api.operations:
        header = (operation.idempotency or {}).get("header")
        if isinstance(header, str):
            method = names.operations[operation.pointer].method
            call = _names(api, names, operation, method)
            yield f"- **Idempotency.** `{call}` sends a key as `{code(header)}`, the same"
            yield "  in every attempt: `options=Options(idempotency_key=…)`, or a random one. The"
            yield "  whole response and `errors.OutcomeUnknownError` have it."
            return


def _streams(api: Api, names: Names) -> Iterator[str]:
    for operation in api.operations:
        content = stream_of(operation)
        if content is not None:
            name = names.operations[operation.pointer]
            call = _names(api, names, operation, name.stream or name.method)
            item = "event.data" if is_events(content.media_type) else "item"
            one = item.partition(".")[0]
            yield f"- **Streams.** `with {call} as stream: for {one} in stream: … {item}`;"
            yield "  one that breaks goes on after its last event where the service allows it."
            return


def _pages(api: Api, names: Names) -> Iterator[str]:
    for operation in api.operations:
        name = names.operations[operation.pointer]
        if name.pages:
            call = _names(api, names, operation, name.pages)
            yield f"- **Pages.** `for item in {call}` asks for pages as they are needed;"
            yield "  `.pages()` gives the pages."
            return


def _waits(api: Api, names: Names) -> Iterator[str]:
    for operation in api.operations:
        name = names.operations[operation.pointer]
        if name.waits:
            call = _names(api, names, operation, name.waits)
            yield f"- **States.** `{call}` asks until the state has come, ever more slowly;"
            yield "  `errors.WaitError` has the last state where it cannot come, or not in time"
            yield "  (`options=Options(within=…)`)."
            return


def _links(api: Api, names: Names) -> Iterator[str]:
    for key, operation, _, _ in linked(api):
        if key in names.links:
            method = names.operations[operation.pointer].method
            call = _names(api, names, operation, method)
            call = call.replace("client.", "client.with_response.", 1)
            yield f"- **Links.** `links.{names.links[key]}.follow(client, response)` makes the"
            yield f"  call that the answer `response = {call}` leads to;"
            yield "  of an async client it is awaited. What the link does not say is named:"
            yield "  `follow` takes the other arguments of that call, and `options`."
            return


def _tokens(api: Api, names: Names) -> Iterator[str]:
    if has_tokens(api):
        keyword = next(
            names.credentials[key]
            for key, scheme in api.security_schemes.items()
            if scheme.kind == "oauth2"
        )
        yield f"- **OAuth 2.** `{names.client}({keyword}=ClientCredentials(client_id=…,"
        yield "  client_secret=…))` fetches tokens, once for all calls that wait, and anew after a"
        yield "  401; there are `Password` and `RefreshToken` too, and a `store=` for tokens."


def _webhooks(api: Api, names: Names) -> Iterator[str]:
    constant = next(iter(names.webhooks.values()), "")
    if constant:
        yield f"- **Webhooks.** `webhooks.{constant}.parse(body, headers=…, verifier=…)` reads a"
        yield "  request of the service; `webhooks.Verifier` checks its signature, `read` keeps"
        yield "  events that nobody knows."


def _around(names: Names) -> Iterator[str]:
    yield from (
        "- **Around attempts.** `middleware=[…]` takes functions `(request, send)`.",
        "  `Tracing()` makes OpenTelemetry spans, `AsyncTracing()` those of the async client;",
        f"  the logger `{names.package}` tells of every attempt at the level DEBUG, without values.",
        "- **Connections.** `transport=HttpTransport(proxy=…, tls=…, http2=True)`, shared by any",
        "  number of clients; `inner=httpx2.WSGITransport(app)` calls an application in process.",
        "  A client may be used by any number of threads, an async one by any number of tasks.",
        "  Close it, or use `with`.",
    )


def _testing(api: Api, names: Names) -> Iterator[str]:
    yield from ("", "## Testing your own code", "")
    yield from (
        f"`{names.package}.testing` has a service that answers as a test says, and refuses what",
        "no document allows; `pytest` finds its fixture by itself. What no test prepared is",
        "answered with the document's example.",
        "",
        *_test(api, names),
        "| besides `returns` | the service |",
        "|---|---|",
        "| `.fails(errors.…, body)` | fails as the document says, with status, code and message |",
        '| `.raises(errors.TimeoutError(phase="read"))` | does not answer |',
        '| `.answers(200, b"…")` | says exactly this, documented or not |',
        "| `.yields(item, …, every=0.5)` | streams, slowly, up to `error=` if one is given |",
        "",
        "Each is said once, in turn, and the last one again and again. `make(models.…, …)` makes",
        "a model up, and `replay(folder)` answers as the service once did (`specloom verify`",
        "records it). Clients under asyncio or trio take `fake.aio`. The package's own tests need",
        "no network: `pip install pytest`, then `pytest`.",
        "",
        "They can fail: `specloom prove .` breaks the client in the ways of a catalogue, one at a time.",
        "Breaks for which the tests fail, as last measured: <!-- measured -->not yet<!-- /measured -->",
        "(`tests/SCORE.md`).",
        "",
    )


def _test(api: Api, names: Names) -> Iterator[str]:
    """A test of somebody's own code, with the fixture that pytest finds by itself."""
    fake = f"{names.package}_fake"
    for operation in api.operations[:1]:
        given = "…, " if all(operation.security) and operation.security else ""
        name = names.operations[operation.pointer]
        call = f"{names.resources[name.resource].attribute}.{name.method}"
        yield "```py"
        yield f"from {names.package} import {names.client}"
        yield f"from {names.package}.testing import Fake"
        yield from ("", "")
        yield f"def test_my_code({fake}: Fake) -> None:"
        yield f"    client = {names.client}({given}transport={fake})"
        yield f"    {fake}.on(client.{call}).returns(…)"
        yield "    …"
        yield f'    assert {fake}.calls == ["{call}"]'
        yield from ("```", "")
