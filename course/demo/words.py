"""The words of the demo board: nobody in it exists, and no school of these names is meant."""

from __future__ import annotations

BOARD = "Stichting De Veerkracht"

SCHOOLS = (
    ("De Regenjas", "kom-leren"),
    ("De Wolkenvanger", "verkruisen"),
    ("Het Zebrapad", "edu-ley"),
    ("De Noordwijzer", "compass"),
    ("De Zeeklaver", "cvo-nwf"),
)
"""One school per source protocol; more schools than this take their turn again, with a number."""

GROUPS = ("Groep 7", "Groep 7/8", "Groep 8")

FIRST_NAMES = (
    "Aaliyah", "Adam", "Amira", "Anouk", "Aya", "Ayoub", "Bente", "Bilal", "Bo", "Bram", "Chloë", "Daan",
    "Dani", "Dewi", "Dylan", "Elif", "Elin", "Emir", "Esmee", "Eva", "Fabian", "Fatima", "Femke", "Fenna",
    "Finn", "Floris", "Giel", "Guus", "Hamza", "Hanna", "Hidde", "Ilyas", "Imani", "Isa", "Isabel", "Jada",
    "Jason", "Jayden", "Jip", "Jonas", "Julia", "Kaan", "Kofi", "Lars", "Lina", "Liv", "Lotte", "Luca",
    "Maryam", "Mees", "Mila", "Milan", "Mohammed", "Naomi", "Nina", "Noah", "Noor", "Nova", "Olivier", "Omar",
    "Puck", "Quinten", "Ravi", "Roos", "Rosa", "Ruben", "Samuel", "Sara", "Sem", "Senna", "Shanti", "Sofie",
    "Stijn", "Suze", "Tess", "Thijs", "Tobias", "Veerle", "Vera", "Wout", "Xavi", "Yara", "Yasmin", "Youssef",
    "Yuki", "Yusuf", "Zoë", "Zofia",
)  # fmt: skip

SURNAMES = (
    "Aydin", "Bakker", "van den Berg", "de Boer", "Bouali", "van Dijk", "Dekker", "El Amrani", "Haddad", "Hendriks",
    "Hoekstra", "Jansen", "Kaya", "Kowalska", "Kuipers", "Martina", "Mulder", "Nguyen", "Owusu", "Peters", "Postma",
    "Ramdin", "Ruiter", "de Ruyter", "Sanders", "Schouten", "Smit", "Tahiri", "Veenstra", "Vermeer", "Visser", "Vos",
    "de Vries", "Wiersma", "Willems", "Yilmaz", "Zijlstra",
)  # fmt: skip

STAFF_FIRST_NAMES = (
    "Anneke", "Bart", "Carla", "Dounia", "Erik", "Fleur", "Gerard", "Hülya", "Ingrid", "Joost", "Karim", "Lieke",
    "Marieke", "Niels", "Olga", "Patricia", "Rachid", "Sandra", "Tamara", "Ugo", "Vincent", "Wendy", "Xandra", "Yvonne",
)  # fmt: skip

GOAL_SET = "kom-leren"
"""The goals that the demo board adopted; other sets wait to be adopted."""

EVIDENCE = {
    "kom-leren:doelstellingen.1": (
        "Onze schoolpagina staat weer aan: elke vrijdag een bericht uit een andere groep.",
    ),
    "kom-leren:doelstellingen.2": (
        "De afgeschermde klaspagina loopt, alle ouders op twee na doen mee.",
        "Elke twee weken een stukje op het weblog, geschreven door de kinderen zelf.",
    ),
    "kom-leren:doelstellingen.3": (
        "De kinderen maakten een vlog over het waterschap, voor wereldoriëntatie.",
    ),
}
"""What a school that is on its way has noted by now, per goal; other goals have nothing yet."""

CHANNELS = (
    ("Klaspagina", "class-page", False, "parents", "https://klaspagina.example"),
    ("Weblog van de groepen", "weblog", True, "everybody", "https://weblog.example"),
)
"""The channels of every school of the demo board: name, kind, whether it is public, for whom, address."""

USES = (
    ("parents", 0, "Een foto van de proefjes met magneten, en wat we ervan leerden."),
    ("parents", 1, "De kinderen schreven zelf over de herfstwandeling."),
    ("teaching", 1, "Een vlog over het waterschap, gemaakt met de hele groep."),
    ("parents", 0, "Vooruitblik op het project over het heelal, met vragen voor thuis."),
    ("parents", 0, "De uitkomst van onze enquête over huiswerk."),
)
"""What a group that is on its way has logged: for what, with which of those channels, and the line."""

PROFILE = {
    "message": "Bij ons mag je vallen en weer opstaan. Wij laten zien hoe kinderen leren, en wat ze maken.",
    "audience": "Eerst de ouders van nu. Daarna ouders die een school zoeken, en de buurt rond het plein.",
    "vision": "In ons schoolplan staat: leren doe je samen. Daarom vertellen groepen zelf wat ze maakten en wat er misging.",
    "consistency": "Het plein is druk en vrolijk, net als onze pagina. Wat nog niet klopt: de kleuters zie je nooit.",
    "means": "De klaspagina, afgesloten, voor ouders. Het weblog van de school, openbaar, zonder herkenbare kinderen.",
    "keeping": "Twee uur per maand voor wie het bijhoudt. Is die ziek, dan plaatst de groep van de week.",
    "specific": "Elke groep laat ouders om de week op de klaspagina zien waar zij aan werkt.",
    "measurable": "Alle groepen doen mee; ieder plaatst minstens 15 berichten tot half juni.",
    "acceptable": "Besproken met het team in september. De medezeggenschapsraad leest in januari mee.",
    "realistic": "Een kwartier per twee weken, en één middag uitleg voor wie het nog nooit deed.",
}
"""The plan of a school, by the questions of curriculum/profile.toml."""

PROFILE_BEGUN = ("message", "audience", "specific")
"""What it began with."""

CONTACTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("vertrouwenspersoon", "dinsdag en donderdag, in de kamer naast de bieb", ("pupil", "parent", "staff")),
    ("aanspreekpunt pesten", "elke pauze op het plein", ("pupil",)),
    ("directeur", "elke ochtend tot half negen bij de voordeur", ("parent", "staff")),
)
"""Whom one can turn to at a demo school: the task, when and where, and for whom."""
