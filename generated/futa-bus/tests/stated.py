# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What tests say of this client: words for what it promises, and the promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from futa_bus import FutaBus
from futa_bus._runtime import statements
from futa_bus._runtime.objects import whole
from futa_bus._runtime.promises import (
    test_answers_are_read,
    test_calls_are_repeated,
    test_calls_arrive,
    test_examples_are_read_whole,
    test_failures_are_raised,
    test_falsy_values_arrive,
    test_models_bear_what_is_new,
    test_models_need_the_required,
    test_models_tell_null,
    test_models_travel_whole,
    test_odd_values_arrive,
    test_unions_are_told_apart,
)
from futa_bus._runtime.statements import Answers, Example, Raises, Shows

__all__ = [
    "Answers",
    "Escapes",
    "Example",
    "Keeps",
    "Make",
    "Operation",
    "Raises",
    "Sends",
    "Shows",
    "test_answers_are_read",
    "test_calls_are_repeated",
    "test_calls_arrive",
    "test_examples_are_read_whole",
    "test_failures_are_raised",
    "test_falsy_values_arrive",
    "test_models_bear_what_is_new",
    "test_models_need_the_required",
    "test_models_tell_null",
    "test_models_travel_whole",
    "test_odd_values_arrive",
    "test_unions_are_told_apart",
    "whole",
]

Make: TypeAlias = Callable[..., FutaBus]
"""Makes a client with the given arguments and without a network."""

Operation: TypeAlias = statements.Operation[FutaBus]
Sends: TypeAlias = statements.Sends[FutaBus]
Escapes: TypeAlias = statements.Escapes[FutaBus]
Keeps: TypeAlias = statements.Keeps[FutaBus]
