"""What people said in their own words, counted by theme."""
