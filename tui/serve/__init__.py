"""The same screen in a browser: a server of pages, behind each of which the program runs (`dprk-tui[serve]`)."""
