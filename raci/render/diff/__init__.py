"""The forms of raci diff that no other answer has."""
