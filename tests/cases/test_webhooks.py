"""Requests that the service makes: webhooks and callbacks."""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib
import time
from pathlib import Path
from typing import Any

import pytest

from .conftest import Maker

DOCUMENT = """
paths:
  /subscriptions:
    post:
      operationId: subscribe
      tags: [subscriptions]
      callbacks:
        onData:
          '{$request.query.url}':
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
              responses: {'204': {description: ok}}
      responses: {'204': {description: ok}}
webhooks:
  pet.added:
    post:
      summary: A pet was added.
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses: {'204': {description: ok}}
  ping:
    get: {responses: {'204': {description: ok}}}
components:
  schemas:
    Event:
      oneOf: [{$ref: '#/components/schemas/Added'}, {$ref: '#/components/schemas/Removed'}]
      discriminator: {propertyName: type}
    Added: {type: object, required: [type, pet], properties: {type: {const: Added}, pet: {type: string}}}
    Removed: {type: object, required: [type], properties: {type: {const: Removed}}}
"""
BODY = b'{"type": "Added", "pet": "Rex"}'


@pytest.fixture
def package(made: Maker) -> Any:
    """The package."""
    client = made(DOCUMENT).client
    return importlib.import_module(type(client).__module__.partition(".")[0])


def test_webhooks_and_callbacks_are_read_as_documented(package: Any) -> None:
    """Each has a constant that makes a typed value of raw bytes."""
    webhooks = package.webhooks
    event = package.models.Added(type="Added", pet="Rex")
    assert webhooks.PET_ADDED.parse(BODY) == event
    assert webhooks.SUBSCRIBE_ON_DATA.parse(BODY) == event
    assert webhooks.PING.parse(b"") is None
    assert webhooks.PING.method == "GET"


def test_the_list_of_the_surface_has_them(made: Maker, tmp_path: Path) -> None:
    """Reviewers of `API.md` see a webhook come and go, as they see a method."""
    made(DOCUMENT)
    page = (tmp_path / "API.md").read_text("utf-8")
    assert "## Webhooks\n\n```python\n" in page
    assert "\nwebhooks.PET_ADDED: Webhook[models.Event]\n" in page
    assert "\nwebhooks.PING: Webhook[None]\n" in page


def test_json_is_read_where_it_is_one_of_several(made: Maker) -> None:
    """A form that carries the same in another notation hides no types."""
    case = made("""
webhooks:
  pushed:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded: {schema: {type: object, properties: {payload: {type: string}}}}
          application/json: {schema: {$ref: '#/components/schemas/Push'}}
      responses: {'204': {description: ok}}
components: {schemas: {Push: {type: object, required: [ref], properties: {ref: {type: string}}}}}
""")
    name = case.client.__class__.__module__.partition(".")[0]
    webhooks: Any = importlib.import_module(f"{name}.webhooks")
    assert webhooks.PUSHED.parse(b'{"ref": "main"}').ref == "main"


def test_a_callback_that_operations_share_is_one_constant(made: Maker) -> None:
    """A component that several operations refer to is stated once."""
    shared = "callbacks: {told: {$ref: '#/components/callbacks/Told'}}"
    client = made(f"""
paths:
  /a:
    post: {{{shared}, responses: {{'204': {{description: ok}}}}}}
    put: {{{shared}, responses: {{'204': {{description: ok}}}}}}
components:
  callbacks:
    Told: {{'{{$request.query.url}}': {{post: {{responses: {{'204': {{description: ok}}}}}}}}}}
""").client
    package = type(client).__module__.partition(".")[0]
    webhooks = importlib.import_module(f"{package}.webhooks")
    assert [n for n in webhooks.__all__ if n.isupper()] == ["CREATE_TOLD"]


def test_an_event_that_nobody_knows_survives(package: Any) -> None:
    """A new kind of event is an unknown variant, and `read` says where it departs."""
    body = b'{"type": "Sold", "price": 0.5}'
    sold = package.UnknownVariant("Sold", {"type": "Sold", "price": 0.5})
    assert package.webhooks.PET_ADDED.parse(body) == sold
    found = package.webhooks.PET_ADDED.read(body)
    assert (found.value, found.raw["type"]) == (sold, "Sold")
    assert [each.pointer for each in found.deviations] == ["/type"]


def test_an_event_that_is_none_is_kept_as_it_came(package: Any) -> None:
    """`parse` raises and says where; `read` has the raw value; what is no JSON is refused."""
    body = b'{"price": 0.5}'
    with pytest.raises(package.errors.DecodeError, match=r"pet\.added"):
        package.webhooks.PET_ADDED.parse(body)
    found = package.webhooks.PET_ADDED.read(body)
    assert found.value is None
    assert found.raw == {"price": 0.5}
    assert found.deviations
    with pytest.raises(package.errors.DecodeError, match="JSON"):
        package.webhooks.PET_ADDED.read(b"<html>")


def hexed(secret: bytes, message: bytes) -> str:
    """HMAC with SHA-256, in hexadecimal."""
    return hmac.new(secret, message, hashlib.sha256).hexdigest()


def test_a_signature_is_checked_on_the_raw_bytes(package: Any) -> None:
    """Any known secret will do; another byte or another secret won't; case is no matter."""
    verifier = package.webhooks.Verifier(
        secrets=(b"new", b"old"), header="X-Signature", prefix="sha256="
    )
    webhook, error = package.webhooks.PET_ADDED, package.errors.SignatureError
    for secret in (b"new", b"old"):
        headers = {"x-signature": f"sha256={hexed(secret, BODY)}"}
        assert webhook.parse(BODY, headers=headers, verifier=verifier).pet == "Rex"
    for headers in (
        {"x-signature": f"sha256={hexed(b'other', BODY)}"},
        {"x-signature": f"sha256={hexed(b'new', BODY + b' ')}"},
        {"x-signature": hexed(b"new", BODY)},
        {"x-signature": "sha256=zz"},
        {},
    ):
        with pytest.raises(error):
            webhook.parse(BODY, headers=headers, verifier=verifier)
    assert "new" not in repr(verifier)


def test_an_old_request_is_not_taken_again(package: Any) -> None:
    """A signed timestamp that is too far from now is refused, whoever signed it."""
    verifier = package.webhooks.Verifier(
        secrets=(b"s",), header="Signed", prefix="v1=", tolerance=60
    )

    def headers(age: float) -> dict[str, str]:
        stamp = str(int(time.time() - age))
        signature = hexed(b"s", stamp.encode() + b"." + BODY)
        return {"Signed": f"t={stamp},v1=00,v1={signature}"}

    webhook = package.webhooks.PET_ADDED
    assert webhook.parse(BODY, headers=headers(30), verifier=verifier)
    for age in (120, -120):
        with pytest.raises(package.errors.SignatureError, match="too long ago"):
            webhook.parse(BODY, headers=headers(age), verifier=verifier)


def test_standard_webhooks_are_known(package: Any) -> None:
    """Id, timestamp and body are signed with a base64 secret (Standard Webhooks 1.0)."""
    secret = base64.b64encode(b"0123456789").decode()
    verifier = package.webhooks.Verifier.standard(f"whsec_{secret}")
    stamp = str(int(time.time()))
    message = b".".join((b"msg_1", stamp.encode(), BODY))
    digest = hmac.new(b"0123456789", message, hashlib.sha256).digest()
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,AAAA v1,{base64.b64encode(digest).decode()}",
    }
    webhook = package.webhooks.PET_ADDED
    assert webhook.parse(BODY, headers=headers, verifier=verifier).pet == "Rex"
    headers["webhook-id"] = "msg_2"
    with pytest.raises(package.errors.SignatureError):
        webhook.parse(BODY, headers=headers, verifier=verifier)
