"""What happens when a person does something, one file per kind of gesture."""
