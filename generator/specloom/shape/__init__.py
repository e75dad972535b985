"""What Python is that? `Api` and `Names` -> `Package`."""

from .client import variable
from .package import (
    AliasView,
    ArgumentView,
    ClientView,
    EntryView,
    ErrorView,
    FieldView,
    FunctionView,
    GroupView,
    ItemView,
    MethodView,
    ModelView,
    ModuleView,
    OperationSummary,
    Package,
    PageView,
    ResourceView,
    TableView,
    TestsView,
    TestView,
    UntestedView,
)
from .runtime import OPTIONAL
from .shaping import shape

__all__ = [
    "OPTIONAL",
    "AliasView",
    "ArgumentView",
    "ClientView",
    "EntryView",
    "ErrorView",
    "FieldView",
    "FunctionView",
    "GroupView",
    "ItemView",
    "MethodView",
    "ModelView",
    "ModuleView",
    "OperationSummary",
    "Package",
    "PageView",
    "ResourceView",
    "TableView",
    "TestView",
    "TestsView",
    "UntestedView",
    "shape",
    "variable",
]
