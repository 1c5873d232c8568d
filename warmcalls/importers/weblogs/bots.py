"""Agents that are programs, not people."""

from crawleruseragents import is_crawler


def is_bot(agent: bytes | None) -> bool:
    """Tell whether an agent names a crawler, a monitor or a library, or nothing at all.

    A format without an agent says nothing either way, and is no bot.
    """
    if agent is None:
        return False
    text = agent.decode("latin-1").strip()
    return text in ("", "-") or bool(is_crawler(text))
