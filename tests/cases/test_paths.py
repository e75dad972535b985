"""Paths and their variables."""

from __future__ import annotations

import pytest

from .conftest import Maker

USER = """
paths:
  {path}:
    get:
      operationId: fetch
      tags: [users]
      parameters:
        - {{name: {name}, in: path, required: true, schema: {{type: integer}}}}
      responses: {{'204': {{description: None}}}}
"""


@pytest.mark.parametrize(
    ("path", "name", "argument"),
    [
        ("/users/{userId}", "user_id", "user_id"),
        ("/users/{id}", "user", "id_"),
        ("/users/{id+}", "id", "id_"),
        ("/users/{.id*}", "id", "id_"),
        ("users/{id}", "id", "id_"),
    ],
)
def test_a_parameter_that_is_called_otherwise_than_its_path_says_keeps_its_type(
    made: Maker, path: str, name: str, argument: str
) -> None:
    """A variable and a parameter that nothing else can mean are one, and it is told."""
    case = made(USER.format(path=path, name=name))
    case.wire.answers("", 204)
    method = case.client.users.fetch
    method(**{argument: 7})
    assert case.wire.last == "GET /users/7"
    assert method.__annotations__[argument] == "int"
    assert case.codes


def test_paths_that_differ_in_operators_alone_both_stay(made: Maker) -> None:
    """No operation is lost where two paths would be read as one."""
    both = USER.format(path="/users/{id}", name="id")
    other = USER.format(path="/users/{id+}", name="id").partition("paths:")[2]
    case = made(both + other.replace("fetch", "fetch_more"))
    case.wire.answers("", 204)
    case.client.users.fetch(id_=7)
    case.client.users.fetch_more(id_plus=8)
    assert [each.url[-1] for each in case.wire.sent] == ["7", "8"]


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://api.test{base}/v1", "https://api.test/v1/a"),
        ("https://{base}/v1", None),
        ("https://{base}.api.test", None),
        ("{base}/v1", None),
    ],
)
def test_a_variable_may_be_empty_where_an_address_is_left(
    made: Maker, url: str, sent: str | None
) -> None:
    """An empty default is one (OpenAPI 3.1 section 4.8.6), unless no host is left."""
    case = made(f"""
servers: [{{url: '{url}', variables: {{base: {{default: ''}}}}}}]
paths: {{/a: {{get: {{tags: [a], operationId: a, responses: {{'204': {{description: ok}}}}}}}}}}
""")
    case.wire.answers("", 204)
    client = type(case.client)(transport=case.wire)
    if sent is None:
        with pytest.raises(case.errors.ConfigurationError, match="base"):
            client.a.get()
        return
    client.a.get()
    assert case.wire.sent[-1].url == sent
