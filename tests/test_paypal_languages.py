"""PayPal's activity as it is downloaded in German and French, and with decimal commas: read as the English one is. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME
from donations.importers.words.paypal_words import state

GERMAN = "Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Absender E-Mail-Adresse,Transaktionscode,Zugehöriger Transaktionscode,Guthaben,Hinweis,Auswirkung auf Guthaben\n"
FRENCH = "Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,De l'adresse email,Numéro de transaction,Numéro de la transaction de référence,Solde,Remarque,Impact sur le solde\n"
MONTHLY = "Datum,Uhrzeit,Zeitzone,Beschreibung,Währung,Brutto,Entgelt,Netto,Guthaben,Transaktionscode,Absender E-Mail-Adresse,Name,Zugehöriger Transaktionscode\n"
ENGLISH = "Date,Time,Time Zone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID,Balance\n"
GIFTS = (
    '03.02.2020,08:15:01,CET,Zhou Ming,Spendenzahlung,Abgeschlossen,EUR,"1.050,00","-1,75","1.048,25",a@example.com,1AB,,"1.048,25",alles Gute,Haben\n'
    '04.02.2020,09:15:01,CET,Wu Jing,Handyzahlung,Abgeschlossen,EUR,"20,00","0,00","20,00",b@example.com,2AB,,"1.068,25",,Haben\n'
)
READ = [
    "2 receipt 2020-02-03 donor=Zhou Ming: EUR 1050欧元 “alles Gute” #table:1AB [1050EUR]",
    "3 receipt 2020-02-04 donor=Wu Jing: EUR 20欧元 #table:2AB [20EUR]",
]


def line(kind: str, gross: str, *, name: str = "", state: str = "Abgeschlossen", of: str = "") -> str:
    """One more row, of which no fee was kept."""
    way = "Soll" if gross[0] == "-" else "Haben"
    return f'05.02.2020,09:15:01,CET,{name},{kind},{state},EUR,"{gross}","0,00","{gross}",,9AB,{of},"0,00",,{way}\n'


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (line("Spendenzahlung", "30,00", name="He Lei", state="Ausstehend"), f"- {NOT_PAID}"),
        (line("Spendenzahlung", "30,00", name="He Lei", state="Abgelehnt"), f"- {NOT_PAID}"),
        (line("Allgemeine Abbuchung", "-1.000,00"), f"- {NEUTRAL}"),
        (line("Von Nutzer eingeleitete Abbuchung", "-1.000,00"), f"- {NEUTRAL}"),
        (line("Bankgutschrift auf PayPal-Konto", "360,00"), f"- {NEUTRAL}"),
        (line("Allgemeine Währungsumrechnung", "10,00", of="2AB"), f"- {NEUTRAL}"),
        (line("Einbehaltung für offene Autorisierung", "-10,00", name="He Lei"), f"- {NEUTRAL}"),
        (line("Rückbuchung allgemeiner Einbehaltung", "10,00", name="He Lei"), f"- {NEUTRAL}"),
        (line("Gebührenrückerstattung", "1,75", name="PayPal"), f"- {OTHER_INCOME}"),
        (line("PayPal Express-Zahlung", "-15,50", name="Pack Shop"), "expense 2020-02-05 supplier=Pack Shop: EUR 15.5欧元 #table:9AB []"),
        (line("Rückzahlung", "-50,00", name="Zhou Ming", of="1AB"), "return 2020-02-05 donor=Zhou Ming: EUR 50欧元 #table:9AB back []"),
        (line("Zahlungsrückbuchung", "-20,00", name="Wu Jing", of="2AB"), "return 2020-02-05 donor=Wu Jing: EUR 20欧元 #table:9AB back []"),
    ],
)  # fmt: skip
def test_german_activity_is_read_as_the_english_one(row: str, said: str) -> None:
    """Days and amounts are written in another way, and the sorts and states in other words: the whole list was refused."""
    assert told(GERMAN + GIFTS + row).splitlines()[1:] == [*READ, f"4 {said}"]


@pytest.mark.parametrize(
    ("kind", "state"),
    [("Sonderbares", "Abgeschlossen"), ("Spendenzahlung", "Seltsam")],
)
def test_a_sort_or_state_that_nobody_knows_is_asked_about(kind: str, state: str) -> None:
    """It may be no payment, or none that was paid."""
    found = told(GERMAN + GIFTS + line(kind, "30,00", name="He Lei", state=state)).splitlines()
    assert found[1:3] == READ
    assert "He Lei" not in found[3]
    assert f"{kind if kind == 'Sonderbares' else state}? 30.00" in found[3]


def test_french_activity_is_read_day_first() -> None:
    rows = (
        '03/02/2020,08:15:01,CET,Zhou Ming,Paiement de don,Terminé,EUR,"1\u202f050,00","-1,75","1\u202f048,25",a@example.com,1AB,,"1 048,25",courage,Crédit\n'
        '04/02/2020,08:15:01,CET,He Lei,Paiement de don,En attente,EUR,"5,00","0,00","5,00",,2AB,,"1 048,25",,Mémo\n'
        '05/02/2020,08:15:01,CET,,Virement standard,Terminé,EUR,"-500,00","0,00","-500,00",,3AB,,"548,25",,Débit\n'
        '06/02/2020,08:15:01,CET,Zhou Ming,Remboursement de paiement,Terminé,EUR,"-50,00","0,00","-50,00",,4AB,1AB,"498,25",,Débit\n'
    )
    assert told(FRENCH + rows).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=Zhou Ming: EUR 1050欧元 “courage” #table:1AB [1050EUR]",
        f"3 - {NOT_PAID}",
        f"4 - {NEUTRAL}",
        "5 return 2020-02-06 donor=Zhou Ming: EUR 50欧元 #table:4AB back []",
    ]


def test_the_german_statement_of_a_month_says_the_sort_below_beschreibung() -> None:
    rows = (
        '13.02.2020,11:34:43,Europe/Berlin,Spendenzahlung,EUR,"1.012,00","-0,35","1.011,65","1.011,65",1AB,a@example.com,Zhou Ming,\n'
        '15.02.2020,11:34:43,Europe/Berlin,Rückzahlung,EUR,"-50,00","0,00","-50,00","961,65",2AB,,Zhou Ming,1AB\n'
        '16.02.2020,11:34:43,Europe/Berlin,Allgemeine Abbuchung,EUR,"-900,00","0,00","-900,00","61,65",3AB,,,\n'
    )
    found = told(MONTHLY + rows).splitlines()
    assert found[1].startswith("2 receipt 2020-02-13 donor=Zhou Ming: EUR 1012欧元")
    assert found[2].startswith("3 return 2020-02-15 donor=Zhou Ming: EUR 50欧元")
    assert found[3] == f"4 - {NEUTRAL}"


@pytest.mark.parametrize(
    ("gross", "read"), [("20,00", "20"), ("1.012,50", "1012.5"), ("20.00", "20"), ("1,012.50", "1012.5")]
)
def test_below_english_headings_a_comma_before_the_cents_is_one(gross: str, read: str) -> None:
    """No English amount has two digits behind a comma."""
    rows = "".join(
        f'2020-02-1{day},11:34:43,CET,{name},{kind},Completed,EUR,"{amount}",{fee},"{amount}",,{day}AB,,{balance}\n'
        for day, name, kind, amount, fee, balance in (
            (3, "Zhou Ming", "Donation Payment", gross, '"0,00"' if gross[-3] == "," else "0.00", f'"{gross}"'),
            (4, "", "General Withdrawal", f"-{gross}", '"0,00"' if gross[-3] == "," else "0.00", '"0,00"'),
        )
    )
    assert told(ENGLISH + rows).splitlines()[1:] == [
        f"2 receipt 2020-02-13 donor=Zhou Ming: EUR {read}欧元 #table:3AB [{read}EUR]",
        f"3 - {NEUTRAL}",
    ]


@pytest.mark.parametrize("word", ["Nicht abgeschlossen", "Non terminé", "Pas effectué"])
def test_what_was_not_done_is_not_taken_for_done(word: str) -> None:
    assert state(word) is None
