"""specloom: OpenAPI documents in, typed Python client packages with tests out."""

__version__ = "0.1.0"
