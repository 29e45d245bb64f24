"""The pages of an account: signing in, passwords, the own profile, relatives."""
