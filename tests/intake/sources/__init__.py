"""Files as survey tools write them: synthetic, built from the documented shapes."""
