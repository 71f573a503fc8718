"""What a release says of itself."""

from brukarrevision.model.release import Release


def test_it_knows_whose_leaves_it_says() -> None:
    """Of one instrument, split in one way, and of no other."""
    split = {"instrument": "enkat", "partition": ["unit", "group"]}
    said = {"format": 1, "release": "v1", "published": "2026-03-01", "splits": [split]}
    release = Release.model_validate(said)
    assert release.registers("enkat", ("unit", "group"))
    assert not release.registers("enkat", ("unit",))
    assert not release.registers("guide", ("unit", "group"))
