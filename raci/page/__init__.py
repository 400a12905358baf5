"""The page of raci report: everything there is to say, put together and made HTML."""
