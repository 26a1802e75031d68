"""The tables of data/, held to their descriptor and read: claims, outside figures, relations."""
