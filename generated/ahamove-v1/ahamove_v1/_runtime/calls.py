"""One call of an operation, without any input or output: clients drive it.

A client asks for a request, sends it, and tells what came of it (`received`, `failed`)
until it hears that it is over; sync and async clients differ in nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from time import monotonic
from typing import Final, Generic, TypeVar, cast
from uuid import uuid4

from .answers import fails, failure, reading
from .arguments import Arguments
from .draft import Draft
from .drafting import drafted, going, shown
from .errors import (
    ApiError,
    ApiStatusError,
    Attempt,
    DecodeError,
    OutcomeUnknownError,
    RequestError,
    TimeoutError,
    TransportError,
)
from .failures import undecodable
from .operations import Operation
from .plans import Plan, plan
from .redirects import MOST_REDIRECTS, REDIRECTS, origin, resolved
from .responses import ApiResponse, headed
from .retries import MAX_WAIT, SAFE, backoff, passing, retry_after
from .security import Chosen, Secret, Signer, alternative, refused, signed
from .settings import Settings
from .transport import Request, Response
from .uploads import Upload

__all__ = ["Call", "going"]

T = TypeVar("T")
LOG: Final = logging.getLogger(__name__.partition(".")[0])


class Call(Generic[T]):
    """A call under way."""

    __slots__ = (
        "abroad",
        "arguments",
        "attempts",
        "began",
        "chosen",
        "deadline",
        "draft",
        "failures",
        "key",
        "lost",
        "operation",
        "plan",
        "redirects",
        "renewed",
        "secrets",
        "settings",
    )

    def __init__(
        self,
        operation: Operation[T],
        settings: Settings,
        arguments: Arguments,
    ) -> None:
        """Put the request together.

        Raises:
            RequestError: It can't be sent as the document says. Nothing was sent.
        """
        self.operation = operation
        self.settings = settings
        self.arguments = arguments
        self.plan: Plan = plan(operation)
        self.attempts: list[Attempt] = []
        self.failures = 0
        self.redirects = 0
        self.renewed = False
        self.secrets: Sequence[Secret | Signer] = ()
        self.abroad = False
        self.began = monotonic()
        total = settings.timeout.total
        self.deadline = None if total is None else self.began + total
        self.key: str | None = None
        self.lost = False
        self.chosen: Chosen = ()
        self.draft: Draft = self._drafted()

    def _drafted(self) -> Draft:
        try:
            self.chosen = alternative(
                self.operation.security,
                self.settings.schemes,
                self.settings.credentials,
                self.settings.keywords,
            )
            draft = drafted(self.operation, self.settings, self.arguments)
            if self.operation.idempotency:
                self.key = self.settings.idempotency_key or str(uuid4())
                draft.set(self.operation.idempotency, self.key)
            return draft
        except RequestError as error:
            raise self._told(error) from None
        except ValueError as error:
            raise self._told(RequestError(str(error))) from None

    @property
    def wanted(self) -> Chosen:
        """The schemes of the next attempt, whose secrets it needs."""
        return () if self.abroad else self.chosen

    def request(self, secrets: Sequence[Secret | Signer]) -> Request:
        """The next attempt, with the secrets of `wanted`: signatures are made anew.

        Raises:
            RequestError: A secret cannot be sent.
            TimeoutError: There is no time left.
        """
        limits = self.settings.timeout
        if self.deadline is not None:
            left = self.deadline - monotonic()
            if left <= 0:
                raise self._ended(TimeoutError("no time is left", sent=False))
            limits = limits.within(left)
        draft = self.draft
        self.secrets = secrets
        if secrets:
            draft = draft.copy()
            try:
                for (scheme, _), secret in zip(self.wanted, secrets, strict=True):
                    if isinstance(secret, Signer):
                        signed(draft, secret)
                    else:
                        scheme.apply(draft, secret)
            except RequestError as error:
                raise self._ended(error) from None
        attempt = len(self.attempts) + 1
        return draft.finish(limits, self.operation.name, attempt)

    def received(self, response: Response) -> float | None:
        """Seconds until the next attempt, or `None` if this response is the answer."""
        self.attempts.append(Attempt(status=response.status, elapsed=response.elapsed))
        self._log(f"{response.status}", response.elapsed)
        if response.status in REDIRECTS and self._follows(response):
            return 0.0
        if self._spent:
            return None
        if response.status == 401 and not self.renewed:
            self.renewed = any(map(refused, self.wanted, self.secrets))
            if self.renewed:
                return 0.0
        if not (passing(response.status) and self.plan.repeatable):
            return None
        self.failures += 1
        asked = retry_after(response.headers)
        return self._wait(backoff(self.failures) if asked is None else asked)

    def failed(self, error: TransportError, elapsed: float) -> float:
        """Seconds until the next attempt after one without a response.

        Raises:
            TransportError: There is none.
            OutcomeUnknownError: There is none, and the service may have acted.
        """
        name = type(error).__name__
        self.attempts.append(Attempt(error=f"{name}: {error}", elapsed=elapsed))
        self._log(name, elapsed)
        self.failures += 1
        self.lost = self.lost or (error.sent and not self.plan.idempotent)
        possible = self.plan.repeatable or not error.sent
        if error.passing and possible and not self._spent:
            wait = self._wait(backoff(self.failures))
            if wait is not None:
                return wait
        raise self._ended(error)

    def _log(self, outcome: str, elapsed: float) -> None:
        """Tell of an attempt, by the template of its path: values may be secrets."""
        LOG.debug(
            "%s: %s %s: %s after %.3f s",
            self.operation.name,
            self.operation.method,
            self.operation.path,
            outcome,
            elapsed,
        )

    def _wait(self, seconds: float) -> float | None:
        """The wait, if it is worth it: some attempt and enough time must be left."""
        if self.failures > self.settings.max_retries or seconds > MAX_WAIT:
            return None
        if self.deadline is not None and monotonic() + seconds >= self.deadline:
            return None
        return seconds

    def _follows(self, response: Response) -> bool:
        """Turn to where a redirect leads; a documented one is an answer."""
        safe = self.draft.method.upper() in SAFE and not self.operation.unsafe
        if not safe or self.redirects == MOST_REDIRECTS:
            return False
        target = response.headers.get("location")
        documented = not fails(self.operation, response.status)
        if not target or documented or not self.turn(target):
            return False
        self.redirects += 1
        return True

    def turn(self, target: str) -> bool:
        """Send the next request to another URL; whether there is one.

        To another origin nothing that the caller gave goes along.
        """
        url = resolved(self.draft.url, target)
        if url is None:
            return False
        if origin(url) != origin(self.draft.url):
            self.abroad = True
            self.draft = self.draft.public()
        self.draft = self.draft.elsewhere(url)
        return True

    def finish(self, response: Response) -> ApiResponse[T]:
        """The value of the answer, and all that came with it.

        Raises:
            ApiStatusError: The answer means failure.
            DecodeError: It is not what the document says.
        """
        try:
            if fails(self.operation, response.status):
                error = failure(self.operation, response)
                raise self._ended(error) if passing(response.status) else error
            answer = self._read(response)
            watched = self.settings.strict or self.settings.on_deviation is not None
            deviations = answer.deviations if watched else ()
            if deviations and self.settings.strict:
                raise undecodable(deviations, None).answered(response)
        except (ApiStatusError, DecodeError) as refused:
            raise self._told(refused) from None
        self.settings.report(self.operation.name, deviations)
        return answer

    def _read(self, response: Response) -> ApiResponse[T]:
        found = reading(self.operation, response)
        whole = ApiResponse(
            value=cast("T", found.value),
            response=response,
            drift=found.deviations,
            attempts=tuple(self.attempts),
            idempotency_key=self.key,
            url=self.draft.url,
            arguments=self.arguments if self.operation.linked else Arguments(),
        )
        return headed(whole, self.operation.headers)

    def explain(self, error: ApiError) -> ApiError:
        """An error from elsewhere (a token that could not be had) as one of this call."""
        return self._ended(error)

    def _ended(self, error: ApiError) -> ApiError:
        """The error that the call ends with: what settles nothing leaves all unknown."""
        if not self.lost:
            return self._told(error)
        unknown = OutcomeUnknownError(f"no answer ({error}); it may have been done")
        unknown.reconcile = self.operation.reconcile
        if error.response is not None:
            unknown.answered(error.response)
        unknown.__cause__ = self._told(error)
        return self._told(unknown)

    def _told(self, error: ApiError) -> ApiError:
        """The error with the story of the call."""
        error.operation = error.operation or self.operation.name
        error.attempts = tuple(self.attempts)
        error.idempotency_key = self.key
        error.request = shown(
            self.operation, self.settings, self.arguments, self.chosen
        )
        if self._spent:
            error.add_note("Its body was a stream, which could be sent only once.")
        return error

    @property
    def _spent(self) -> bool:
        """Whether the body was read and cannot be read again."""
        body = self.draft.body if self.attempts else b""
        return isinstance(body, Upload) and body.spent
