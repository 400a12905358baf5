"""What is known of languages: stems, dictionaries, and words that say little or only ask."""
