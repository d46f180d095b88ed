"""How a quantity is read, from single numerals to several goods in one text; `domain/parsing.py` is the way in."""
