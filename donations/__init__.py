"""The gift book of a volunteer association: record gifts and supplies, read them back per city."""

__version__ = "0.1.0"
