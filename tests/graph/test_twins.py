"""Work that is easily taken for other work."""

from __future__ import annotations

from conftest import graph_of


def test_work_that_shares_an_alias_is_twin_to_each_other() -> None:
    """However the alias is spelt; a name that is another's alias counts as well."""
    graph = graph_of(
        """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Bread, aliases: [Loaf]}, {name: Cake}]}
          b: {name: B, deliverables: [{name: Rolls, aliases: [loaf]}, {name: Tart, aliases: [cake]}]}
        """
    )
    assert graph.twins("bread") == ("rolls",)
    assert graph.twins("rolls") == ("bread",)
    assert graph.twins("cake") == ("tart",)


def test_what_produces_and_what_comes_of_it_are_twins() -> None:
    """The activity and its paper; others are nobody's twins."""
    graph = graph_of(
        """
        version: 1
        roles:
          a:
            name: A
            responsibilities: [{name: Planning, produces: [Menu]}]
            deliverables: [{name: Menu}, {name: Bill}]
        """
    )
    assert graph.twins("planning") == ("menu",)
    assert graph.twins("menu") == ("planning",)
    assert graph.twins("bill") == ()
