"""Words typed turned into calls: the only folder that imports Typer, and the only one that asks what day it is."""
