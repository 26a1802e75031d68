"""What the chapters, the build and the tests of the report book share."""
