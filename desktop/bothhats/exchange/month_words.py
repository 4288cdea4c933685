"""The months as lists from elsewhere have them: beside English and German, in five languages around."""

from bothhats.domain.date_words import MONTHS

_WORDS = (
    "janvier|janv|enero|ene|gennaio|gen|januari|janeiro",
    "février|fevrier|févr|fevr|febrero|febbraio|februari|fevereiro|fev",
    "mars|marzo|maart|mrt|março|marco",
    "avril|avr|abril|abr|aprile",
    "mai|mayo|maggio|mag|mei|maio",
    "juin|junio|giugno|giu|junho",
    "juillet|juil|julio|luglio|lug|julho",
    "août|aout|agosto|ago|augustus",
    "septembre|septiembre|setiembre|settembre|set|setembro",
    "octobre|octubre|ottobre|ott|outubro|out",
    "novembre|noviembre|novembro",
    "décembre|decembre|déc|diciembre|dic|dicembre|dezembro",
)
MONTHS_AROUND: dict[str, int] = {
    **{word: number for number, words in enumerate(_WORDS, 1) for word in words.split("|")},
    **MONTHS,
}
