"""What each shell is handed when it asks what could be typed next: words that it can take for nothing else.

A name comes from whoever gave: an imported bill has the nicknames of strangers. Typer hands names over as they are, which
bash and PowerShell put on the line unquoted, and which zsh evaluates: what stands in one would be run.
"""

from __future__ import annotations

import os
import re
import shlex
from typing import TYPE_CHECKING

# Privates of Typer >= 0.26, which offers nothing public to say how a shell is answered.
from typer._click.shell_completion import add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import Shells

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

_BARE = re.compile(r"[\w./+:=@%,-]+")
"""What no shell takes for anything but a word: letters of any script, digits, and a few signs."""
_SPECIAL = re.compile(r"(?=[\x21-\x7e])[^\w./+:=@%,-]|\s|^~")
_IN_DOUBLE_QUOTES = re.compile(r'[\\"$`]')
_POWERSHELL_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")


class _Bash(BashComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """The word as it goes on where a quote was begun; else with a backslash before all that bash has a use for."""
        words, number = os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"])
        begun = words[number][:1] if number < len(words) else ""
        value = str(item.value)
        if begun == "'":
            return value.replace("'", "'\\''")
        if begun == '"':
            return _IN_DOUBLE_QUOTES.sub(r"\\\g<0>", value).replace("!", "\"'!'\"")
        return _SPECIAL.sub(r"\\\g<0>", value)


class _Zsh(ZshComplete):
    def complete(self) -> str:
        """A line for zsh to evaluate, in which every word and what it is for stand in quotes; `_describe` quotes names."""
        found = self.get_completions(*self.get_completion_args())
        described = [_plain(item.value) + (f":{item.help}" if item.help else "") for item in found]
        if not described:
            return "_files"
        return f"local -a found; found=({' '.join(map(shlex.quote, described))}); _describe donations found"


def _plain(value: str) -> str:
    """A word in which `_describe` sees neither where its description begins, nor a sign of its own."""
    return value.replace("\\", "\\\\").replace(":", "\\:")


class _Fish(FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """The word bare, which fish quotes, and behind a tab what it is for: as it stands, and not as markup, as Typer reads it."""
        return f"{item.value}\t{' '.join(item.help.split())}" if item.help else str(item.value)


class _PowerShell(PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """The word in quotes, where it isn't a bare one; what PowerShell takes for a quote is doubled within."""
        value = str(item.value)
        if not _BARE.fullmatch(value):
            value = "'" + _POWERSHELL_QUOTES.sub(r"\g<0>\g<0>", value) + "'"
        return f"{value}:::{' '.join((item.help or '').split()) or ' '}"


def answer_every_shell() -> None:
    """Say how each shell is answered, in Typer's place. Fish quotes what it is given, so that it is given it bare."""
    answers = {Shells.bash: _Bash, Shells.zsh: _Zsh, Shells.fish: _Fish}
    powershell = {Shells.powershell: _PowerShell, Shells.pwsh: _PowerShell}
    for shell, answering in (answers | powershell).items():
        add_completion_class(answering, shell.value)
