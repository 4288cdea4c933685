"""The monthly review: a draft that saves itself, finished for good, reopened without losing what it was."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.domain.review import MOST_COMMITMENTS, Commitment
from bothhats.domain.wording import month_name
from bothhats.operations import history
from bothhats.storage.journal import Journal
from bothhats.storage.sqlite_errors import sorted_errors


class ReviewOperations:
    """Each method is one undo step; typing into one field joins one."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def start(self, month: str, today: date) -> int:
        """Begin the review of a month ("2026-10"), or find the one there is; its id."""
        present = history.one(self._db, "SELECT id FROM review WHERE month = ?", [month])
        if present:
            return int(present)
        with self._journal.step(f"{month_name(month)} review begun"):
            row = {"month": month, "started_on": today.isoformat()}
            return int(self._db.table("review").insert(row).last_pk)  # type: ignore[arg-type]

    def save(self, review_id: int, field: str, value: str) -> None:
        """Keep an answer of the draft; a blank takes it away."""
        with self._journal.step("Review answered", f"review-{review_id}-{field}"):
            row_id = history.one(
                self._db, "SELECT id FROM review_answer WHERE review_id = ? AND field = ?", [review_id, field]
            )
            if row_id and value:
                self._db.table("review_answer").update(row_id, {"value": value})
            elif row_id:
                self._db.table("review_answer").delete(row_id)
            elif value:
                self._db.table("review_answer").insert({"review_id": review_id, "field": field, "value": value})

    def turn_to(self, review_id: int, page: int) -> None:
        """Remember where the owner is, 1 to 10, and that the page was seen; it is no step and is never undone."""
        month = history.one(self._db, "SELECT month FROM review WHERE id = ?", [review_id])
        seen = str(history.one(self._db, "SELECT value FROM app_state WHERE name = ?", [f"review_seen_{month}"]) or "")
        pages = sorted({int(each) for each in seen.split(",") if each} | {page})
        self._remember(f"review_page_{month}", str(page))
        self._remember(f"review_seen_{month}", ",".join(map(str, pages)))

    def finish(self, review_id: int, letter: str, figures: str, commitments: Sequence[Commitment], today: date) -> None:
        """Keep the letter and the figures of its day, and make the commitments. Raises Refused for more than three."""
        if len(commitments) > MOST_COMMITMENTS:
            raise Refused("Three commitments are the most.", "Take one away.")
        month = str(history.one(self._db, "SELECT month FROM review WHERE id = ?", [review_id]))
        with self._journal.step(f"{month_name(month)} review finished"):
            self._db.execute("DELETE FROM commitment WHERE review_id = ? AND state = 'open'", [review_id])
            for commitment in commitments:
                self._insert(review_id, commitment)
            self._db.table("review").update(
                review_id, {"finished_on": today.isoformat(), "page": 10, "letter": letter, "figures": figures}
            )

    def reopen(self, review_id: int) -> None:
        """Make it a draft again; the version that was finished is kept."""
        row = self._db.execute(
            "SELECT month, finished_on, letter, figures FROM review WHERE id = ?", [review_id]
        ).fetchone()
        with self._journal.step(f"{month_name(row[0])} review reopened"):
            self._db.table("review_version").insert(
                {"review_id": review_id, "finished_on": row[1], "letter": row[2], "figures": row[3]}
            )
            self._db.table("review").update(review_id, {"finished_on": None})

    def _remember(self, name: str, value: str) -> None:
        with sorted_errors():
            self._journal.connection.execute(
                "INSERT INTO app_state (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def _insert(self, review_id: int, commitment: Commitment) -> None:
        row_id = (
            self._db.table("commitment")
            .insert(
                {
                    "review_id": review_id,
                    "hat": commitment.hat,
                    "text": commitment.text,
                    "due_on": commitment.due_on.isoformat(),
                    "objection_id": commitment.objection_id,
                    "claim_id": commitment.claim_id,
                    "source_id": commitment.source_id,
                    "carried_from": commitment.carried_from,
                }
            )
            .last_pk
        )
        if commitment.metric:
            self._db.table("commitment_metric").insert({"commitment_id": row_id, "metric": commitment.metric})
