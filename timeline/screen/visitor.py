"""Who looks at the page: the user of this machine, somebody who logged in, or whoever has a link to read.

Where other machines reach the server, everybody is asked who he is, by Streamlit's own login (OpenID Connect), or a
proxy in front has asked and says so in a header. What he may then is decided by `timeline.store.roles`.
"""

import os
import re
import secrets
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from timeline.errors import MissingError
from timeline.extras import require
from timeline.launch import OWN_MACHINE
from timeline.store import EVERYONE, OWN, Visitor, name_link

__all__ = [
    "SHARE",
    "asks_for_login",
    "explain_closed",
    "find_login_settings",
    "find_user",
    "find_visitor",
    "has_link",
    "may_open_others",
]

SHARE: Final = "share"
"""The parameter of the address that holds the token of a link to read."""

_SETTINGS: Final = ("TIMELINE_OIDC_ISSUER", "TIMELINE_OIDC_CLIENT", "TIMELINE_OIDC_SECRET", "TIMELINE_URL")
_DISCOVERY: Final = "/.well-known/openid-configuration"
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+")


def asks_for_login() -> bool:
    """Whether somebody has to say who he is: where more than this machine reaches the page, unless told otherwise."""
    if os.environ.get("TIMELINE_LOGIN") == "no":
        return False
    return bool(os.environ.get("TIMELINE_URL")) or st.get_option("server.address") not in OWN_MACHINE


def _has_header() -> bool:
    """Whether a proxy says who somebody is."""
    return bool(os.environ.get("TIMELINE_USER_HEADER"))


def find_login_settings(environ: Mapping[str, str] = os.environ) -> dict[str, Any] | None:
    """What `st.App` takes as secrets for the login, from variables; None where they leave it to Streamlit's own file.

    Examples
    --------
    >>> said = {"ISSUER": "https://id.example", "CLIENT": "desk", "SECRET": "x"}
    >>> said = {f"TIMELINE_OIDC_{name}": value for name, value in said.items()} | {"TIMELINE_URL": "https://d.example"}
    >>> settings = find_login_settings(said)
    >>> settings["auth"]["server_metadata_url"], settings["auth"]["redirect_uri"]
    ('https://id.example/.well-known/openid-configuration', 'https://d.example/oauth2callback')
    >>> find_login_settings({"TIMELINE_OIDC_CLIENT": "desk"}) is None
    True
    """
    if not all(environ.get(name) for name in _SETTINGS):
        return None
    issuer, client, secret, url = (environ[name] for name in _SETTINGS)
    provider = issuer if issuer.endswith(_DISCOVERY) else f"{issuer.rstrip('/')}{_DISCOVERY}"
    return {
        "auth": {
            "server_metadata_url": provider,
            "client_id": client,
            "client_secret": secret,
            "redirect_uri": f"{url.rstrip('/')}/oauth2callback",
            # Without one of its own, who is logged in has to log in again once the server was started anew.
            "cookie_secret": environ.get("TIMELINE_COOKIE_SECRET") or secrets.token_hex(32),
        }
    }


def explain_closed() -> str:
    """Why nobody can log in, and what to do; ``""`` where everything is set up."""
    if _has_header():
        return ""
    try:
        require("the login", "team", "authlib", "httpx2")
    except MissingError as error:
        return str(error)
    if _has_auth():
        return ""
    missing = ", ".join(name for name in _SETTINGS if not os.environ.get(name))
    return (
        f"this server can be reached from other machines and asks who somebody is, and for that it lacks {missing}; "
        "set them, write Streamlit's [auth] into .streamlit/secrets.toml, or start it with --no-login"
    )


def _has_auth() -> bool:
    """Whether Streamlit knows of a provider, from us or from its own file."""
    return "is_logged_in" in st.user.to_dict()


def find_user() -> str:
    """The e-mail address by which the user is known, ``""`` for nobody.

    One that the provider itself has not confirmed is none: anybody could give that of another.
    """
    said = st.user.to_dict()
    if not (_has_header() or said.get("is_logged_in")) or said.get("email_verified") is False:
        return ""
    email = str(said.get("email") or "").strip().casefold()
    return email if _ADDRESS.fullmatch(email) else ""


def has_link() -> bool:
    """Whether the address holds the token of a link to read."""
    return bool(st.query_params.get(SHARE))


def find_visitor() -> Visitor:
    """Who looks at the page, by all that he is known as."""
    if not asks_for_login():
        return OWN
    user, token = find_user(), st.query_params.get(SHARE, "")
    known = [user, EVERYONE] if user else []
    return Visitor(known_as=(*known, *([name_link(token)] if token else [])))


def may_open_others() -> bool:
    """Whether the user may open documents and other briefings; a link leads to one."""
    return not asks_for_login() or bool(find_user())
