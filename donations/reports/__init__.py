"""Figures read from a book into typed tables; one file a report, reading views only."""
