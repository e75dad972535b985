"""What Python is that? `Api` and `Names` -> `Package`."""

from .package import (
    AliasView,
    ArgumentView,
    ClientView,
    EntryView,
    ErrorView,
    FieldView,
    GroupView,
    ItemView,
    MethodView,
    ModelView,
    ModuleView,
    OperationSummary,
    Package,
    PageView,
    ResourceView,
    TestView,
)
from .shaping import shape

__all__ = [
    "AliasView",
    "ArgumentView",
    "ClientView",
    "EntryView",
    "ErrorView",
    "FieldView",
    "GroupView",
    "ItemView",
    "MethodView",
    "ModelView",
    "ModuleView",
    "OperationSummary",
    "Package",
    "PageView",
    "ResourceView",
    "TestView",
    "shape",
]
