"""The website: its pages, its theme, its search."""
