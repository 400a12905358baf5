"""Text in lines of a width, for where nothing breaks lines by itself."""

from __future__ import annotations

from raci.text.columns import columns

_CUT = "…"


def text_lines(text: str, width: int, most: int) -> tuple[str, ...]:
    """Return `text` in at most `most` lines that are no wider than `width`; what is cut ends with "…".

    Wide characters, such as those of Chinese, count twice.
    """
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if columns(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    if len(lines) > most:
        last = lines[most - 1]
        while columns(last + _CUT) > width:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + _CUT]
    return tuple(lines)


def _pieces(word: str, width: int) -> list[str]:
    """Return a word in pieces that each fit into a line."""
    pieces = [""]
    for char in word:
        if columns(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
