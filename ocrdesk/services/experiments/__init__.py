"""Experiments on how networks learn: each asks one question and answers it with figures."""
