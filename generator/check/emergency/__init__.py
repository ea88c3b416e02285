"""Rules on what an emergency plan must hold (预案)."""
