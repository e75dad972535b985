# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What tests say of this client: words for what it promises, and the promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ahamove_v3 import AhamoveV3
from ahamove_v3._runtime import statements
from ahamove_v3._runtime.objects import whole
from ahamove_v3._runtime.promises import (
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
from ahamove_v3._runtime.statements import Answers, Example, Raises, Shows

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

Make: TypeAlias = Callable[..., AhamoveV3]
"""Makes a client with the given arguments and without a network."""

Operation: TypeAlias = statements.Operation[AhamoveV3]
Sends: TypeAlias = statements.Sends[AhamoveV3]
Escapes: TypeAlias = statements.Escapes[AhamoveV3]
Keeps: TypeAlias = statements.Keeps[AhamoveV3]
