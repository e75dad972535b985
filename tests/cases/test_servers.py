"""Where calls go: the servers of a document, and what stands in their URLs."""

from __future__ import annotations

import inspect

import pytest

from .conftest import Maker

REST = """
openapi: 3.1.0
info: {title: Case, version: '1'}
paths: {/a: {get: {tags: [a], operationId: a, responses: {'204': {description: ok}}}}}
"""


@pytest.mark.parametrize(
    ("url", "sent", "codes"),
    [
        ("//api.test/v1/", "https://api.test/v1/a", []),
        ("api.test/v1", "https://api.test/v1/a", ["SP220"]),
        ("localhost:8080", "http://localhost:8080/a", ["SP220"]),
        (" https://api.test/v1?key=1", "https://api.test/v1/a", ["SP220"]),
        ("https://api.test/v1", "https://api.test/v1/a", []),
    ],
)
def test_a_url_that_names_a_host_can_be_called(
    made: Maker, url: str, sent: str, codes: list[str]
) -> None:
    """A missing scheme is `https`, that of `localhost` is `http`, and a query is none."""
    case = made(f"servers: [{{url: '{url}'}}]{REST}")
    case.wire.answers("", 204)
    type(case.client)(transport=case.wire).a.get()
    assert (case.wire.sent[-1].url, case.codes) == (sent, codes)


def test_a_variable_that_nothing_declares_is_asked_for(made: Maker) -> None:
    """It is an argument of the client; one that the URL has not is none."""
    servers = (
        "servers: [{url: 'https://{tenant}.test', variables: {zone: {default: eu}}}]"
    )
    case = made(servers + REST)
    client = case.client.__class__
    with pytest.raises(case.errors.ConfigurationError, match="needs `tenant`"):
        client(transport=case.wire).a.get()
    case.wire.answers("", 204)
    client(transport=case.wire, tenant="acme").a.get()
    assert case.wire.sent[-1].url == "https://acme.test/a"
    assert "zone" not in inspect.signature(client).parameters
    assert [(each.code, each.message) for each in case.found] == [
        ("SP206", "no variable declares `{tenant}`"),
        ("SP206", "the URL has no `{zone}`"),
    ]


def test_a_variable_of_few_values_is_typed_so(made: Maker) -> None:
    """`enum` closes it (OpenAPI 3.1 section 4.8.6), unless another server leaves it open."""
    case = made(f"""
servers:
  - url: https://{{zone}}.{{name}}.test
    variables:
      zone: {{default: eu, enum: [eu, us]}}
      name: {{default: api, enum: [api]}}
  - {{url: 'https://{{zone}}.cn', variables: {{zone: {{default: cn, enum: [cn, eu]}}}}}}
  - {{url: 'https://{{name}}.org', variables: {{name: {{default: any}}}}}}
{REST}""")
    client = case.client.__class__
    stated = inspect.signature(client).parameters
    assert stated["zone"].annotation == "Literal['eu', 'us', 'cn'] | None"
    assert stated["name"].annotation == "str | None"
