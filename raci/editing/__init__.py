"""Changes to the text of a YAML file that leave everything else in it as people wrote it."""
