"""German: words that say nothing, and words that ask for who is in charge. Without accents, as compared."""

from __future__ import annotations

from raci.language.dictionary import Dictionary
from raci.language.language import Language, word_set

_SILENT = word_set(
    """
    der die das des dem den ein eine einer eines einem einen und oder aber nicht kein keine keiner ist
    sind war waren sein seine seiner ihr ihre ich du er sie es wir uns unser unsere euch mich mir dir
    dich sich man wer wen wem wessen was wann wo warum wie welche welcher welches zu zum zur im in ins
    am an auf aus bei beim von vom vor mit nach fur uber unter um durch gegen ohne bis als auch nur noch
    schon so sehr dann wenn ob dass hier da dort bitte danke hat haben habe hast kann konnen darf soll
    sollte muss will wird werden wurde mal denn doch ja nein etwas alles jemand niemand unserem unseren
    unserer meine mein meinen meiner dieser diese dieses diesen
    """
)

_ASKING = word_set(
    """
    zustandig verantwortlich verantwortung verantwortet zustandigkeit kummert kummern macht machen
    gehort gehoren entscheidet entscheiden fragen frage ubernimmt ubernehmen erledigt erledigen sache
    aufgabe aufgaben wissen weiss leitet leiten betreut betreuen
    """
)

GERMAN = Language(
    name="german", dictionary=Dictionary("de", 123_710_846), silent=_SILENT, asking=_ASKING, compounds=True
)
