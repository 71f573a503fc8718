"""From tables that may be shown to a report that can be handed over."""
