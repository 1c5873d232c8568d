"""The icon of everything that can stand in a timeline."""

from typing import Final

from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.kinds import FAMILY, Family, Kind

OF_SORT: Final[dict[HappeningKind, str]] = {
    HappeningKind.CALL: "ph.phone",
    HappeningKind.PLACEMENT: "ph.handshake",
    HappeningKind.ANSWER: "ph.chat-circle-text",
    HappeningKind.BRIEF: "ph.briefcase",
    HappeningKind.FEE: "ph.receipt",
}
OF_FAMILY: Final[dict[Family, str]] = {
    Family.WEBSITE: "ph.globe",
    Family.EMAIL: "ph.envelope-simple",
    Family.CONTENT: "ph.download-simple",
    Family.EVENT: "ph.video-camera",
    Family.ENQUIRY: "ph.chat-circle",
    Family.SOCIAL: "ph.thumbs-up",
    Family.HIRING: "ph.newspaper",
    Family.RELATIONSHIP: "ph.users",
}
OF_KIND: Final[dict[Kind, str]] = {
    Kind.EMAIL_CLICK: "ph.cursor",
    Kind.PHONE_IN: "ph.phone-incoming",
    Kind.FORM: "ph.file-text",
    Kind.PAST_PLACEMENT: "ph.handshake",
    Kind.MET: "ph.handshake",
    Kind.EVENT_ATTENDED: "ph.calendar-check",
    Kind.EVENT_SPOKE: "ph.calendar-check",
}


def icon_of(entry: Happening) -> str:
    """Return the name of an entry's icon."""
    if entry.sort in OF_SORT:
        return OF_SORT[entry.sort]
    if entry.kind is None:
        return "ph.note"
    return OF_KIND.get(entry.kind) or OF_FAMILY[FAMILY[entry.kind]]
