"""What PayPal calls the columns of its activity in German and in French, the sorts of its rows and what became of them: the same in English."""

from donations.importers.patterns import pattern_of

HEADINGS = {
    "Date": ("datum", "date"),
    "Time": ("uhrzeit", "heure"),
    "Time Zone": ("zeitzone", "fuseau horaire"),
    "Name": ("nom",),
    "Type": ("typ",),
    "Description": ("beschreibung",),
    "Status": ("état",),
    "Currency": ("währung", "devise"),
    "Gross": ("brutto", "avant commission", "brut"),
    "Fee": ("gebühr", "entgelt", "commission", "frais"),
    "Net": ("netto",),
    "Balance": ("guthaben", "solde"),
    "Balance Impact": ("auswirkung auf guthaben", "impact sur le solde"),
    "Transaction ID": ("transaktionscode", "numéro de transaction"),
    "Reference Txn ID": (
        "zugehöriger transaktionscode",
        "numéro de la transaction de référence",
        "nº de transaction de référence",
    ),
    "From Email Address": ("absender e-mail-adresse", "de l'adresse email", "adresse email de l'expéditeur"),
    "To Email Address": ("empfänger e-mail-adresse", "à l'adresse email"),
    "Subject": ("betreff", "objet"),
    "Note": ("hinweis", "remarque"),
    "Item Title": ("artikelbezeichnung", "titre de l'objet"),
    "Item ID": ("artikelnummer", "numéro de l'objet", "numéro d'objet"),
    "Invoice Number": ("rechnungsnummer", "numéro de facture", "identifiant de facture"),
    "Custom Number": ("zollnummer", "numéro de client"),
    "Receipt ID": ("empfangsnummer", "numéro de reçu"),
    "Quantity": ("anzahl", "quantité"),
    "Bank Name": ("name der bank", "nom de la banque"),
    "Bank Account": ("bankkonto", "compte bancaire"),
    "Shipping and Handling Amount": (
        "versand- und bearbeitungsgebühr",
        "montant des frais de livraison et de traitement",
        "montant des frais d'expédition et de traitement",
    ),
    "Insurance Amount": ("versicherungsbetrag", "montant de l'assurance"),
    "Sales Tax": ("umsatzsteuer", "tva"),
    "Option 1 Name": ("nom de l'option 1",),
    "Option 1 Value": ("option 1 wert", "valeur de l'option 1"),
    "Option 2 Name": ("nom de l'option 2",),
    "Option 2 Value": ("option 2 wert", "valeur de l'option 2"),
    "Shipping Address": ("lieferadresse", "adresse de livraison"),
    "Address Status": ("adress-status", "état de l'adresse"),
    "Address Line 1": ("adresszeile 1", "adresse"),
    "Address Line 2": ("adresszusatz", "adresse (suite)/district/quartier"),
    "Town/City": ("ort", "ville"),
    "State/Province": ("bundesland", "état/province/région/comté/territoire/préfecture/république"),
    "Zip/Postal Code": ("plz", "code postal"),
    "Country": ("land", "pays"),
    "Country Code": ("ländervorwahl", "indicatif pays"),
    "Contact Phone Number": ("telefon", "numéro de téléphone du contact"),
}
"""The English heading → the German and French ones; what is called alike in these languages stands for itself."""
IN_ENGLISH = {other: english for english, others in HEADINGS.items() for other in others}

_KINDS = (
    (r"(?:gebühr|entgelt|\bfrais\b|\bcommission).*(?:rück|erstatt|rembours)", "Fee Reversal"),
    (r"(?:rück|erstatt|rembours).*(?:gebühr|entgelt|\bfrais\b|\bcommission)", "Fee Reversal"),
    (r"einbehalt|autorisierung|blocage|autorisation|retenue", "General Account Hold"),
    (r"währungsumrechnung|conversion", "General Currency Conversion"),
    (r"gebühr|entgelt|\bfrais\b|\bcommission", "Fee"),
    (r"rückzahl|erstatt|rembours", "Payment Refund"),
    (r"rückbuchung|rücklast|storn|rückgängig|\bannul|contre-?pass|rejet", "Payment Reversal"),
    (r"bankgutschrift|zahlungsquelle|einzahlung|virement bancaire sur le compte|alimentation", "Bank Deposit to PP Account"),
    (r"abbuchung|auszahlung|\bretrait|\bvirement", "General Withdrawal"),
    (r"spende|\bdons?\b", "Donation Payment"),
    (r"zahlung|\bpaiement", "General Payment"),
)  # fmt: skip
"""The surer first: Rückbuchung allgemeiner Einbehaltung lets go what was kept back."""
_STATES = (
    (r"teilweise (?:zurück|erstatt)|partiellement rembours", "Partially Refunded"),
    (r"zurückgezahlt|erstattet|rembours", "Refunded"),
    (r"abgeschlossen|terminé|effectué", "Completed"),
    (r"ausstehend|offen|bearbeitung|en attente|en cours", "Pending"),
    (r"abgelehnt|refus", "Denied"),
    (r"storniert|abgebrochen|annul", "Canceled"),
    (r"fehlgeschlagen|échou", "Failed"),
    (r"rückgängig|zurückgebucht|contre-?pass", "Reversed"),
)
_KINDS_READ = tuple((pattern_of(words), english) for words, english in _KINDS)
_NOT = pattern_of(r"\b(?:nicht|kein|non|pas)\b|^(?:nicht|non)")
_STATES_READ = tuple((pattern_of(words), english) for words, english in _STATES)


def kind(word: str) -> str | None:
    """The sort of a row in English (Spendenzahlung, Paiement de don); None of one that nobody knows."""
    return next((english for words, english in _KINDS_READ if words.search(word.casefold())), None)


def state(word: str) -> str | None:
    """What became of a payment in English (Abgeschlossen, Terminé); None of a word that nobody knows, and of what it did not: Nicht abgeschlossen."""
    if _NOT.search(word.casefold()):
        return None
    return next((english for words, english in _STATES_READ if words.search(word.casefold())), None)
