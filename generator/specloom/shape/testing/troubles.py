"""What the client does with strange answers: the facts of strictness and of drift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...link import NullValue, Object, is_json, resolve
from ...oracle import ImpossibleError, Oracle, Values, as_json, drift
from ..annotation import Annotations
from ..expressions import bytes_text
from ..text import literal
from .facts import JSON, fact
from .maker import Probe

__all__ = ["Troubles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubles:
    """Says what is strange."""

    annotations: Annotations
    oracle: Oracle

    def facts(self, probes: Sequence[Probe]) -> Iterator[str]:
        """What is stated of strange answers, with the first operations that it fits."""
        clear = next(filter(self._is_clear, probes), None)
        if clear is not None:
            yield f"answered={clear.name}"
        found = (self._drifting(each) for each in probes)
        drifts = next((each for each in found if each), "")
        if drifts:
            yield f"drifts={drifts}"

    def _is_clear(self, probe: Probe) -> bool:
        """Whether a strange media type would be noticed: where there is a value to read."""
        success = probe.success
        if success is None or not success.reply.body or success.schema is None:
            return False
        shape = resolve(self.annotations.api, success.schema).shape
        return not isinstance(shape, NullValue) and not any(
            "*" in content.media_type
            for response in probe.operation.responses
            for content in response.contents
        )

    def _drifting(self, probe: Probe) -> str:
        """An answer that has not everything as documented, if that can be told."""
        success = probe.success
        content = None if success is None else success.content
        if success is None or content is None or content.schema is None:
            return ""
        shape = resolve(self.annotations.api, content.schema).shape
        if success.schema != content.schema or not isinstance(shape, Object):
            return ""
        values = Values(reading=self.oracle.reading)
        try:
            found = drift(values, content.schema, shape)
        except ImpossibleError:
            return ""
        if found is None or not found.lost or not is_json(content.media_type):
            return ""
        text = as_json(values.reading, content.schema, found.sent)
        kind = "" if content.media_type == JSON else literal(content.media_type)
        status, place = str(success.reply.status), literal(found.lost[0])
        return fact(
            "Drifts", probe.name, status, bytes_text(text), place, media_type=kind
        )
