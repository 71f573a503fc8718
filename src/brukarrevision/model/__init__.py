"""The audit as frozen models: plan, instrument, mapping, findings. No I/O."""
