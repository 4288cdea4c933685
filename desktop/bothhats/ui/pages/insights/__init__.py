"""Charts that can be questioned."""
