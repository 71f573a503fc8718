"""The audit as frozen models: plan, instrument, mapping, findings, workspace. No I/O."""
