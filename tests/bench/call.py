"""What a call costs: a client's CPU as a ratio to httpx2 with `json.loads`.

    python -m tests.bench.call [--profile] [--calls N]

Both call a server in a process of its own, over one kept connection, with a response of
1 kB and one of 100 kB. Measured in turns; the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import json
import statistics
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "templates")]

import httpx2  # noqa: E402

from tests.bench.sample import AsyncSample, Sample  # noqa: E402
from tests.support.canned import answering  # noqa: E402

SIZES = (1_000, 100_000)
ROUNDS = 15
BAR = 1.25


def spent(calls: int, once: Callable[[], object]) -> float:
    """CPU seconds a call."""
    began = process_time()
    for _ in range(calls):
        once()
    return (process_time() - began) / calls


async def aspent(calls: int, once: Callable[[], Awaitable[object]]) -> float:
    """CPU seconds a call."""
    began = process_time()
    for _ in range(calls):
        await once()
    return (process_time() - began) / calls


def told(name: str, bare: list[float], ours: list[float]) -> None:
    """Print one line."""
    theirs, own = statistics.median(bare), statistics.median(ours)
    ratio = own / theirs
    verdict = "" if ratio <= BAR else f"  (above {BAR})"
    print(
        f"{name:<16} httpx2 {theirs * 1e6:7.0f} us   client {own * 1e6:7.0f} us"
        f"   ratio {ratio:.2f}{verdict}"
    )


def sync(url: str, size: int, calls: int) -> None:
    """Sync calls."""
    with httpx2.Client() as plain, Sample(base_url=url) as client:

        def bare() -> object:
            response = plain.get(f"{url}/records/{size}")
            response.raise_for_status()
            return json.loads(response.content)

        def own() -> object:
            return client.records.read(size=size)

        bare()
        own()
        times = [(spent(calls, bare), spent(calls, own)) for _ in range(ROUNDS)]
    told(f"sync {size // 1000} kB", [t[0] for t in times], [t[1] for t in times])


async def asynchronous(url: str, size: int, calls: int) -> None:
    """Async calls."""
    async with httpx2.AsyncClient() as plain, AsyncSample(base_url=url) as client:

        async def bare() -> object:
            response = await plain.get(f"{url}/records/{size}")
            response.raise_for_status()
            return json.loads(response.content)

        async def own() -> object:
            return await client.records.read(size=size)

        await bare()
        await own()
        times = [
            (await aspent(calls, bare), await aspent(calls, own)) for _ in range(ROUNDS)
        ]
    told(f"async {size // 1000} kB", [t[0] for t in times], [t[1] for t in times])


def profiled(url: str, calls: int) -> None:
    """Where the time of sync calls goes."""
    with Sample(base_url=url) as client, cProfile.Profile() as profile:
        for _ in range(calls):
            client.records.read(size=SIZES[0])
    profile.create_stats()
    import pstats

    pstats.Stats(profile).sort_stats("tottime").print_stats(45)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--calls", type=int, default=100)
    options = parser.parse_args()
    with answering() as url:
        if options.profile:
            profiled(url, 2000)
            return
        for size in SIZES:
            sync(url, size, options.calls)
        for size in SIZES:
            asyncio.run(asynchronous(url, size, options.calls))


if __name__ == "__main__":
    main()
