"""Values and rules of gifts and supplies; standard library only, no input or output, no clock, no language."""
