"""What pages say after something was done. A link carries the code (?done=signed_out), never the sentence."""

DONE = {
    'registered': 'Welcome! Your account is ready.',
    'signed_out': 'You are signed out.',
    'details_saved': 'Your details are saved.',
    'password_changed': 'Your password is changed. All other devices are signed out.',
    'password_set': 'Your password is set. Please sign in with it.',
    'hours_saved': 'The hours are saved.',
    'change_removed': 'The change of hours is removed.',
    'slot_length_saved': 'The length of a slot is saved.',
    'time_off_added': 'The time off is saved.',
    'time_off_removed': 'The time off is removed.',
    'profile_saved': 'Your profile is saved.',
    'patient_added': 'The patient is added.',
    'visit_booked': 'The visit is booked.',
}
