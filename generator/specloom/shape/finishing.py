"""What a package has besides its code: pages, examples and tests."""

from __future__ import annotations

from dataclasses import replace

from .annotation import Annotations
from .errors import Errors
from .examples import examples
from .models import Models
from .package import Package
from .pages import api_page
from .readme import readme
from .testing import suite
from .views import PageView

__all__ = ["finished"]


def finished(
    outline: Package, annotations: Annotations, models: Models, errors: Errors
) -> Package:
    """The package with all that stands beside its code."""
    return replace(
        outline,
        pages=(
            PageView(
                path="README.md",
                text=readme(annotations, errors, outline.operations),
            ),
            PageView(
                path="API.md",
                text=api_page(annotations, outline, models, errors),
            ),
        ),
        examples=examples(annotations.api, annotations.names),
        tests=suite(annotations),
    )
