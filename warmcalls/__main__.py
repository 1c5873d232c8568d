"""`python -m warmcalls`, and the entry of the built program."""

from multiprocessing import freeze_support

from warmcalls.cli.main import main

if __name__ == "__main__":
    freeze_support()  # a built program starts itself to read large files in a second process
    main()
