"""The pages of visits: booking, looking at one, moving, cancelling; by the link in a mail too."""
