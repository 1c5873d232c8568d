"""The heads of a table: quiet, and over what they name."""


def head_sheet(size: int, aside: int, first: int, last: int) -> str:
    """Return the style sheet of heads.

    Args:
        size: of the words.
        aside: room beside the words of every head.
        first: room before the first.
        last: room after the last.
    """
    return (
        f"QHeaderView::section {{ padding: 0 {aside}px; font-size: {size}px; font-weight: 600; }}"
        f"QHeaderView::section:first {{ padding-left: {first}px; }}"
        f"QHeaderView::section:last {{ padding-right: {last}px; }}"
    )
