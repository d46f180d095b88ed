"""Rows that are no gifts but say what others come to, held against what those add up to."""
