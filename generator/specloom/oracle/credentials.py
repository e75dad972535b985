"""What opens a service (OpenAPI 3.1 section 4.8.27), with made-up secrets."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from ..link import Api, SchemeUse, SecurityScheme
from . import uri

__all__ = ["Opening", "Secret", "opening", "secrets"]

DIGESTS = frozenset(("md5", "sha1", "sha256", "sha384", "sha512"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A made-up credential: one text, or a pair.

    Where only the caller can sign, the text of the header that the caller's signer adds.
    """

    text: str
    user: str | None = None
    signs: str = ""
    """The header that the caller's own signer adds."""

    @property
    def traces(self) -> tuple[str, ...]:
        """What gives it away: itself, and how a pair travels (RFC 7617 section 2)."""
        if self.user is None:
            return (self.text,)
        pair = f"{self.user}:{self.text}"
        return self.text, base64.b64encode(pair.encode()).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What credentials add to a request, signatures aside."""

    query: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    cookies: tuple[str, ...] = ()


def secrets(api: Api, names: Mapping[str, str]) -> Mapping[str, Secret]:
    """A secret for each scheme that takes one, by the scheme's key."""
    found: dict[str, Secret] = {}
    for key, scheme in api.security_schemes.items():
        name = names.get(key)
        if name is None or scheme.kind == "mutualTLS":
            continue
        text = f"test-{name.replace('_', '-')}"
        if not signable(scheme):
            if scheme.location == "header" and scheme.name:
                found[key] = Secret(text=text, signs=scheme.name)
            continue
        pair = scheme.kind == "http" and scheme.scheme.lower() == "basic"
        found[key] = Secret(text=text, user="test-user" if pair else None)
    return found


def signable(scheme: SecurityScheme) -> bool:
    """Whether the document says all about a signature (`x-signature`)."""
    signature = scheme.signature
    if signature is None:
        return True
    name = signature.algorithm.lower().removeprefix("hmac-")
    return name in DIGESTS and {*signature.over} <= {"body", "secret", "method", "url"}


def opening(
    api: Api, group: tuple[SchemeUse, ...], known: Mapping[str, Secret]
) -> Opening:
    """What the schemes of one alternative add."""
    query: list[str] = []
    headers: list[tuple[str, str]] = []
    cookies: list[str] = []
    for use in group:
        scheme, secret = api.security_schemes.get(use.key), known.get(use.key)
        if scheme is None or secret is None:
            continue
        if secret.signs:
            headers.append((secret.signs, secret.text))
        if scheme.signature is not None:
            continue
        match scheme.kind, scheme.location:
            case "apiKey", "query":
                pair = f"{uri.escaped(scheme.name)}={uri.escaped(secret.text)}"
                query.append(pair)
            case "apiKey", "cookie":
                cookies.append(f"{scheme.name}={secret.text}")
            case "apiKey", _:
                headers.append((scheme.name, secret.text))
            case _:
                headers.append(("Authorization", authorization(scheme, secret)))
    return Opening(query=tuple(query), headers=tuple(headers), cookies=tuple(cookies))


def authorization(scheme: SecurityScheme, secret: Secret) -> str:
    """The `Authorization` field: RFC 7617 section 2, RFC 6750 section 2.1."""
    if secret.user is not None:
        pair = f"{secret.user}:{secret.text}".encode()
        return f"Basic {base64.b64encode(pair).decode()}"
    if scheme.kind == "http" and scheme.scheme.lower() != "bearer":
        return f"{scheme.scheme} {secret.text}"
    return f"Bearer {secret.text}"


def signatures(
    api: Api,
    group: tuple[SchemeUse, ...],
    known: Mapping[str, Secret],
    *,
    method: str,
    url: str,
    body: bytes,
) -> tuple[tuple[str, str], ...]:
    """The signature headers of the final bytes (`x-signature`)."""
    found: list[tuple[str, str]] = []
    for use in group:
        scheme, secret = api.security_schemes.get(use.key), known.get(use.key)
        if scheme is None or secret is None or scheme.location != "header":
            continue
        signature = scheme.signature
        if signature is None or secret.signs:
            continue
        parts = {
            "body": body,
            "secret": secret.text.encode(),
            "method": method.encode(),
        }
        parts["url"] = url.encode()
        message = b"".join(parts[part] for part in signature.over)
        name = signature.algorithm.lower()
        if name.startswith("hmac-"):
            digest = hmac.digest(parts["secret"], message, name.removeprefix("hmac-"))
        else:
            digest = hashlib.new(name, message, usedforsecurity=False).digest()
        encoded = (
            digest.hex()
            if signature.encoding == "hex"
            else base64.b64encode(digest).decode()
        )
        found.append((scheme.name, encoded))
    return tuple(found)
