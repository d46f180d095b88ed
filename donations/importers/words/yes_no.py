"""Yes and no as cells say them, beneath a heading that asks: 是否到账, 是否匿名."""

YES = frozenset({"是", "y", "yes", "true", "1", "√", "✓", "✔", "✅", "☑"})
NO = frozenset({"否", "n", "no", "false", "0", "×", "✗", "✘", "✖", "❌"})
