"""Exact quotes for freelance work: one YAML file in, a priced document out."""

__version__ = "0.1.0"
