"""Security schemes (OpenAPI 3.1 section 4.8.27) and the credentials that fill them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias
from urllib.parse import quote

import msgspec

from .draft import Draft
from .errors import ConfigurationError, MissingCredentialError, RequestError
from .transport import Headers, Request, Response
from .uploads import Upload

__all__ = [
    "ApiKey",
    "AsyncPost",
    "Basic",
    "Bearer",
    "Credential",
    "HttpScheme",
    "MutualTLS",
    "OAuth2",
    "Post",
    "Scheme",
    "Secret",
    "Signature",
    "Signer",
    "Source",
    "alternative",
    "known",
    "refused",
]

MASK = "redacted"
DIGESTS = ("md5", "sha1", "sha256", "sha384", "sha512")


class Signer(msgspec.Struct, frozen=True):
    """The caller's own way to sign: called once an attempt, on the final bytes.

    `sign(method, url, headers, body)` gives the header fields to add.
    """

    sign: Callable[[str, str, Mapping[str, str], bytes], Mapping[str, str]]


Secret: TypeAlias = str | tuple[str, str]
"""A token, a key, or a pair of user name and password."""

Post: TypeAlias = "Callable[[Request], Response]"
AsyncPost: TypeAlias = "Callable[[Request], Awaitable[Response]]"


class Source(ABC):
    """A credential that gets its secret from a service, and gets another one if need be."""

    @abstractmethod
    def secret(self, scheme: Scheme, post: Post, /) -> str:
        """The secret of now; `post` reaches the service."""

    @abstractmethod
    async def fetch(self, scheme: Scheme, post: AsyncPost, /) -> str:
        """The same for asynchronous clients."""

    @abstractmethod
    def refused(self, secret: str, /) -> bool:
        """Hear that a secret was refused; whether it makes sense to ask again."""


Credential: TypeAlias = (
    Secret | Callable[[], Secret] | Callable[[], Awaitable[Secret]] | Signer | Source
)
"""A secret, a callable that gives one (asked at every attempt), a signer, or a source."""


class ApiKey(msgspec.Struct, frozen=True):
    """A key in a header, in the query or in a cookie."""

    location: str
    name: str

    def apply(self, draft: Draft, secret: Secret) -> None:
        """Write the secret into the request."""
        value = text(secret)
        if self.location == "query":
            draft.query.append(f"{quote(self.name, safe='')}={quote(value, safe='')}")
        elif self.location == "cookie":
            draft.cookies.append(f"{self.name}={cookie_value(self.name, value)}")
        else:
            draft.set(self.name, value)

    def mask(self, draft: Draft) -> None:
        """Write what people may read in its place."""
        self.apply(draft, MASK)


class HttpScheme(msgspec.Struct, frozen=True):
    """`Authorization: <scheme> <secret>` (RFC 9110 section 11.6.2)."""

    scheme: str

    def apply(self, draft: Draft, secret: Secret) -> None:
        """Write the secret into the request."""
        draft.set("Authorization", f"{self.scheme} {text(secret)}")

    def mask(self, draft: Draft) -> None:
        """Write what people may read in its place."""
        draft.set("Authorization", f"{self.scheme} {MASK}")


class Bearer(HttpScheme, frozen=True):
    """A bearer token (RFC 6750 section 2.1), however it was obtained."""

    scheme: str = "Bearer"


class OAuth2(Bearer, frozen=True):
    """A bearer token that a token endpoint gives (OpenAPI 3.1 section 4.8.28)."""

    token_url: str = ""


class Basic(HttpScheme, frozen=True):
    """User name and password (RFC 7617): a pair, or one text with a colon."""

    scheme: str = "Basic"

    def apply(self, draft: Draft, secret: Secret) -> None:
        """Write the secret into the request."""
        if not isinstance(secret, str):
            if ":" in secret[0]:
                raise RequestError("a user name holds no colon (RFC 7617 section 2)")
            secret = ":".join(secret)
        encoded = base64.b64encode(secret.encode()).decode()
        draft.set("Authorization", f"Basic {encoded}")


class MutualTLS(msgspec.Struct, frozen=True):
    """A client certificate: the transport's matter, so nothing is written."""

    def apply(self, draft: Draft, secret: Secret) -> None:
        """Write nothing."""

    def mask(self, draft: Draft) -> None:
        """Write nothing."""


class Signature(msgspec.Struct, frozen=True):
    """`x-signature`: a digest over the final bytes, made with the caller's secret.

    `algorithm` is a digest of `hashlib` or `hmac-` and one (the secret is then the key).
    `over` lists what is digested, without anything between: `body`, `secret`, `method`,
    `url`. With any other algorithm the caller must give a `Signer`.
    """

    location: str
    name: str
    algorithm: str = "hmac-sha256"
    over: tuple[str, ...] = ("body",)
    encoding: str = "hex"

    def apply(self, draft: Draft, secret: Secret) -> None:
        """Sign the request as it stands."""
        raw = self.digest(draft, text(secret).encode())
        hexadecimal = self.encoding == "hex"
        value = raw.hex() if hexadecimal else base64.b64encode(raw).decode()
        ApiKey(self.location, self.name).apply(draft, value)

    def mask(self, draft: Draft) -> None:
        """Write what people may read in its place."""
        ApiKey(self.location, self.name).mask(draft)

    def digest(self, draft: Draft, secret: bytes) -> bytes:
        """The digest, raw."""
        _, keyed, name = self.algorithm.lower().rpartition("hmac-")
        parts = {
            "body": final_bytes(draft),
            "secret": secret,
            "method": draft.method.encode(),
            "url": draft.url.encode(),
        }
        if name not in DIGESTS or not set(self.over) <= set(parts):
            raise ConfigurationError(
                f"the signature `{self.algorithm}` over {', '.join(self.over)} is the "
                "caller's to make: pass a `Signer`"
            )
        message = b"".join(parts[part] for part in self.over)
        if keyed:
            return hmac.new(secret, message, name).digest()
        return hashlib.new(name, message, usedforsecurity=False).digest()


Scheme: TypeAlias = ApiKey | HttpScheme | MutualTLS | Signature
"""`apply` writes a secret into a draft; `mask` what people may read in its place."""


def signed(draft: Draft, signer: Signer) -> None:
    """Add what the caller's signer gives for the request as it stands."""
    body = final_bytes(draft)
    fields = signer.sign(draft.method, draft.url, Headers(draft.headers), body)
    for name, value in fields.items():
        draft.set(name, value)


def final_bytes(draft: Draft) -> bytes:
    """The body, which can only be signed when it is known."""
    if isinstance(draft.body, Upload):
        draft.body = b"".join(draft.body)
    if not isinstance(draft.body, bytes):
        raise RequestError("a signed body must be bytes, not a stream")
    return draft.body


def text(secret: Secret) -> str:
    """A secret of one part."""
    if isinstance(secret, str):
        return secret
    raise ConfigurationError("this credential is one text, not a pair")


def cookie_value(name: str, value: str) -> str:
    """A cookie's value (RFC 6265 section 4.1.1), checked, not encoded."""
    if re.search(r"[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]", value):
        raise RequestError(f"the cookie `{name}` holds a character that none may hold")
    return value


Keywords: TypeAlias = Mapping[str, tuple[str, str]]
"""By scheme: the client's keyword, and the environment variable that it falls back to."""

Chosen: TypeAlias = tuple[tuple[Scheme, Credential], ...]
"""The schemes of one alternative, signatures last, each with its credential."""


def known(
    credentials: Mapping[str, Credential | None], keywords: Keywords
) -> Mapping[str, Credential]:
    """The credentials that there are: given ones, else those of the environment."""
    found: dict[str, Credential] = {}
    for key, given in credentials.items():
        credential = given or os.environ.get(keywords.get(key, ("", ""))[1])
        if credential:
            found[key] = credential
    return found


def alternative(
    requirement: tuple[tuple[str, ...], ...],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
    keywords: Keywords,
) -> Chosen:
    """The first alternative whose credentials are all there, if none asks for it and more.

    Raises:
        MissingCredentialError: There is none; the message names what could be given.
    """
    usable = [
        keys
        for keys in requirement
        if all(
            key in credentials or isinstance(schemes[key], MutualTLS) for key in keys
        )
    ]
    for keys in usable:
        if not any({*keys} < {*others} for others in usable):
            pairs = [(schemes[key], credentials.get(key, "")) for key in keys]
            return tuple(sorted(pairs, key=is_last))
    if not requirement:
        return ()
    wanted = " or ".join(
        " and ".join(described(key, keywords) for key in keys) for keys in requirement
    )
    raise MissingCredentialError(f"this operation needs {wanted}")


def is_last(pair: tuple[Scheme, Credential]) -> bool:
    """Whether a scheme must wait for the others."""
    scheme, credential = pair
    return isinstance(scheme, Signature) or isinstance(credential, Signer)


def described(key: str, keywords: Keywords) -> str:
    """A credential as the caller would give it."""
    keyword, variable = keywords.get(key, (key, ""))
    return f"`{keyword}` (or ${variable})" if variable else f"`{keyword}`"


def refused(pair: tuple[Scheme, Credential], secret: Secret | Signer) -> bool:
    """Whether the source of a refused secret may give a better one."""
    source = pair[1]
    return isinstance(source, Source) and source.refused(str(secret))
