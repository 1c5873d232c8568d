"""Web server logs: Apache's and nginx's formats, and IIS's, packed or not.

Every hit is a page view or is left out for the first of these reasons that holds: `other_site`
(the log says it asked for another host), `own` (the agency's addresses), `bot`, `scanner`
(looks for holes, or follows every link of an e-mail within seconds), `error`, `method` (not GET),
`asset` (pictures, styles, feeds, documents that are no guides), `no_address`.
"""

from warmcalls.importers.weblogs.apart import read
from warmcalls.importers.weblogs.recognising import NAME, format_of, recognise

__all__ = ["NAME", "format_of", "read", "recognise"]
