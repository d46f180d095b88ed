"""Where in a sheet a table begins, and how it is laid out."""
