"""What pages say after something was done. A link carries the code (?done=signed_out), never the sentence."""

DONE = {
    'registered': 'Welcome! Your account is ready.',
    'signed_out': 'You are signed out.',
    'details_saved': 'Your details are saved.',
    'password_changed': 'Your password is changed. All other devices are signed out.',
    'password_set': 'Your password is set. Please sign in with it.',
}
