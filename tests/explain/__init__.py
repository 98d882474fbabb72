"""The explanation: what it says, in both languages, and from which data."""
