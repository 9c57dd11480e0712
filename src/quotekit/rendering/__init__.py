"""Documents for people and programs: text in every language, JSON, CSV, and JSON Schemas."""

from quotekit.rendering.document_formats import render
from quotekit.rendering.language import languages
from quotekit.rendering.schema_document import schema, schema_names

__all__ = [
    "languages",
    "render",
    "schema",
    "schema_names",
]
