"""What comes one after the other: the tests of streams and of lists in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...link import (
    Constant,
    Content,
    JsonValue,
    Pointer,
    flat_schema,
    is_events,
    stream_of,
)
from ...oracle import (
    Call,
    ImpossibleError,
    Sent,
    UntoldError,
    paging,
    streamed,
)
from ..expressions import UnsayableError, bytes_text, wrapped_text
from ..pagination import paged
from ..streams import item_type, switch
from ..text import literal
from .calls import differences
from .deprecations import going
from .subject import USE, Subject
from .views import FunctionView

__all__ = ["Sequences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequences:
    """Writes the tests of an operation that gives more than one thing."""

    subject: Subject

    def functions(self, call: Call, text: str, sent: Sent) -> Iterator[FunctionView]:
        """The stream and the pages of an operation, if it has them.

        `call`, `text` and `sent` are the first call, and what it sends.
        """
        for promise, write in (
            ("gives a stream", self._stream),
            ("goes through all pages", self._pages),
        ):
            try:
                yield from write(call, text, sent)
            except (ImpossibleError, UntoldError, UnsayableError, ValueError) as reason:
                self.subject.leave(promise, reason)

    def _stream(self, call: Call, text: str, known: Sent) -> Iterator[FunctionView]:
        subject = self.subject
        content = stream_of(subject.operation)
        if content is None:
            return
        names = subject.annotations.names.operations[subject.operation.pointer]
        call = self._asking(call) if names.stream else call
        sent = subject.oracle.sent(subject.operation, call)
        plain = item_type(subject.annotations, content, USE).text == "str"
        found = streamed(subject.oracle, content, plain=plain)
        values = [self._item(content, found.schema, value) for value in found.values]
        checks = list(differences(sent, known))
        yield subject.test(
            "gives_a_stream",
            "What comes is given one by one, each as what it is.",
            [
                f"wire.answers(200, {bytes_text(found.text)}, "
                f"{literal(content.media_type)})",
                "",
                *self._found(call, _renamed(text, names.method, names.stream)),
                "",
                *(checks if len(checks) > 1 else ()),
                f"assert found == [{', '.join(values)}]",
            ],
        )

    def _found(self, call: Call, text: str) -> Iterator[str]:
        """What comes of a call, which warns of what is going away."""
        subject = self.subject
        if going(subject.annotations, subject.operation, call):
            yield "with pytest.warns(DeprecationWarning):"
            yield f"    found = items({text})"
        else:
            yield f"found = items({text})"

    def _asking(self, call: Call) -> Call:
        """The call with the member of its body that asks for a stream."""
        subject, body = self.subject, self.subject.operation.body
        flat = None if body is None else flat_schema(subject.annotations.api, body)
        told = switch(subject.annotations, flat)
        if told is None or call.body is None or not isinstance(call.body.value, dict):
            return call
        value = {**call.body.value, told.name: True}
        return replace(call, body=Constant(value=value))

    def _item(self, content: Content, pointer: Pointer | None, value: JsonValue) -> str:
        said = literal(value)
        if pointer is not None:
            said = self.subject.expressions.expression(pointer, value)
        return f"Event(data={said})" if is_events(content.media_type) else said

    def _pages(self, call: Call, text: str, known: Sent) -> Iterator[FunctionView]:
        subject = self.subject
        if paged(subject.annotations, subject.operation) is None:
            return
        names = subject.annotations.names.operations[subject.operation.pointer]
        found = paging(subject.oracle, subject.operation, call)
        values = [
            subject.expressions.expression(found.item, value) for value in found.items
        ]
        first, last = found.replies
        link = f", headers={{'Link': {literal(found.link)}}}" if found.link else ""
        yield subject.test(
            "goes_through_all_pages",
            "Each page is asked for as the one before says, until there is no more.",
            [
                f"wire.answers({first.status}, {bytes_text(first.body)}{link})",
                f"wire.answers({last.status}, {bytes_text(last.body)})",
                "",
                *self._found(call, _renamed(text, names.method, names.pages)),
                "",
                "first, second = wire.sent",
                f"assert first.url == {wrapped_text(known.url)}",
                f"assert second.url == {wrapped_text(found.second)}",
                f"assert found == [{', '.join(values)}]",
            ],
        )


def _renamed(text: str, old: str, new: str) -> str:
    """A call of another method with the same arguments."""
    return text.replace(f".{old}(", f".{new or old}(", 1)
