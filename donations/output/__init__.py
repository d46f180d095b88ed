"""Reports turned into bytes: one file a format, and the ways out (file, terminal, pager)."""
