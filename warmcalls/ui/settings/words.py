"""How settings speak: signals and where they come from, in a recruiter's words."""

from typing import Final

from warmcalls.domain.kinds import Family, Kind

FAMILIES: Final = {
    Family.WEBSITE: "Your website",
    Family.EMAIL: "E-mail",
    Family.CONTENT: "Guides and videos",
    Family.EVENT: "Events and webinars",
    Family.ENQUIRY: "Enquiries",
    Family.SOCIAL: "Social media",
    Family.HIRING: "Hiring",
    Family.RELATIONSHIP: "People who know you",
}
KINDS: Final = {
    Kind.CONTACT_PAGE: "Read the contact or send-a-vacancy page",
    Kind.SERVICES_PAGE: "Read about services or fees",
    Kind.GUIDE_PAGE: "Read a guide or report",
    Kind.ARTICLE_PAGE: "Read an article",
    Kind.CANDIDATE_PAGE: "Read pages for candidates",
    Kind.OTHER_PAGE: "Read another page",
    Kind.EMAIL_OPEN: "Opened an e-mail",
    Kind.EMAIL_CLICK: "Clicked in an e-mail",
    Kind.EMAIL_REPLY: "Replied to an e-mail",
    Kind.EMAIL_UNSUBSCRIBE: "Unsubscribed",
    Kind.EMAIL_BOUNCE: "E-mail came back",
    Kind.DOWNLOAD: "Downloaded something",
    Kind.VIDEO: "Watched a video",
    Kind.WEBINAR_REGISTERED: "Registered for a webinar",
    Kind.WEBINAR_ATTENDED: "Came to a webinar",
    Kind.WEBINAR_NO_SHOW: "Registered, did not come",
    Kind.EVENT_ATTENDED: "Came to an event",
    Kind.EVENT_SPOKE: "Talked with you at an event",
    Kind.FORM: "Filled in an enquiry form",
    Kind.CHAT: "Wrote in the chat",
    Kind.AD_LEAD: "Answered an advert of yours",
    Kind.PHONE_IN: "Rang you",
    Kind.REACTION: "Liked a post",
    Kind.COMMENT: "Commented on a post",
    Kind.SHARE: "Shared a post",
    Kind.FOLLOW: "Followed you",
    Kind.CONNECTION: "Connected with you",
    Kind.JOB_ADVERT: "Advertises a job",
    Kind.REFERRAL: "Was referred to you",
    Kind.CANDIDATE_HIRING: "Your former candidate hires there",
    Kind.MET: "Met you",
    Kind.PAST_PLACEMENT: "You placed somebody there",
}
PAGES: Final = {
    Kind.CONTACT_PAGE: "contact, send a vacancy",
    Kind.SERVICES_PAGE: "services, fees, for employers",
    Kind.GUIDE_PAGE: "guides, reports, job specs",
    Kind.ARTICLE_PAGE: "articles, news, case studies",
    Kind.CANDIDATE_PAGE: "jobs, applying, timesheets",
    Kind.OTHER_PAGE: "whatever no line fits",
}
