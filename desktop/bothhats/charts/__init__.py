"""Answers drawn as matplotlib figures; no Qt."""
