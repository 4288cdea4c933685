"""The one style sheet, filled from the tokens; what it cannot say is painted."""

import re
from string import Template

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.tokens import Tokens

_SHEET = Template("""
* { outline: none; }
QWidget { color: $ink; }
QMainWindow, QMenuBar, #chrome { background: $chrome; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $select; }
QMenu { background: $card; border: 1px solid $line2; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 6px; }
QMenu::item:selected { background: $select; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }
QDialog, #page { background: $page; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 5px 8px; }
QProgressBar { background: $sunken; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $ink; border-radius: 3px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QAbstractScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${p30}px; }
QScrollBar::handle:horizontal { min-width: ${p30}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: 0;
  width: 0; height: 0; }
#card, #pane { background: $card; border: 1px solid $line; border-radius: 10px; }
#pane { border-radius: 0; border-width: 0 0 0 1px; }
#shelved { background: $card; border: 1px solid $line; border-top: 0; border-bottom-left-radius: 10px;
  border-bottom-right-radius: 10px; }
#sunken { background: $sunken; border-radius: 8px; }
#sunken_band { background: $sunken; }
#hairline { background: $line; }
QLabel { background: transparent; }
QLabel[token="ink2"] { color: $ink2; }
QLabel[token="ink3"] { color: $ink3; }
QLabel[token="late"] { color: $late; }
QLabel[token="mkt_text"] { color: $mkt_text; }
QLabel[token="sal_text"] { color: $sal_text; }
QPushButton { background: $card; border: 1px solid $line2; border-radius: 8px; padding: 0 12px;
  min-height: ${p30}px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:disabled, QPushButton[off="true"], QPushButton[off="true"]:hover {
  background: $sunken; color: $ink3; border-color: $line; }
QPushButton[kind="primary"] { background: $ink; color: $on_ink; border-color: $ink; }
QPushButton[kind="primary"]:hover { background: $ink_hover; border-color: $ink_hover; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="primary"][off="true"] {
  background: $sunken; color: $ink3; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="link"] { background: transparent; border: 0; border-radius: 4px; padding: 0 1px; color: $ink2;
  min-height: ${p24}px; font-weight: 400; text-align: left; }
QPushButton[kind="link"]:hover { color: $ink; text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $ink3; }
QPushButton[kind="name"], QPushButton[kind="figure"] { background: transparent; border: 0; border-radius: 4px;
  padding: 0 1px; min-height: ${p22}px; font-weight: 600; text-align: left; }
QPushButton[kind="figure"] { font-size: ${figure}px; min-height: ${p34}px; }
QPushButton[kind="figure"]:disabled { color: $ink; }
QPushButton[kind="cell"] { background: transparent; border: 0; border-radius: 4px; padding: 0; min-height: ${p22}px;
  font-weight: 400; text-align: right; }
QPushButton[kind="cell"][strong="true"] { font-weight: 600; }
QPushButton[kind="name"]:hover, QPushButton[kind="figure"]:hover, QPushButton[kind="cell"]:hover {
  text-decoration: underline; }
QPushButton[kind="block"] { background: $sunken; border-color: transparent; padding: 0; }
QPushButton[kind="block"]:hover { background: $select; }
QPushButton[kind="block"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[kind="destructive"] { color: $late; }
QPushButton[kind="destructive"]:disabled, QPushButton[kind="destructive"][off="true"] { color: $ink3; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="quiet"][off="true"] {
  background: transparent; border-color: transparent; }
QPushButton[small="true"] { min-height: ${p24}px; padding: 0 9px; border-radius: 7px; font-size: ${small}px; }
QPushButton[square="true"] { padding: 0; min-width: ${p30}px; max-width: ${p30}px; }
QPushButton[square="true"][small="true"] { min-width: ${p26}px; max-width: ${p26}px; min-height: ${p24}px; }
QPushButton::menu-indicator { width: 0; }
QPushButton[chip="reason"] { min-height: ${p24}px; padding: 0 10px; border-color: $line2; border-radius: ${p12}px;
  font-weight: 400; }
QPushButton[chip="reason"]:checked { background: $select; border-color: $edge; font-weight: 600; }
QPushButton[chip="suggestion"] { background: transparent; border: 1px solid transparent; border-radius: ${p10}px;
  min-height: ${p20}px; padding: 0 9px; font-size: ${small}px; font-weight: 400; }
QPushButton[chip="suggestion"]:hover { background: $hover; }
QPushButton[chip="suggestion"]:disabled { color: $ink3; }
QPushButton[chip="filter"] { background: $card; border-radius: ${p10}px; min-height: ${p20}px; padding: 0 9px;
  font-size: ${small}px; font-weight: 400; }
QLabel[chip="neutral"], QLabel[chip="late"], QLabel[chip="marketing"], QLabel[chip="sales"], QLabel[chip="outline"] {
  border-radius: ${p10}px; padding: 0 9px; min-height: ${p22}px; max-height: ${p22}px; }
QLabel[chip="neutral"] { background: $both_wash; color: $ink2; }
QLabel[chip="late"] { background: $late_wash; color: $late; }
QLabel[chip="marketing"] { background: $mkt_wash; color: $mkt_text; }
QLabel[chip="sales"] { background: $sal_wash; color: $sal_text; }
QLabel[chip="outline"] { min-height: ${p20}px; max-height: ${p20}px; border: 1px solid $line2; background: $card; }
QLabel[chip][pictured="true"] { padding-left: ${p24}px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $ink3; }
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox { background: $card; border: 1px solid $edge; border-radius: 8px;
  padding: 0 10px; min-height: ${p30}px; selection-background-color: $select; selection-color: $ink; }
QPlainTextEdit { padding: 6px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus { border: 2px solid $focus; padding: 0 9px;
  min-height: ${p28}px; }
QPlainTextEdit:focus { padding: 5px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { background: $sunken;
  color: $ink3; border-color: $line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border-color: $late; }
QLineEdit[quiet="true"] { background: transparent; border-color: transparent; }
QLineEdit[quiet="true"]:hover { border-color: $line2; }
QLineEdit[quiet="true"]:focus { background: $card; border-color: $focus; }
QLineEdit[small="true"] { min-height: ${p24}px; border-radius: 7px; }
QLineEdit[small="true"]:focus { min-height: ${p22}px; }
QSpinBox { padding-right: 24px; }
QSpinBox::up-button, QSpinBox::down-button { width: 24px; border: 0; background: transparent; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; }
QComboBox { border-color: $line2; padding-right: 26px; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line2; padding: 4px; outline: 0;
  selection-background-color: $select; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 6px; border-radius: 6px; }
QCheckBox, QRadioButton { spacing: 9px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $edge; background: $card; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $ink; border-color: $ink; image: url("$check"); }
QRadioButton::indicator:checked { background: $card; border: 5px solid $ink; width: 7px; height: 7px; }
QCheckBox:focus, QRadioButton:focus { color: $ink; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; width: 13px; height: 13px; }
QRadioButton::indicator:checked:focus { border: 5px solid $focus; width: 7px; height: 7px; }
#segments { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QListView, QTableView, QTreeView, QTextBrowser { background: $card; border: 0; selection-background-color: $select;
  selection-color: $ink; }
QListView#lane { background: transparent; }
QListView#rows { border: 1px solid $line; border-radius: 8px; padding: 4px; }
QListView#rows::item { padding: 0 8px; border-radius: 6px; }
QListView#rows::item:selected { background: $select; color: $ink; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $ink2; border: 0; border-bottom: 1px solid $line; padding: 7px 10px;
  font-size: ${small}px; font-weight: 600; }
QTableView { gridline-color: $card; border: 1px solid $line; border-radius: 10px; }
QTableView::item { padding: 0 7px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $select; color: $ink; }
QSplitter::handle { background: $line; width: 1px; }
#banner { background: $card; border: 1px solid $line; border-radius: 10px; }
#banner[wrong="true"] { background: $late_wash; border-color: $late; }
#toast { background: $toast; border-radius: 10px; }
#toast QLabel { color: $on_toast; }
#toast QPushButton { background: transparent; border: 1px solid transparent; color: $on_toast; font-weight: 600;
  text-decoration: underline; padding: 0 6px; }
#nav { background: transparent; border: 0; }
#nav::item { padding: 0 10px; border-radius: 8px; min-height: ${p32}px; color: $ink2; }
#nav::item:hover { background: $hover; }
#nav::item:selected { background: $select; color: $ink; font-weight: 600; }
#suggestions { background: $card; border: 1px solid $line2; border-radius: 8px; padding: 3px; }
#suggestions::item { min-height: ${p28}px; padding: 0 8px; border-radius: 6px; }
#letter { background: $card; border: 1px solid $line; border-radius: 4px; }
QCalendarWidget QWidget { background: $card; alternate-background-color: $sunken; }
QCalendarWidget QToolButton { background: transparent; border: 0; padding: 4px 8px; color: $ink; }
""")


_PIXELS = re.compile(r"\$\{p(\d+)\}")


def stylesheet(tokens: Tokens, check: str) -> str:
    """The sheet for these tokens, its heights at the body size in force; `check` is the path of the tick in the box."""
    values = {name: getattr(tokens, name) for name in Tokens.__slots__}
    pixels = {f"p{each}": scaled(int(each)) for each in _PIXELS.findall(_SHEET.template)}
    return _SHEET.substitute(
        values | pixels, small=font("small").pixelSize(), figure=font("figure").pixelSize(), check=check
    )
