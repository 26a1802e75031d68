"""Running the chapters, and knowing when their outputs are those of their inputs."""
