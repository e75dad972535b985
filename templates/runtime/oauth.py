"""Access tokens that are fetched when they are needed (RFC 6749), and fetched anew.

One fetch serves all calls that wait for it, of any number of threads or tasks.
"""

from __future__ import annotations

import base64
from threading import Lock
from time import time
from typing import Final, Protocol
from urllib.parse import quote_plus, urlencode

import msgspec
from anyio import Lock as TaskLock

from .errors import ConfigurationError, TokenError
from .security import AsyncPost, Post, Scheme, Source
from .transport import Headers, Request, Response

__all__ = [
    "ClientCredentials",
    "Grant",
    "OAuthToken",
    "Password",
    "RefreshToken",
    "TokenStore",
]

SKEW: Final = 30.0
"""Seconds before its end from which on a token counts as expired."""


class OAuthToken(msgspec.Struct, frozen=True, kw_only=True):
    """What a token endpoint gave (RFC 6749 section 5.1)."""

    access_token: str
    expires_at: float | None = None
    """Seconds since 1970, or `None` if nobody knows."""
    refresh_token: str | None = None

    def __repr__(self) -> str:
        return f"OAuthToken(expires_at={self.expires_at!r})"

    @property
    def valid(self) -> bool:
        """Whether it can be used for a while."""
        return self.expires_at is None or time() < self.expires_at - SKEW


class TokenStore(Protocol):
    """Where tokens outlive a program. Called by one thread or task at a time."""

    def load(self) -> OAuthToken | None:
        """The token that was saved last, if any."""
        ...

    def save(self, token: OAuthToken) -> None:
        """Keep a token for later."""
        ...


class Answer(msgspec.Struct):
    """The body of a token endpoint, success or failure."""

    access_token: str = ""
    expires_in: float | str | None = None
    refresh_token: str | None = None
    error: str = ""
    error_description: str = ""


class Grant(Source):
    """A way to get tokens. Subclasses say what is asked for.

    Args:
        client_id: Who the client is.
        client_secret: How it proves that; public clients have none.
        token_url: Instead of the one that the document names.
        scopes: What the token shall allow; the service decides without them.
        store: Where tokens are kept between programs.
    """

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: tuple[str, ...] = (),
        store: TokenStore | None = None,
    ) -> None:
        self._client = (client_id, client_secret)
        self._token_url = token_url
        self._scopes = scopes
        self._store = store
        self._token: OAuthToken | None = None
        self._lock = Lock()
        self._task_lock = TaskLock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def _asked(self) -> dict[str, str]:
        """The parameters that ask for the first token."""
        raise NotImplementedError

    def secret(self, scheme: Scheme, post: Post) -> str:
        """A token that is valid now, fetched through `post` if there is none.

        Raises:
            TokenError: The token endpoint refused.
            TransportError: It did not answer.
        """
        token = self._token
        if token is not None and token.valid:
            return token.access_token
        with self._lock:
            token = self._known()
            while token is None:
                refresh = self._refreshing()
                token = self._read(post(self._request(scheme, refresh)), refresh)
            return token.access_token

    async def fetch(self, scheme: Scheme, post: AsyncPost) -> str:
        """The twin of `secret` for asynchronous clients."""
        token = self._token
        if token is not None and token.valid:
            return token.access_token
        async with self._task_lock:
            token = self._known()
            while token is None:
                refresh = self._refreshing()
                response = await post(self._request(scheme, refresh))
                token = self._read(response, refresh)
            return token.access_token

    def refused(self, secret: str) -> bool:
        """Forget a token that the service refused; whether another one may do better."""
        token = self._token
        if token is not None and token.access_token == secret:
            self._token = msgspec.structs.replace(token, expires_at=0.0)
        return True

    def _known(self) -> OAuthToken | None:
        """A valid token that somebody else fetched or saved."""
        if self._token is None and self._store is not None:
            self._token = self._store.load()
        token = self._token
        return token if token is not None and token.valid else None

    def _refreshing(self) -> str | None:
        """The refresh token, if there is one to be tried."""
        return None if self._token is None else self._token.refresh_token

    def _request(self, scheme: Scheme, refresh: str | None) -> Request:
        """What is sent to the token endpoint (RFC 6749 sections 2.3.1, 3.2 and 6)."""
        url = self._token_url or getattr(scheme, "token_url", "")
        if not url:
            raise ConfigurationError(
                "nobody says where tokens come from: pass `token_url`"
            )
        asked = (
            self._asked()
            if refresh is None
            else {"grant_type": "refresh_token", "refresh_token": refresh}
        )
        if self._scopes:
            asked["scope"] = " ".join(self._scopes)
        fields = [
            ("Accept", "application/json"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ]
        identifier, secret = self._client
        if secret is None:
            asked["client_id"] = identifier
        else:
            pair = f"{quote_plus(identifier)}:{quote_plus(secret)}".encode()
            fields.append(("Authorization", f"Basic {base64.b64encode(pair).decode()}"))
        return Request(
            method="POST",
            url=url,
            headers=Headers(fields),
            body=urlencode(asked).encode(),
        )

    def _read(self, response: Response, refresh: str | None) -> OAuthToken | None:
        """The token of an answer; `None` where only the refresh token was refused."""
        try:
            answer = msgspec.json.decode(response.body, type=Answer, strict=False)
        except msgspec.DecodeError:
            answer = Answer(error=f"status {response.status}")
        if response.status >= 400 or not answer.access_token:
            self._token = None
            if refresh is not None:
                return None
            reason = (
                answer.error_description or answer.error or f"status {response.status}"
            )
            error = TokenError(f"no access token: {reason}").answered(response)
            error.code = answer.error
            raise error
        lifetime = answer.expires_in
        self._token = OAuthToken(
            access_token=answer.access_token,
            expires_at=None if lifetime is None else time() + float(lifetime),
            refresh_token=answer.refresh_token or refresh,
        )
        if self._store is not None:
            self._store.save(self._token)
        return self._token


class ClientCredentials(Grant):
    """The client's own token (RFC 6749 section 4.4)."""

    def _asked(self) -> dict[str, str]:
        return {"grant_type": "client_credentials"}


class Password(Grant):
    """A token for a user's name and password (RFC 6749 section 4.3)."""

    def __init__(
        self,
        *,
        username: str,
        password: str,
        client_id: str,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: tuple[str, ...] = (),
        store: TokenStore | None = None,
    ) -> None:
        super().__init__(
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            scopes=scopes,
            store=store,
        )
        self._user = (username, password)

    def _asked(self) -> dict[str, str]:
        username, password = self._user
        return {"grant_type": "password", "username": username, "password": password}


class RefreshToken(Grant):
    """Tokens for a refresh token (RFC 6749 section 6), however that was obtained."""

    def __init__(
        self,
        *,
        refresh_token: str,
        client_id: str,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: tuple[str, ...] = (),
        store: TokenStore | None = None,
    ) -> None:
        super().__init__(
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            scopes=scopes,
            store=store,
        )
        self._refresh = refresh_token

    def _asked(self) -> dict[str, str]:
        return {"grant_type": "refresh_token", "refresh_token": self._refresh}
