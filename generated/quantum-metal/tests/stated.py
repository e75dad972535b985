# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What tests say of this client: words for what it promises, and the promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from quantum_metal import QuantumMetal
from quantum_metal._runtime import statements
from quantum_metal._runtime.objects import whole
from quantum_metal._runtime.promises import (
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
from quantum_metal._runtime.statements import Answers, Example, Raises, Shows

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

Make: TypeAlias = Callable[..., QuantumMetal]
"""Makes a client with the given arguments and without a network."""

Operation: TypeAlias = statements.Operation[QuantumMetal]
Sends: TypeAlias = statements.Sends[QuantumMetal]
Escapes: TypeAlias = statements.Escapes[QuantumMetal]
Keeps: TypeAlias = statements.Keeps[QuantumMetal]
