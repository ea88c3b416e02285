"""Many documents at once: what is still right is kept, the rest is made by several processes or a cluster."""
