"""Web server logs: Apache's and nginx's formats, and IIS's, packed or not."""

from warmcalls.importers.weblogs.apart import read
from warmcalls.importers.weblogs.recognising import NAME, format_of, recognise

__all__ = ["NAME", "format_of", "read", "recognise"]
