"""Requests that the service makes: read as documented, and verified on their raw bytes."""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Iterator, Mapping
from time import time
from typing import Generic, Literal, TypeVar, cast

import msgspec

from . import codec
from .deviations import DecodeFailure, Deviation
from .errors import DecodeError, SignatureError
from .failures import undecodable
from .models import JsonValue
from .transport import Headers

__all__ = ["Delivery", "Verifier", "Webhook"]

T_co = TypeVar("T_co", covariant=True)


class Delivery(msgspec.Struct, Generic[T_co], frozen=True, kw_only=True, eq=False):
    """What was delivered: an event that nobody knows is still there as `raw`."""

    value: T_co | None
    """As documented, or `None` where it is not what the document says."""
    raw: JsonValue
    deviations: tuple[Deviation, ...] = ()


class Verifier(msgspec.Struct, frozen=True, kw_only=True):
    """Checks who sent a request: an HMAC over its raw bytes, in a header.

    What is signed is the id and the timestamp, where they are sent, and the body, joined
    by dots. The header may hold several signatures, parted by spaces or commas, and a
    timestamp `t=`; any of them made with any of the secrets will do, so that secrets can
    be replaced while both are in use.
    """

    secrets: tuple[bytes, ...]
    header: str
    algorithm: str = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    """What stands before a signature: `sha256=`, `v1=`, `v1,`."""
    id_header: str = ""
    timestamp_header: str = ""
    tolerance: float = 300.0
    """Seconds that a timestamp may differ from now, so that nothing old is replayed."""

    def __repr__(self) -> str:
        return f"<Verifier {self.header}>"

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Raises:
            SignatureError: It was not signed with a secret of ours, or too long ago.
        """
        fields = headers if isinstance(headers, Headers) else Headers(headers)
        stated = fields.get(self.header, "")
        marked = re.search(r"(?:^|[ ,])t=(\d+)", stated)
        stamp = fields.get(self.timestamp_header, "") if self.timestamp_header else ""
        stamp = stamp or (marked[1] if marked else "")
        if stamp and not self._recent(stamp):
            raise SignatureError(
                "the request was signed too long ago, or in the future"
            )
        identifier = fields.get(self.id_header, "") if self.id_header else ""
        parts = [part.encode() for part in (identifier, stamp) if part]
        message = b".".join([*parts, body])
        for given in self._stated(stated):
            for secret in self.secrets:
                made = hmac.new(secret, message, self.algorithm).digest()
                if hmac.compare_digest(given, made):
                    return
        raise SignatureError(f"`{self.header}` holds no signature of a known secret")

    def _recent(self, stamp: str) -> bool:
        return stamp.isdigit() and abs(time() - int(stamp)) <= self.tolerance

    def _stated(self, text: str) -> Iterator[bytes]:
        """The signatures that a header holds."""
        pattern = rf"(?:^|[ ,]){re.escape(self.prefix)}([0-9A-Za-z+/=_-]+)"
        for match in re.finditer(pattern, text):
            try:
                if self.encoding == "hex":
                    yield bytes.fromhex(match[1])
                else:
                    yield base64.b64decode(match[1], validate=True)
            except ValueError:
                continue

    @classmethod
    def standard(cls, *secrets: str, tolerance: float = 300.0) -> Verifier:
        """The convention of Standard Webhooks: secrets are base64, after `whsec_`."""
        return cls(
            secrets=tuple(base64.b64decode(s.removeprefix("whsec_")) for s in secrets),
            header="webhook-signature",
            encoding="base64",
            prefix="v1,",
            id_header="webhook-id",
            timestamp_header="webhook-timestamp",
            tolerance=tolerance,
        )


class Webhook(msgspec.Struct, Generic[T_co], frozen=True, kw_only=True, eq=False):
    """One request that the service makes (OpenAPI 3.1 sections 4.8.1 and 4.8.18)."""

    name: str
    method: str = "POST"
    media_type: str = "application/json"
    type: object = None
    """The annotation of its body; `None` for none."""

    def parse(
        self,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        verifier: Verifier | None = None,
    ) -> T_co:
        """What a request says.

        Args:
            body: Its raw bytes: any other form of them has another signature.
            headers: Its header fields, for the verifier and the charset.
            verifier: Who may send it.

        Raises:
            SignatureError: Somebody else sent it.
            DecodeError: It is not what the document says; `read` takes it all the same.
        """
        found = self.read(body, headers=headers, verifier=verifier)
        if found.value is None and self.type is not None:
            raise self._told(undecodable(found.deviations, self.type))
        return cast("T_co", found.value)

    def read(
        self,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        verifier: Verifier | None = None,
    ) -> Delivery[T_co]:
        """As `parse`, but an event that nobody knows is no error.

        Raises:
            SignatureError: Somebody else sent it.
            DecodeError: It is not even JSON.
        """
        fields = Headers(headers or {})
        if verifier is not None:
            verifier.verify(body, fields)
        if self.type is None:
            return Delivery(value=None, raw=None)
        media_type = fields.get("content-type", self.media_type)
        deviations: tuple[Deviation, ...]
        value: T_co | None = None
        try:
            decoded, deviations = codec.decode(body, self.type, media_type)
            value = cast("T_co", decoded)
        except DecodeFailure as failed:
            deviations = failed.deviations
        return Delivery(
            value=value, raw=self._raw(body, media_type), deviations=deviations
        )

    def _raw(self, body: bytes, media_type: str) -> JsonValue:
        try:
            return cast("JsonValue", codec.decode(body, JsonValue, media_type)[0])
        except DecodeFailure as failed:
            raise self._told(undecodable(failed.deviations, None)) from None

    def _told(self, error: DecodeError) -> DecodeError:
        error.operation = self.name
        return error
