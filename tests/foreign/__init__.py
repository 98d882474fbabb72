"""A body of knowledge that shares only the core with care, and what must come out of it, written without seeing any rule."""
