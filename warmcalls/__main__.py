"""`python -m warmcalls`."""

from warmcalls.cli.main import main

if __name__ == "__main__":
    main()
