"""A damaged file read without SQLite for what is left of it, and written into a new book."""
