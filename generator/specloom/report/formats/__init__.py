"""How findings are shown: to people, to programs, to GitHub."""

from .github import github
from .objects import as_json
from .terminal import text
from .visible import visible

__all__ = ["as_json", "github", "text", "visible"]
