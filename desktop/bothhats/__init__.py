"""Both Hats: the offline lead pipeline for one-person businesses."""

__version__ = "0.1.0"
