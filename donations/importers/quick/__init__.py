"""The same records of long tables, each different cell understood once."""
