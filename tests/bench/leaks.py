"""What 10,000 calls leave behind: connections, tasks, threads, files, memory.

    python -m tests.bench.leaks [--calls N]

Sync from 32 threads, asyncio and trio from 200 tasks at a time, one client each. A tenth
of the asynchronous calls is cancelled at random points.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "templates")]

import anyio  # noqa: E402
from runtime.asynchttp import AsyncHttpTransport  # noqa: E402
from runtime.http import HttpTransport  # noqa: E402

from tests.bench.sample import AsyncSample, Sample  # noqa: E402
from tests.support.canned import answering  # noqa: E402

TASKS = 200
OPEN = Path("/proc/self/fd")


def held() -> tuple[int, int, int]:
    """Traced bytes, threads, open files."""
    gc.collect()
    files = len([*OPEN.iterdir()]) if OPEN.is_dir() else 0
    return tracemalloc.get_traced_memory()[0], threading.active_count(), files


def told(
    name: str, calls: int, before: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    """Print one line."""
    memory, threads, files = (b - a for a, b in zip(before, after, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:<8} {calls:>6} calls   memory {memory / 1024:+7.1f} kB"
        f"   threads {threads:+d}   files {files:+d}   (peak of the process {peak} MB)"
    )


def sync(url: str, calls: int) -> None:
    """Threads on one client."""
    transport = HttpTransport()
    with Sample(base_url=url, transport=transport) as client:
        once = partial(read, client)
        with ThreadPoolExecutor(32) as threads:
            list(threads.map(once, range(500)))
        before = held()
        with ThreadPoolExecutor(32) as threads:
            list(threads.map(once, range(calls)))
        told("threads", calls, before, held())
        print(f"         {', '.join(repr(p.inner) for p in transport.pools.values())}")
    transport.close()


def read(client: Sample, number: int) -> None:
    """One call."""
    client.records.read(size=1000)


async def asynchronous(name: str, url: str, calls: int) -> None:
    """Tasks on one client."""
    chance = random.Random(1)

    async def once(client: AsyncSample) -> None:
        patience = chance.uniform(0, 0.01) if chance.random() < 0.1 else 30
        with anyio.move_on_after(patience):
            await client.records.read(size=1000)

    async def many(client: AsyncSample, count: int) -> None:
        for _ in range(count // TASKS):
            async with anyio.create_task_group() as group:
                for _ in range(TASKS):
                    group.start_soon(once, client)

    transport = AsyncHttpTransport()
    client = AsyncSample(base_url=url, transport=transport)
    await many(client, 1000)
    before = held()
    await many(client, calls)
    told(name, calls, before, held())
    print(f"         {', '.join(repr(p.inner) for p in transport.pools.values())}")
    await transport.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--calls", type=int, default=10_000)
    calls = parser.parse_args().calls
    tracemalloc.start()
    with answering() as url:
        sync(url, calls)
        anyio.run(asynchronous, "asyncio", url, calls, backend="asyncio")
        anyio.run(asynchronous, "trio", url, calls, backend="trio")


if __name__ == "__main__":
    main()
