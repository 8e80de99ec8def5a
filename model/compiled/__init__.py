"""A corpus as it was read, checked and indexed, kept between starts: nothing in it that the files do not say."""
