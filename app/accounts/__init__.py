"""People and their accounts: passwords, sessions, links, what admins do to them, what people do with their own."""
