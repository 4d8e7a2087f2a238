"""The training laboratory without its window: data, networks and runs as things to look at."""
