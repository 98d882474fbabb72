"""`python -m hiaat` is the same as `hiaat`."""

import sys

from hiaat.cli import main

if __name__ == "__main__":
    sys.exit(main())
