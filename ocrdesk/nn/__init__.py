"""The network, in NumPy alone: layers, losses, optimisers and the trainer; it sees only arrays."""
