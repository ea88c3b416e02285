"""The lists of words: what is derived from them holds together."""

from generator.check.facts.spelling import (
    common_words,
    confusable,
    is_common,
    known_slips,
    likely_among,
    likely_slips,
    look_alikes,
    new_words,
    set_phrases,
    variants,
)


def test_no_slip_is_a_word_or_a_phrase() -> None:
    words = common_words() | set(set_phrases()) | new_words()
    assert not words & likely_slips().keys()
    assert not {slip.wrong for slip in known_slips().values() if slip.wrong in set_phrases()}


def test_words_looked_up_by_what_they_begin_with_are_those_of_the_lists() -> None:
    assert all(map(is_common, common_words()))
    assert not any(map(is_common, likely_slips()))
    assert likely_among(likely_slips()) == {wrong: list(rights) for wrong, rights in likely_slips().items()}
    assert likely_among(["安全", "工", "作"]) == {}


def test_every_slip_stands_for_words_of_one_character_else() -> None:
    slips = likely_slips()
    assert len(slips) > 10_000
    assert all(sum(map(str.__ne__, wrong, right)) == 1 for wrong, rights in slips.items() for right in rights)


def test_derived_slips_are_of_characters_that_are_taken_for_each_other() -> None:
    for wrong, rights in list(likely_slips().items())[::50]:
        assert all(confusable(a, b) for right in rights for a, b in zip(right, wrong, strict=True) if a != b)


def test_a_slip_is_never_its_own_remedy_nor_that_of_another() -> None:
    for slips in (known_slips(), variants()):
        assert all(right not in slips for slip in slips.values() for right in slip.rights)


def test_alike_is_so_both_ways() -> None:
    alike = look_alikes()
    assert all(one in alike[other] for one, others in alike.items() for other in others)
    assert confusable("责", "则")
    assert not confusable("责", "安")
