"""Waiting for a state that the service reports (`x-waiter`)."""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING, Final, Generic, TypeVar, Unpack

from anyio import sleep as asleep

from .aio import AsyncResource
from .arguments import Arguments, Parts
from .client import Resource
from .envelopes import same, value_at
from .errors import WaitError
from .operations import Operation, Waiter
from .options import Options
from .responses import ApiResponse
from .retries import retry_after

if TYPE_CHECKING:
    from .calls import Call

__all__ = ["AsyncWaitingResource", "WaitingResource"]

T = TypeVar("T")
GROWTH: Final = 1.5
"""How much longer each pause is than the last one."""
SLOWEST: Final = 10.0
"""How often the first pause fits into the longest one."""


class Wait(Generic[T]):
    """One wait, without any input or output."""

    def __init__(self, waiter: Waiter, options: Options | None) -> None:
        within = None if options is None else options.within
        self.waiter = waiter
        self.within = waiter.within if within is None else within
        self.deadline = monotonic() + self.within
        self.pause = waiter.every

    def over(self, call: Call[T], response: ApiResponse[T]) -> float | None:
        """Seconds until it is asked again; `None` if the state has come.

        Raises:
            WaitError: It cannot come any more, or did not come in time.
        """
        raw = response.response
        state = value_at(raw.body, self.waiter.member, raw.media_type)
        if any(same(state, each) for each in self.waiter.until):
            return None
        if any(same(state, each) for each in self.waiter.unless):
            raise self.ended(call, response, f"the state is {state!r}", state)
        asked = retry_after(response.headers)
        pause = self.pause if asked is None else asked
        self.pause = min(self.pause * GROWTH, self.waiter.every * SLOWEST)
        if monotonic() + pause > self.deadline:
            text = f"the state is still {state!r} after {self.within:g} s"
            raise self.ended(call, response, text, state, passing=True)
        return pause

    def ended(
        self,
        call: Call[T],
        response: ApiResponse[T],
        text: str,
        state: object,
        *,
        passing: bool = False,
    ) -> WaitError:
        """The error, with the last response."""
        error = WaitError(text, passing=passing)
        error.state, error.value = state, response.value
        call.explain(error.answered(response.response))
        return error


class WaitingResource(Resource):
    """Operations of one tag, some of which report a state that can be waited for."""

    __slots__ = ()

    def _until(
        self,
        operation: Operation[T],
        waiter: Waiter,
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        wait = Wait[T](waiter, options)
        while True:
            call = self._client.call(operation, Arguments(**parts), options)
            response = self._client.perform(call)
            pause = wait.over(call, response)
            if pause is None:
                return response.value
            sleep(pause)


class AsyncWaitingResource(AsyncResource):
    """Operations of one tag, some of which report a state that can be waited for."""

    __slots__ = ()

    async def _until(
        self,
        operation: Operation[T],
        waiter: Waiter,
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        wait = Wait[T](waiter, options)
        while True:
            call = self._client.call(operation, Arguments(**parts), options)
            response = await self._client.perform(call)
            pause = wait.over(call, response)
            if pause is None:
                return response.value
            await asleep(pause)
