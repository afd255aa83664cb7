"""Words that mean nearly the same at a school: one line, one meaning. A word may have more than one.

For what schools say in general; a line that serves a single rule of a single school is no line.
"""

PEOPLE = """
leerling kind scholier medeleerling klasgenoot student
leraar leerkracht docent juf meester mentor
medewerker personeel collega werknemer
leidinggevende directie directeur schoolleiding schoolleider bestuurder
ouder verzorger
"""
"""Who somebody is says less of an act than what is done."""

THINGS = """
telefoon gsm mobiel mobieltje mobiele smartphone
horloge smartwatch
toestel apparaat device laptop tablet chromebook computer ipad
foto beeld plaatje afbeelding selfie fotograferen gefotografeerd
film video filmpje filmen opname opnemen beeldopname
opname opnemen geluid geluidsopname geluidsfragment
plaatsen zetten posten post publiceren publicatie uploaden
delen verspreiden doorsturen rondsturen versturen sturen
bericht post tweet
toestemming akkoord goedkeuring goedvindt goedvinden instemming
melden meld melding waarschuwen vertellen inlichten ingelicht
vervelend naar nare akelig gemeen gemene rot eng
pesten cyberpesten pest pesterij pesterijen treiteren gemeen
kwetsen beschadigen schade
schelden beledigen belediging uitschelden grof grove
fatsoen fatsoensnormen respect respectvol netjes nette beleefd begripvol
ongepast obsceen netjes seks porno bloot naakt geweld grof onfatsoenlijk
roddel roddelen geroddel gerucht laster zwartmaken
dreigen bedreigen bedreiging dreigende agressie
wachtwoord inloggegevens inlogcode pincode
account profiel inloggen ingelogd uitloggen
onbekende vreemde onbekend
afspreken ontmoeten ontmoet spreekt
naam voornaam achternaam
adres telefoonnummer e-mailadres gegevens persoonsgegevens
e-mail mail mailen mailbericht
groepsapp whatsapp appgroep klassenapp whatsappgroep app ouderapp parro
ouderportaal parro ouderapp portaal
nieuwsbrief website site schoolgids kanaal facebookpagina
nieuws activiteit activiteiten
beheer beheerder beheren verantwoordelijk
gelegenheid musical podium diploma-uitreiking feest schoolreis schoolreisje excursie sportdag \
kerst sinterklaas uitje viering voorstelling afscheid
commercieel commerciële verkopen geld reclame winst
internet online
zoeken zoekmachine googelen opzoeken
downloaden download bestand
printen print afdrukken
tas kluis telefoontas telefoonzakkie opbergen
inleveren innemen ingenomen inname afpakken afgeven
straf sanctie maatregel schorsen schorsing waarschuwing
regels afspraken protocol gedragscode regel
aanspreken spreken aangesproken
kritiek klacht negatief ontevreden
discussie discussiëren debat ruzie
mening standpunt opvatting
vertrouwelijk geheim privacy persoonlijk
twijfel twijfelen
verwijderen weghalen weghaalt wissen
jaarlijks jaar ieder elk schooljaar
formulier schriftelijk verklaring
medisch gezondheid dokter
pauze middagpauze
les lessen klas
bellen telefoneren
chatten chat appen berichtje
overtreding misbruik overtreden overtreedt
toets examen tentamen proefwerk
koptelefoon oordopjes oortjes headset
auteursrecht bron bronvermelding maker
livestream livestreamen streamen uitzending
nepbeeld nepfoto deepfake chatgpt
filter filteren blokkeren
noodgeval dringend spoed urgent nood
game gamen gaming spelletje spelletjes
bereikbaar bereikbaarheid avond weekend werktijd
toezicht controleren controle monitoren
vriendschapsverzoek vriend volgen volger
ondertekenen handtekening tekenen
media facebook instagram tiktok snapchat twitter linkedin youtube facebooken
internet internetten surfen website websites site sites webpagina pagina
schoolwerk opdracht opdrachten huiswerk leren leerzaam
kopen koopt winkelen bestellen bestelt gokken webwinkel
stiekem heimelijk ongemerkt
installeren instellingen software programma programma's apps
kapot stuk beschadigd schade defect
betalen betaalt vergoeden kosten rekening verhalen
lokaal computerlokaal klas klaslokaal
kluis kluisje locker
ontzeggen intrekken blokkeren beperken afsluiten verliezen
hacken kraken inbreken
voorkeur voorkeuren privacyvoorkeuren keuze
verantwoordelijk aansprakelijk verantwoordelijkheid
steekproef controle controleren meekijken inzien bijgehouden vastgelegd
ochtend ochtends binnenkomst begin aanvang
anoniem schuilnaam alias verzonnen nepnaam
inloggen inlog gebruikersnaam account login
uitloggen afmelden afsluiten vergrendelen
zorgvuldig voorzichtig zuinig netjes
racisme racistisch discriminatie discriminerend discrimineren
zestien 16
dertien 13
gezag opvoeder ouders ouder
journalist pers persfotograaf televisie
beperking medisch gezondheid ziekte bijzondere uitzondering
rondbazuinen roddelen bespreken besproken
kamp schoolkamp excursie schoolreis schoolreisje uitje
omkleden verkleden kleedkamer kleedkamers gym gymzaal gymles toilet wc
netwerk schoolnetwerk gastennetwerk wifi
gevoelig inhoudelijk lastig spannend vertrouwelijk
gedrag ontwikkeling voortgang vooruitgang
gauw direct snel dringend spoed
camera camera's bewakingscamera cameratoezicht
muziek luisteren koptelefoon oordopjes
bestanden documenten mappen werk
"""
