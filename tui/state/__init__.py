"""What is shown, as frozen values: the scene, what is selected in it, how it stands; and what comes of a command."""
