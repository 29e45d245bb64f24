"""What the clinic is: rooms, services, hours, closed days, the people who work there, and its reports."""
