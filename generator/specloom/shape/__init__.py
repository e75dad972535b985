"""What Python is that? `Api` and `Names` -> `Package`."""

from .client import variable
from .package import OperationSummary, Package
from .runtime import OPTIONAL
from .shaping import shape
from .testing.views import (
    FunctionView,
    StatementView,
    TableView,
    TestsView,
    TestView,
    UntestedView,
)
from .views import (
    AliasView,
    ArgumentView,
    ClientView,
    ConstantsView,
    EntryView,
    ErrorView,
    FieldView,
    GroupView,
    ItemView,
    LinksView,
    MethodView,
    ModelView,
    ModuleView,
    PageView,
    ResourceView,
)

__all__ = [
    "OPTIONAL",
    "AliasView",
    "ArgumentView",
    "ClientView",
    "ConstantsView",
    "EntryView",
    "ErrorView",
    "FieldView",
    "FunctionView",
    "GroupView",
    "ItemView",
    "LinksView",
    "MethodView",
    "ModelView",
    "ModuleView",
    "OperationSummary",
    "Package",
    "PageView",
    "ResourceView",
    "StatementView",
    "TableView",
    "TestView",
    "TestsView",
    "UntestedView",
    "shape",
    "variable",
]
