"""Words of speaking in English: the verbs that put words in somebody's mouth, and the nouns that can or cannot speak.

Grown from newspaper usage and from the open part of the annotated passages. Lists are of base forms; the finite
forms are made here, once, so that a reader sees each verb one time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(listed: str) -> frozenset[str]:
    """The set of the words in ``listed``, which stand apart by white space."""
    return frozenset(listed.split())


# Verbs that report words, whether the words are a whole sentence or a few of its words.
_REPORT = """
accuse acknowledge add address admit advise affirm allege announce answer apologise apologize appeal argue ask assert
assure beg blame boast call caution characterise characterize charge chide cite claim command comment complain concede
conclude condemn confess confide confirm contend correct counsel counter criticise criticize declare decry demand
denounce deny deplore describe dictate disclose dismiss dispute dub echo elaborate emphasise emphasize exclaim explain
express fear forecast fume greet groan hail hint hope imply inform insist instruct interject invite jest joke label
lament laud lecture maintain mention moan mock mourn muse note object observe offer opine ordain order phrase
pledge plead point post praise predict proclaim promise pronounce protest question quip recall reckon recommend
recount refer reflect reiterate reject remark remember remind repeat reply report respond retort reveal rule
scoff scold slam sneer state stress suggest summarise summarize swear tease term testify thank thunder tout tweet urge
vow voice warn welcome whisper wish wonder dissent enthuse rejoin demur venture crow brag bemoan berate blast brand
chime concur contradict decree deem liken lambast lambaste ridicule salute second signal speculate summon
reason theorize theorise certify allow swear
"""
# Verbs of manner: they report only beside the words themselves.
_MANNER = """
beam bellow blub breathe bristle cackle chuckle croak cry drawl gasp giggle grin growl grumble grunt gush hiss howl
laugh mumble murmur mutter nod pout rage rasp roar scream shout shriek shrug sigh smile smirk snap snarl sniff
snort sob splutter stammer tut wail whine wisecrack yell continue begin conclude finish go persist proceed
"""
_IRREGULAR = {
    "say": ("says", "said"),
    "tell": ("tells", "told"),
    "write": ("writes", "wrote", "written"),
    "speak": ("speaks", "spoke", "spoken"),
    "read": ("reads", "read"),
    "think": ("thinks", "thought"),
    "put": ("puts", "put"),
    "feel": ("feels", "felt"),
    "swear": ("swears", "swore", "sworn"),
    "begin": ("begins", "began"),
    "go": ("goes", "went"),
    "hold": ("holds", "held"),
    "find": ("finds", "found"),
    "want": ("wants", "wanted"),
    "see": ("sees", "saw"),
    "know": ("knows", "knew"),
    "hear": ("hears", "heard"),
    "spell": ("spells", "spelled", "spelt"),
    "hit": ("hits", "hit"),
    "shoot": ("shoots", "shot"),
    "fire": ("fires", "fired"),
    "chip": ("chips", "chipped"),
    "insert": ("inserts", "inserted"),
    "promise": ("promises", "promised"),
    "sing": ("sings", "sang"),
    "tut": ("tuts", "tutted"),
    "blub": ("blubs", "blubbed"),
    "quip": ("quips", "quipped"),
    "beg": ("begs", "begged"),
    "slam": ("slams", "slammed"),
    "sob": ("sobs", "sobbed"),
    "dub": ("dubs", "dubbed"),
    "refer": ("refers", "referred"),
    "prefer": ("prefers", "preferred"),
    "grin": ("grins", "grinned"),
    "snap": ("snaps", "snapped"),
    "nod": ("nods", "nodded"),
    "brag": ("brags", "bragged"),
    "admit": ("admits", "admitted"),
    "sum": ("sums", "summed"),
    "signal": ("signals", "signalled", "signaled"),
    "label": ("labels", "labelled", "labeled"),
    "bill": ("bills", "billed"),
    "watch": ("watches", "watched"),
    "understand": ("understands", "understood"),
    "message": ("messages", "messaged"),
    "email": ("emails", "emailed"),
    "print": ("prints", "printed"),
    "defend": ("defends", "defended"),
    "pray": ("prays", "prayed"),
    "forbid": ("forbids", "forbade"),
    "agree": ("agrees", "agreed"),
    "pen": ("pens", "penned"),
    "blog": ("blogs", "blogged"),
    "spit": ("spits", "spat"),
}
# Irregulars that report only beside the words themselves, never as "X felt the “pinch”".
_BESIDE_ONLY = words(
    "begin go hold find see know hear hit shoot fire chip insert sing watch print understand spit feel"
)
# Verbs that give a name rather than an opinion when nobody is named as giving it.
NAMING = words(
    "called named titled entitled dubbed known labelled labeled termed nicknamed billed styled christened "
    "branded headed headlined captioned marked signed codenamed translated"
)
# What carries words that nobody says: a sign, a song, a banner. The codebook gives these no quotation.
MUTE = words(
    "sign signs poster posters banner banners placard placards slogan slogans headline headlines caption "
    "captions label labels button badge badges mug hashtag t-shirt shirt plaque inscription motto graffiti "
    "sticker stickers title song chorus plate board billboard envelope word words term phrase theme name "
    "nickname loop section game film book novel play programme series tattoo password robot file tab menu screen "
    "website's"
)
# Documents and bodies that speak in the codebook's sense; used to tell a speaker from a thing.
PAPERS = words(
    "statement letter notice order ruling judgment judgement report memo e-mail email message post tweet "
    "communiqué communique guidance draft website page text release circular bulletin article filing prospectus "
    "note reply answer resolution verdict document paper directive decree law bill act account minutes manifesto "
    "editorial column survey analysis study questionnaire questionnaires interview speech sermon summary "
    "announcement charter indictment"
)
# "in an aide's phrase", "in the words of one organizer".
WORDING = words(
    "words phrase language wording opinion view terms account telling estimation description formulation verdict "
    "judgment judgement expression version reckoning parlance"
)
# "was her message", "his only remark".
UTTERANCE = words(
    "message answer reply response verdict comment remark advice explanation warning conclusion word words line "
    "motto reaction retort summary statement complaint plea question refrain excuse assessment"
)
# Bodies that speak: a common noun of this list is a speaker as good as a person.
BODIES = words(
    "ministry company firm government court police department agency office commission city council party bank "
    "union association group watchdog regulator organisation organization authority authorities administration "
    "embassy palace presidency parliament senate committee charity campaign club operator platform site "
    "newspaper paper magazine broadcaster channel outlet network university school hospital airline maker "
    "publisher management leadership treasury navy army military airport ngo fund foundation institute bureau "
    "chamber federation consortium startup start-up staff public opposition side camp team state"
)
# What a document does with its own words: "the memo opens with".
PAPER_VERBS = words("opens opened reads read runs ran begins began ends ended closes closed goes went continues")
_PERSON = words(
    "plumber programmer driver farmer baker photographer economist scientist researcher singer player trainer coach "
    "writer publisher developer designer manager leader consultant inspector organiser organizer historian veteran "
    "trader builder miner fisherman waiter waitress actor actress artist musician barber proofreader "
    "man woman boy girl mother father mum dad son daughter wife husband brother sister uncle aunt niece nephew "
    "grandmother grandfather grandson granddaughter great-gran pal friend neighbour neighbor colleague clerk "
    "student dentist aide insider official officer employee worker staffer chief head boss judge justice lawyer "
    "minister president premier chairman chairwoman chair spokesman spokeswoman spokesperson deputy director "
    "editor author reporter journalist analyst expert resident witness motorist dealer cashier shopkeeper owner "
    "founder tycoon representative delegate sponsor observer trainee secretary senator lawmaker citizen netizen "
    "user blogger poster poet pensioner passer-by tourist nurse doctor professor teacher priest bishop activist "
    "campaigner critic engineer banker trader broker seller customer voter parent foreman subordinate superior "
    "source guest host moderator administrator commissioner mayor governor ambassador general colonel captain "
    "soldier detective prosecutor defendant plaintiff counsel attorney barrister accountant fitter"
)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "eur", "ier")
SHE = words(
    "mother mum wife daughter sister aunt niece grandmother granddaughter great-gran woman girl chairwoman "
    "spokeswoman congresswoman businesswoman ms mrs miss dame lady baroness queen princess actress"
)
HE = words(
    "father dad husband son brother uncle nephew grandfather grandson man boy chairman spokesman foreman mr sir "
    "lord king prince baron congressman businessman actor gentleman"
)


def _finite(base: str) -> Iterable[str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    third = base + "es" if base.endswith(("s", "sh", "ch", "x")) else base + "s"
    past = base + "d" if base.endswith("e") else base + "ed"
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    return third, past


def _participle(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    doubled = base in ("admit", "beg", "slam", "dub", "refer", "quip", "put", "hit")
    return base + base[-1] + "ing" if doubled else base + "ing"


# Third-person forms that are nouns more often than verbs: they count only beside the words themselves.
NOUNISH = words(
    "orders points labels posts terms questions tweets messages emails brands voices reports objects requests "
    "notes addresses rules charges bills hints blogs prints remarks signals comments phrases states seconds "
    "reasons answers counters pens sums puts offers"
)
# Plural subjects take the bare verb ("critics say"); only verbs that are seldom nouns.
PLURAL_VERBS = words(
    "say call warn argue insist claim describe tell write speak admit complain deny suggest want tweet swear"
)
_ALL_REPORT = frozenset(
    form for base in {*_REPORT.split(), *(set(_IRREGULAR) - _BESIDE_ONLY)} for form in _finite(base)
)
REPORT_VERBS = (_ALL_REPORT - NOUNISH) | PLURAL_VERBS
BESIDE_VERBS = (
    _ALL_REPORT | PLURAL_VERBS | frozenset(form for base in {*_MANNER.split(), *_BESIDE_ONLY} for form in _finite(base))
)
PARTICIPLES = frozenset(
    _participle(base) for base in {*_REPORT.split(), "say", "tell", "write", "speak", "want", "defend"}
) - {"ruling", "posting", "meeting", "reporting", "greeting", "pointing", "ordering", "charging", "accusing"}
SAY_INFINITIVES = words("say tell call describe add explain warn write quote argue insist note answer")
ASKING = words("asked asks wondered wonders questioned questions inquired ask wonder")
_OPEN_VERB = re.compile(r"[a-z]{2,}(?:ed|s|es)\Z")


def open_verb(word: str) -> bool:
    """Whether ``word`` has the look of a finite verb: enough beside direct speech (``," cackled the woman``)."""
    return bool(_OPEN_VERB.match(word)) and word not in ("was", "is", "as", "its", "his", "this", "has", "does", "us")


def job(word: str) -> bool:
    """Whether ``word`` is on the list of nouns for persons: sure enough to be cut from before a name."""
    return word.casefold() in _PERSON


def person_noun(word: str) -> bool:
    """Whether ``word`` is a common noun for a person, singular or plural, by list or by ending."""
    low = word.casefold()
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return low in _PERSON or single in _PERSON or (len(single) > 4 and single.endswith(_PERSON_ENDINGS))
