"""Failures as exception classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..link import Api, ErrorCode, Response
from .collisions import Claim, settle
from .identifiers import pascal, usable
from .reserved import ERRORS, KEYWORDS
from .scope import Scope

__all__ = ["errors"]

PHRASES: Final = {
    "300": "MultipleChoices",
    "301": "MovedPermanently",
    "302": "Found",
    "303": "SeeOther",
    "304": "NotModified",
    "305": "UseProxy",
    "307": "TemporaryRedirect",
    "308": "PermanentRedirect",
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "407": "ProxyAuthenticationRequired",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "411": "LengthRequired",
    "412": "PreconditionFailed",
    "413": "ContentTooLarge",
    "414": "URITooLong",
    "415": "UnsupportedMediaType",
    "416": "RangeNotSatisfiable",
    "417": "ExpectationFailed",
    "418": "ImATeapot",
    "421": "MisdirectedRequest",
    "422": "UnprocessableContent",
    "423": "Locked",
    "424": "FailedDependency",
    "425": "TooEarly",
    "426": "UpgradeRequired",
    "428": "PreconditionRequired",
    "429": "TooManyRequests",
    "431": "RequestHeaderFieldsTooLarge",
    "451": "UnavailableForLegalReasons",
    "500": "InternalServer",
    "501": "NotImplementedByServer",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
    "505": "HTTPVersionNotSupported",
    "506": "VariantAlsoNegotiates",
    "507": "InsufficientStorage",
    "508": "LoopDetected",
    "510": "NotExtended",
    "511": "NetworkAuthenticationRequired",
    "3XX": "Redirection",
    "4XX": "Client",
    "5XX": "Server",
    "DEFAULT": "UnexpectedStatus",
}
"""RFC 9110 section 15 and IANA's registry, written out: Python's phrases change between
its versions. `NotImplementedError` is Python's, so that 501 says more."""


def errors(scope: Scope) -> dict[str, str]:
    """`404`, `4XX`, `default` or `406/CODE` -> exception class."""
    claims: dict[str, Claim] = {}
    stated: set[str] = set()
    for response in _responses(scope.api):
        if response.status[:1] not in ("1", "2"):
            claims.setdefault(response.status, _status_claim(response))
        for code in response.error_codes:
            key = f"{response.status}/{code.code}"
            if key not in claims or (code.python_name and key not in stated):
                claims[key] = _code_claim(scope, response, code)
            if code.python_name:
                stated.add(key)
    return settle(claims.values(), scope.report, taken=ERRORS)


def _responses(api: Api) -> Iterator[Response]:
    for operation in api.operations:
        yield from operation.responses


def _phrase(status: str) -> str:
    return PHRASES.get(status.upper()) or pascal(f"status {status}") or "Status"


def _status_claim(response: Response) -> Claim:
    phrase = _phrase(response.status)
    return Claim(
        key=response.status,
        wishes=(f"{phrase}Error",),
        pattern=f"{phrase}Error{{}}",
        pointer=response.pointer,
    )


def _code_claim(scope: Scope, response: Response, code: ErrorCode) -> Claim:
    key = f"{response.status}/{code.code}"
    stated = scope.stated(
        response.pointer + "/" + code.code, code.python_name, type_=True
    )
    if stated:
        return Claim(
            key=key,
            wishes=(stated,),
            pattern=f"{stated}{{}}",
            pointer=response.pointer,
            rank=-1,
        )
    stem = _stem(code.code)
    phrase = _phrase(response.status)
    longer = f"{stem}CodeError" if stem == phrase else f"{phrase}{stem}Error"
    wishes = (f"{stem}Error", longer) if stem else ()
    return Claim(
        key=key,
        wishes=wishes,
        pattern=f"{phrase}{stem}Error{{}}",
        pointer=response.pointer,
        rank=1,
    )


def _stem(code: str) -> str:
    text = f"code {code}" if code[:1].isdigit() else code
    stem = pascal(text)
    stem = stem.removesuffix("Error").removesuffix("Exception") or stem
    return stem if usable(stem) not in KEYWORDS else f"{stem}Code"
