"""The letter slot: images and datasets in, documents out."""
