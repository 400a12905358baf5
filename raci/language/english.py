"""English: words that say nothing, words that ask for an owner, spellings, and everyday synonyms."""

from __future__ import annotations

from raci.language.dictionary import Dictionary
from raci.language.language import Language, word_set

_SILENT = word_set(
    """
    a an the this that these those some any each every all both either neither such same other others
    another i me my mine we us our ours you your yours he him his she her hers it its they them their
    theirs one ones myself itself themselves somebody someone something anybody anyone anything
    everybody everyone everything nobody nothing who whom whose which what when where why how whoever
    whatever whether if then else than so as at by for from in into of off on onto out over to toward
    towards under up upon with within without about above across after against along among around
    before behind below between beyond down during near per since through throughout till until via and
    or but nor not no yes only just even also too very really quite rather still yet already again ever
    never always often sometimes soon now here there is am are was were be been being have has had
    having does do did done doing can could may might must shall should will would let lets get gets
    got getting gotten go goes going gone isnt arent dont doesnt didnt cant cannot wont im ive id ill
    youre weve theres thats whats whos lot lots bit much many more most less least few several kind
    sort way ways thing things stuff etc please thanks thank ok hey hi hello like vs versus regarding
    """
)

_ASKING = word_set(
    """
    own owns owned owner owners ownership owning responsible responsibility accountable accountability
    charge handle handles handling handled deal deals dealing dealt look looks looking care take takes
    taking took job jobs task role roles person guy ask asks asking asked talk talks talking tell tells
    telling speak contact contacts turn call calls decide decides decided deciding decider say says
    final approve approves approved signs sign signed signoff allowed work works working run runs
    running lead leads leading manage manages managing managed head heads heading drive drives driving
    need needs needed want wants wanted know knows find make makes making made keep keeps keeping kept
    give gives put puts supposed sure figure figures cover covers belong belongs belonging problem
    question today currently anyway exactly actually maybe help maintain maintains
    """
)

# What is done with any work, and what any work is written on: they count where they match, and are
# hardly missed where they do not.
_LIGHT = word_set(
    """
    create creates creating created write writes writing written wrote prepare prepares preparing prepared
    produce produces producing produced compile compiles compiling draft drafts drafting craft crafts
    crafting devise devises devising bring brings bringing build builds set sets setting organize
    organise organizes arrange arranges update updates updating review reviews reviewing check checks
    checking push pushes move moves start starts starting begin begins stop stops stopping finish use uses
    using try tries trying spend spends fix fixes solve deliver delivers show shows send sends add adds
    added change changes changing develop develops come comes coordinate coordinates oversee oversees
    supervise supervises direct directs define defines establish establishes ensure ensures
    track tracks tracking follow follows following watch watches watching finally heading regular
    whole entire overall new old latest current next big small good better best main real actual
    list sheet file copy version page link folder item part side piece person people somebody company
    business organization organisation time day week month quarter year detail details detailed
    """
)

# What is handed over, and what is done: words by which a question is for the one or for the other.
_PAPERS = word_set(
    """
    document documents doc docs paper report reports deck decks slides sheet file template copy pdf
    dashboard chart write writes wrote written maintains updates publishes
    """
)
_DOING = word_set(
    """
    decide decides deciding run runs running plan plans planning test tests testing do does doing
    choose chooses set sets setting lead leads manage manages teach teaches
    """
)

# Words that people use for one another in an office, whatever the trade. A match through one of
# these counts less than the word itself.
_SYNONYMS = """
client customer
rival competitor competition
buy purchase
paper document doc
slide deck
handout leaflet brochure flyer
ad advert advertisement advertising commercial
price cost charge fee tariff pay
picture drawing diagram map
leave quit
retain retention keep hold
grow expand expansion increase
retire discontinue kill withdraw phase
study research learn investigate
metric measure yardstick indicator
goal target objective aim
message wording phrase
engineer developer engineering dev eng
release ship
schedule timeline deadline date
rep seller salespeople salesperson sales
executive exec board leadership management
economy economic macroeconomic
test trial try experiment
segment group split
optimize improve tweak adjust
rule guideline
brief update inform
forecast outlook prediction
employee staff
possible feasible doable
gather collect
opinion feedback
distinct different unique
mail email newsletter
story narrative
proof evidence
"""

ENGLISH = Language(
    name="english",
    dictionary=Dictionary("en", 1_646_569_324),
    short_plural="s",
    silent=_SILENT,
    asking=_ASKING,
    light=_LIGHT,
    papers=_PAPERS,
    doing=_DOING,
    # American spelling for British: the stems differ, the word is the same.
    spellings=(
        *((f"is{end}", f"iz{end}") for end in ("e", "es", "ed", "er", "ing", "ation", "ations")),
        *((f"ys{end}", f"yz{end}") for end in ("e", "ed", "ing")),
        *((f"our{end}", f"or{end}") for end in ("", "s", "ed", "ing")),
        ("ogue", "og"),
        ("ogues", "ogs"),
        ("licence", "license"),
        ("programme", "program"),
        ("programmes", "programs"),
    ),
    synonyms=tuple(tuple(line.split()) for line in _SYNONYMS.strip().splitlines()),
)
