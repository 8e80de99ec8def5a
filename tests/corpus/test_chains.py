"""Where chains of records lead."""

from model.corpus.chains import ends


class Counted(dict[str, str | None]):
    """Links that count how often one is followed."""

    followed = 0

    def __getitem__(self, name: str) -> str | None:
        Counted.followed += 1
        return super().__getitem__(name)


def test_every_name_leads_to_the_end_of_its_chain():
    assert ends({"a": "b", "b": "c", "c": None, "d": "b", "e": None}) == {
        "a": "c", "b": "c", "c": "c", "d": "c", "e": "e",
    }  # fmt: skip


def test_each_link_is_followed_once():
    links = Counted({str(it): str(it - 1) if it else None for it in range(500)})
    assert set(ends(links).values()) == {"0"}
    assert Counted.followed <= 2 * len(links)
    Counted.followed = 0
    assert set(ends(Counted(reversed(links.items()))).values()) == {"0"}
    assert Counted.followed <= 2 * len(links)
