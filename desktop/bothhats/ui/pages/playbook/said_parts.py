"""What we say and what they say: claims, objections and questions, content."""

from PySide6.QtWidgets import QLineEdit, QWidget

from bothhats.domain.wording import counted
from bothhats.queries.playbook import AssetRow, ClaimRow, ObjectionRow, asset_rows, claim_rows, objection_rows
from bothhats.ui.pages.playbook.answer_menu import answer_menu
from bothhats.ui.pages.playbook.part import Part, two_lines
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments

KINDS = ("page", "case_study", "email_template", "comparison", "pricing", "faq", "deck", "post", "ad")
STATES = ("idea", "drafting", "live", "rework", "retired")


class ClaimsPart(Part):
    """Each claim with what it did so far."""

    def sentence(self) -> str:
        return self.tr("What your marketing promises, and how it was heard.")

    def fill(self) -> None:
        text = QLineEdit()
        text.setPlaceholderText(self.tr("Your books closed by the 5th"))
        text.setAccessibleName(self.tr("New claim"))
        add = Button(self.tr("Add a claim"), icon_name="plus")

        def keep() -> None:
            self.do(lambda: self.context.workspace.claims.add(text.text(), self.context.today()))

        add.clicked.connect(keep)
        text.returnPressed.connect(keep)
        self.add_form([text, add])
        self.add_rows([self._row(claim) for claim in claim_rows(self.reader)], self.tr("No claims yet."))

    def _row(self, claim: ClaimRow) -> QWidget:
        heard = [
            (claim.landed, self.tr("landed with {n}")),
            (claim.doubted, self.tr("doubted by {n}")),
            (claim.not_wanted, self.tr("not wanted by {n}")),
        ]
        words = ", ".join(text.format(n=n) for n, text in heard if n) or self.tr("never came up")
        said = claim.said_in or self.tr("said nowhere yet")
        button = Button(self.tr("Say it again") if claim.is_retired else self.tr("Stop saying it"), is_small=True)
        day = None if claim.is_retired else self.context.today()
        button.clicked.connect(lambda: self.do(lambda: self.context.workspace.claims.retire(claim.id, day)))
        return two_lines(f"“{claim.text}”", f"{said}. {words}", button)


class ObjectionsPart(Part):
    """The ledger: who said it, and what answers it."""

    def sentence(self) -> str:
        return self.tr("What prospects say against buying, and what they ask. People of the last 90 days.")

    def fill(self) -> None:
        kind = Segments(
            self.tr("Kind"), [("objection", self.tr("Objection")), ("question", self.tr("Question"))], "question"
        )
        text = QLineEdit()
        text.setPlaceholderText(self.tr("Is switching a hassle?"))
        text.setAccessibleName(self.tr("New objection or question"))
        add = Button(self.tr("Add it"), icon_name="plus")

        def keep() -> None:
            today = self.context.today()
            self.do(lambda: self.context.workspace.objections.add(str(kind.value), text.text(), today))

        add.clicked.connect(keep)
        text.returnPressed.connect(keep)
        self.add_form([kind, text, add])
        rows = [self._row(each) for each in objection_rows(self.reader, self.context.today())]
        self.add_rows(rows, self.tr("Nothing was heard yet. Log it with a touch, in their words."))

    def _row(self, objection: ObjectionRow) -> QWidget:
        people = counted(objection.people, "person", "people")
        answer = objection.answers or self.tr("no answer yet")
        button = Button(self.tr("Answer it"), icon_name="link", is_small=True)
        button.setMenu(answer_menu(self, objection.id))
        return two_lines(f"“{objection.text}”", f"{objection.kind}, {people}; {answer}", button)


class ContentPart(Part):
    """Content that helps to sell, and its state."""

    def sentence(self) -> str:
        return self.tr("Pages, cases, templates: what you send, and what it answers.")

    def fill(self) -> None:
        title = QLineEdit()
        title.setPlaceholderText(self.tr("Switching checklist"))
        title.setAccessibleName(self.tr("Title"))
        place = QLineEdit()
        place.setPlaceholderText(self.tr("link or file"))
        place.setAccessibleName(self.tr("Link or file"))
        kind = Combo(self.tr("Kind"))
        for each in KINDS:
            kind.addItem(each.replace("_", " "), each)
        add = Button(self.tr("Add content"), icon_name="plus")

        def keep() -> None:
            today = self.context.today()
            self.do(
                lambda: self.context.workspace.assets.add(
                    str(kind.currentData()), title.text(), today, "drafting", place.text().strip()
                )
            )

        add.clicked.connect(keep)
        title.returnPressed.connect(keep)
        self.add_form([title, kind, place, add])
        self.add_rows([self._row(asset) for asset in asset_rows(self.reader)], self.tr("No content yet."))

    def _row(self, asset: AssetRow) -> QWidget:
        state = Combo(self.tr("State of {title}").format(title=asset.title))
        for each in STATES:
            state.addItem(each, each)
        state.setCurrentText(asset.status)
        state.activated.connect(
            lambda _place: self.do(
                lambda: self.context.workspace.assets.set_status(asset.id, state.currentData(), self.context.today())
            )
        )
        sent = (
            self.tr("sent to {n}").format(n=counted(asset.people, "person", "people"))
            if asset.people
            else self.tr("never sent")
        )
        answers = (
            self.tr("answers {what}").format(what=asset.answers) if asset.answers else self.tr("answers nothing yet")
        )
        kind = asset.kind.replace("_", " ")
        return two_lines(asset.title, "; ".join(text for text in (kind, asset.place, sent, answers) if text), state)
