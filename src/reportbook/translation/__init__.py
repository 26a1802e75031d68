"""The second language: messages and their catalogues, and numbers as Chinese writes them."""
