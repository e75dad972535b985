"""What a changed document does to whoever imports the generated package."""

from ..change import Change
from .callers import callers
from .methods import client, links, methods, resources
from .models import errors, models
from .named import named
from .surface import Surface, surface

__all__ = ["Surface", "python", "surface"]


def python(base: Surface, revision: Surface) -> tuple[Change, ...]:
    """The changes for callers, in the order of the package."""
    both = callers(base, revision)
    return (
        *client(both),
        *resources(both),
        *methods(both),
        *links(both),
        *models(both),
        *errors(both),
        *named(both),
    )
