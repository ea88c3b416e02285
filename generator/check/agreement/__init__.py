"""Rules on what contradicts itself (一致)."""
