"""What a person has set and saved, and the files that are written for them."""
