"""CODEOWNERS of the paths of work and the handles of who answers for it, as four hosts read it."""
