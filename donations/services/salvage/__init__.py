"""A sound book of what is left of a damaged one."""
