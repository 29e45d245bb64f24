"""The pages of admins: all that runs the clinic."""
