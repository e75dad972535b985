"""Write it down: `Package` -> `Files`."""

from .places import templates
from .rendering import Files, render

__all__ = ["Files", "render", "templates"]
