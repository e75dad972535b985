"""The first call that a newcomer makes, as it stands in the README."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link import Api, Operation, written
from ..name import Names
from ..oracle import (
    UNNAMED,
    ImpossibleError,
    Oracle,
    Sendings,
    secrets,
)
from .annotation import Annotations
from .client import variable
from .expressions import Expressions, UnsayableError
from .imports import Import, import_block
from .media import sent_as
from .testing import Calls, variables_of
from .text import literal

__all__ = ["quick_start"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A call that can be made, and what its expression imports."""

    operation: Operation
    text: str
    imports: frozenset[Import]


def quick_start(annotations: Annotations) -> Iterator[str]:
    """Lines of Markdown: the first call, sync and async, and other formats of its body.

    Credentials come from environment variables, so that it runs as it is printed.
    """
    sample = _sample(annotations)
    if sample is None:
        return
    names = annotations.names
    arguments = ", ".join(_arguments(annotations.api, names))
    yield from ("## Quick start", "", *_credentials(annotations, sample), "```python")
    yield _head(sample, names, names.client)
    yield from ("", f"with {names.client}({arguments}) as client:", "    try:")
    yield from (f"        result = {sample.text}", "        print(result)")
    yield from (
        "    except errors.ApiError as error:",
        "        print(error)",
        "```",
        "",
    )
    yield from (
        "Without waiting, under asyncio or trio:",
        "",
        "```python",
        "import asyncio",
    )
    yield _head(sample, names, f"Async{names.client}", errors=False)
    yield from ("", "async def main() -> None:")
    yield f"    async with Async{names.client}({arguments}) as client:"
    yield from (
        f"        print(await {sample.text})",
        "",
        "asyncio.run(main())",
        "```",
        "",
    )
    yield from _formats(annotations, sample, arguments)


def _credentials(annotations: Annotations, sample: Sample) -> Iterator[str]:
    """How the client gets what this call needs."""
    api, names = annotations.api, annotations.names
    alternatives = dict.fromkeys(
        " and ".join(
            f"`${variable(names, names.credentials[use.key])}`"
            for use in alternative
            if api.security_schemes[use.key].kind != "mutualTLS"
        )
        for alternative in sample.operation.security
    )
    told = ", or from ".join(each for each in alternatives if each)
    if told:
        yield f"Credentials are read from {told}, or given as arguments."
        yield ""


def _formats(annotations: Annotations, sample: Sample, arguments: str) -> Iterator[str]:
    """The same call with a body in another format, where the caller may choose."""
    body, names = sample.operation.body, annotations.names
    contents = () if body is None else written(annotations.api, body)
    choices = list(dict.fromkeys(sent_as(annotations, each) for each in contents))
    if len(choices) < 2 or "content_type=" in sample.text:
        return
    others = " or ".join(f"`{each}`" for each in choices[1:])
    begun = sample.text.removesuffix(")")
    comma = "" if begun.endswith("(") else ", "
    text = f"{begun}{comma}content_type={literal(choices[1])})"
    yield from (f"Bodies can also travel as {others}:", "", "```python")
    yield _head(sample, names, names.client, errors=False)
    yield from ("", f"with {names.client}({arguments}) as client:")
    yield from (f"    result = {text}", "    print(result)", "```", "")


def _head(sample: Sample, names: Names, client: str, *, errors: bool = True) -> str:
    wanted = [client, *(["errors"] if errors else [])]
    return import_block(
        {*sample.imports, *(Import(module=names.package, name=each) for each in wanted)}
    )


def _sample(annotations: Annotations) -> Sample | None:
    """The first operation that can be called with values of the document."""
    api, names = annotations.api, annotations.names
    known = secrets(api, names.credentials)
    oracle = Oracle(api=api, secrets=known, variables=variables_of(api, names))
    sendings = Sendings(oracle=oracle)
    for operation in api.operations:
        expressions = Expressions(annotations=annotations)
        calls = Calls(
            annotations=annotations, expressions=expressions, operation=operation
        )
        try:
            text = calls.call(sendings.first(operation))
            imports = frozenset(expressions.imports)
            return Sample(operation=operation, text=text, imports=imports)
        except (ImpossibleError, UnsayableError):
            continue
    return None


def _arguments(api: Api, names: Names) -> Iterator[str]:
    """What the client cannot do without, credentials aside."""
    if not api.servers or "://" not in api.servers[0].url:
        yield f"base_url={literal(UNNAMED)}"
        return
    known = variables_of(api, names)
    for each in api.servers[0].variables:
        if each.default is None:
            keyword = names.variables[each.pointer]
            yield f"{keyword}={literal(known[each.name])}"
