"""From one list of ids to the next: the edit makes the one out of the other, and touches no more than it must."""

from hypothesis import given
from hypothesis import strategies as st

from bothhats.ui.row_edits import Move, Replace, row_edit

IDS = st.lists(st.integers(0, 9), unique=True, max_size=8)


def carried_out(old: list[int], new: list[int]) -> list[int]:
    """What the edit makes of the old list, given the new one's values for inserted rows."""
    edit = row_edit(old, new)
    rows = list(old)
    if isinstance(edit, Move):
        rows.insert(edit.to, rows.pop(edit.origin))
    elif isinstance(edit, Replace):
        rows[edit.first : edit.first + edit.removed] = new[edit.first : edit.first + edit.inserted]
    return rows


@given(IDS, IDS)
def test_the_edit_makes_the_new_list_of_the_old_one(old: list[int], new: list[int]) -> None:
    assert carried_out(old, new) == new


@given(IDS.filter(len), st.data())
def test_one_row_that_goes_elsewhere_is_a_move(ids: list[int], data: st.DataObject) -> None:
    origin, to = (data.draw(st.integers(0, len(ids) - 1)) for _ in range(2))
    moved = list(ids)
    moved.insert(to, moved.pop(origin))
    edit = row_edit(ids, moved)
    assert edit is None if moved == ids else isinstance(edit, Move) or abs(origin - to) == 1
    assert carried_out(ids, moved) == moved


def test_what_did_not_change_is_not_touched() -> None:
    assert row_edit([1, 2, 3], [1, 2, 3]) is None
    assert row_edit([1, 2, 3, 4], [1, 4]) == Replace(1, 2, 0)
    assert row_edit([1, 4], [1, 2, 3, 4]) == Replace(1, 0, 2)
    assert row_edit([1, 2, 3, 4], [1, 3, 4, 2]) == Move(1, 3)
