"""The dialogs as functions, so that whoever asks can be handed others."""
