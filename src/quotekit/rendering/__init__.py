"""Documents for people and programs: text in every language, JSON, CSV, and JSON Schemas."""

from quotekit.rendering.document_formats import render
from quotekit.rendering.schema_document import schema, schema_names
from quotekit.rendering.wording import languages

__all__ = [
    "languages",
    "render",
    "schema",
    "schema_names",
]
