# Generated from specs/futa-bus.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

from .stated import test_models_bear_what_is_new as test_models_bear_what_is_new
from .stated import test_models_need_the_required as test_models_need_the_required
from .stated import test_models_tell_null as test_models_tell_null
from .stated import test_models_travel_whole as test_models_travel_whole
