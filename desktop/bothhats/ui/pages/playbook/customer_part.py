"""The ideal customer: role, situation, problem, and what earns trust."""

from PySide6.QtCore import Signal

from bothhats.domain.good_lead import IdealCustomer
from bothhats.queries.definitions import definition_in_force
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.definition_shelves import customer_card
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.labels import plain_label


class CustomerPart(Part):
    """It is part of the definition and changes with its versions; `write_wanted` asks to change it there."""

    write_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.change_button = Button(self.tr("Change it"), icon_name="pencil")
        self.change_button.clicked.connect(self.write_wanted)
        self.controls_row.addWidget(self.change_button)

    def sentence(self) -> str:
        return self.tr("Whom both hats have in mind: the marketing when it speaks, the sales when it listens.")

    def fill(self) -> None:
        customer = self._customer()
        self.change_button.setVisible(customer != IdealCustomer())
        if customer == IdealCustomer():
            write = Button(self.tr("Write it"), "primary", "pencil")
            write.clicked.connect(self.write_wanted)
            words = self.tr(
                "“Owner of a small shop, studio or trade. Spreadsheets, no one to ask.” Four lines are enough."
            )
            self.column.addWidget(EmptyState(self.tr("Whom is your business for?"), words, write), 1)
            return
        self.column.addWidget(customer_card(customer))
        words = self.tr("It stands in the definition of a good lead, and each of its versions keeps its own.")
        self.column.addWidget(plain_label(words, "small", "ink2", wraps=True))

    def _customer(self) -> IdealCustomer:
        version = definition_in_force(self.reader, self.context.today())
        return version.customer if version else IdealCustomer()
