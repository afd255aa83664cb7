"""What is said in the year of the demo's schools, by their place on the board; nobody in it exists."""

from __future__ import annotations

TALKS = (
    (
        14,
        (
            "Wij begonnen met de vraag wat we zelf zouden plaatsen. Afgesproken: geen foto van een kind zonder dat de "
            "ouders ja zeiden voor precies die plek. En wie twijfelt, laat eerst een collega kijken."
        ),
    ),
    (
        11,
        (
            "Het ging vooral over berichten van ouders 's avonds. Wij antwoorden de volgende schooldag, en zetten dat "
            "ook zo boven de groepsapp."
        ),
    ),
    (
        17,
        (
            "Twee nieuwe collega's kenden de afspraken nog niet. Wij lazen ze samen en maakten een lijst van wat "
            "onduidelijk is. Die lijst gaat naar het bestuur."
        ),
    ),
)
"""How many there were at the talk in September, and what came out of it."""

OPENING = (
    (
        "Wij beginnen klein: groep 7 gaat voor, de andere groepen kijken mee. Het team doet de scholing zelf ook.",
        (
            "Voor de kerst heeft iedereen in het team de eerste module gedaan.\nIn maart maakte elke groep één ding waarin "
            "kinderen zelf aan het woord zijn."
        ),
    ),
    (
        "Dit jaar eerst de afspraken over foto's, daarna pas de groepsapp. De ouders horen het op de informatieavond.",
        "Elke groep heeft voor de herfst een afgesloten klaspagina.",
    ),
)
"""What a school decided when it looked how it stood at the begin of the year, and its goals."""

ANSWERS = (
    "Op de studiedag in september. Sindsdien vragen we elkaar vaker: zou jij dit zo plaatsen?",
    "Met de klaspagina, afgesloten, voor ouders. En met het weblog van de groepen, zonder herkenbare kinderen.",
    (
        "Groep 7 maakte een vlog over het waterschap. Wat werkte: de kinderen wilden dat de tekst klopte, want het kwam "
        "echt online."
    ),
)
"""To the three questions of June, as far as one can tell in autumn."""

AUTUMN = {
    0: (
        (
            "Het weblog houden we. Het kwartier per twee weken stond nog niet in de weektaak; dat staat het nu wel. De "
            "groepen die stilvielen krijgen in januari een middag hulp."
        ),
        "In maart doen ook groep 7/8 en groep 8 mee aan het weblog.\nIn juni heeft het hele team de scholing af.",
    ),
    2: (
        "Wij gaan door met de klaspagina. De vragen van nieuwe collega's behandelen we voortaan in de eerste week.",
        "In mei laten wij zien welke drie afspraken wij hebben aangescherpt.",
    ),
}
"""What a school decided when it looked back in autumn, and its new goals."""

DRAFT = (
    "Nog te bespreken met het team: wie houdt de klaspagina bij als een leraar met verlof is?",
    "Elke groep heeft twee collega's die mogen plaatsen.",
)

LOOKED = "Wij keken met het team terug en legden de evaluatie vast."
"""What stands of it in the logbook."""

PLANS = {
    1: {
        "message": "Hier mag je dromen, als je daarna begint te bouwen. Dat laten we zien: van schets tot wat er staat.",
        "audience": "De ouders van nu. En de opa's en oma's, die vaak de enige zijn die reageren.",
        "means": "De klaspagina, afgesloten. Een openbaar account nemen wij bewust niet.",
        "specific": "Elke groep laat per project één begin, één mislukking en één eindresultaat zien.",
        "measurable": "Zes projecten per groep, zichtbaar op de klaspagina.",
    },
    2: {
        "message": "Bij ons steekt iedereen veilig over, ook online. Kinderen leggen zelf uit hoe dat moet.",
        "audience": "Ouders die een school zoeken, en de buurt.",
        "means": "De schoolapp voor ouders, de website voor de buurt.",
        "specific": "Elke maand één uitleg van kinderen voor kinderen, op de website.",
    },
}
"""The plan of a school, by the questions of curriculum/profile.toml."""

SHARED_POINTS = (
    "Ik lees dit met mijn duo en kom erop terug in ons gesprek in februari.",
    "Dit leg ik voor in het teamoverleg: ik denk dat meer collega's het niet wisten.",
    "Ik vraag de coach om een keer mee te kijken met wat ik plaats.",
    "Na de kerst doe ik deze module nog eens, en dan schrijf ik op wat ik anders doe.",
)
"""What somebody means to do about the point that the director may read; colleagues by turns."""

OWN_POINT = "Nog een keer rustig nalezen."
"""What somebody means to do about a point for the own eyes."""

ASKED = (
    ("Staan er kinderen herkenbaar op? Dan wil ik weten of hun ouders voor deze plek ja zeiden.", ""),
    ("Mooi! Waar kunnen andere groepen dit terugvinden?", "Bovenaan het weblog, bij de maand oktober."),
)
"""What the director asks back about the newest entries, and what the teacher replies; nothing yet to the first."""
