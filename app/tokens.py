"""Random tokens: for cookies, one-time links and the keys of forms. A table keeps only what a token hashes to."""

import hashlib
import secrets


def new() -> str:
    """256 random bits in 43 characters of base64url (RFC 4648, section 5)."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """What a table keeps of a token, or of an e-mail address (SHA-256, 32 bytes): who reads the table cannot use it."""
    return hashlib.sha256(token.encode('ascii')).digest()
