"""What the clinic is: rooms, services, hours, closed days, staff profiles, and its reports."""
