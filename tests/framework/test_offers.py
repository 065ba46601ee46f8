"""What documents offer each other: each name is one that both forms know, and every offer can be shown."""

from framework.content.model import Framework, Tool
from framework.content.offers import form_field, offers


def tool(framework: Framework, id_: str) -> Tool:
    return next(each for each in framework.tools if each.id == id_)


def names(found: Tool) -> set[str]:
    return {name for field in found.fields for name in form_field(field).names({})}


def test_each_offer_names_an_answer_here_and_answers_there(framework: Framework) -> None:
    takers = [each for each in framework.tools if offers(framework.tools, each)]
    assert {"member-role", "governance-diagram", "meeting-minutes"} <= {each.id for each in takers}
    for each in takers:
        for name, offer in offers(framework.tools, each).items():
            assert name in names(each)
            assert {part["name"] for part in offer["parts"]} <= names(tool(framework, offer["tool"]))
            assert all(part["before"] for part in offer["parts"]) or len(offer["parts"]) == 1


def test_an_offer_says_for_which_cell_it_is_and_where_its_words_stand(framework: Framework) -> None:
    role = offers(framework.tools, tool(framework, "member-role"))
    assert role["member-role.stands-for.other"]["place"] == "Other partners"
    assert [part["before"] for part in role["member-role.term"]["parts"]] == [
        "Residents",
        "Organisation",
        "Other partners",
    ]
    assert role["member-role.conduct"]["parts"][0]["options"]["anger"] == "We keep listening when someone is angry"
    diagram = offers(framework.tools, tool(framework, "governance-diagram"))
    assert diagram["governance-diagram.levels.steering-group.called"]["place"] == "What we call it, Steering group"
    assert len(diagram["governance-diagram.delegation.steering-group.alone"]["parts"]) == 15


def test_what_a_copy_hides_is_not_offered(framework: Framework) -> None:
    left = [each for each in framework.tools if each.id != "terms-of-reference"]
    assert all(offers(left, each) == {} for each in left)
