"""How people name their own columns, in the languages around us; for every file that no program is known by."""

from bothhats.exchange.preset_columns import Preset, columns

EVERYDAY = Preset("everyday names", (), columns(
    name="Full Name|Contact Name|Contact|Contact Person|Client Name|Customer Name|Lead Name|Lead|Person|Your Name"
    "|What's your name?|Invitee Name|Client|Customer|Naam|Vollständiger Name|Ansprechpartner|Ansprechpartnerin"
    "|Ansprechperson|Kontaktperson|Kontaktname|Kontakt|Interessent|Kunde|Kundenname|Nombre completo|Contacto"
    "|Persona de contacto|Nom complet|Nome completo|Referente",
    first_name="First Name|Given Name|Forename|Vorname|Prénom|Nombre|Voornaam|Nome",
    last_name="Last Name|Family Name|Surname|Nachname|Familienname|Nom|Nom de famille|Apellidos|Apellido"
    "|Achternaam|Cognome|Sobrenome",
    company="Company Name|Organization|Organisation|Organization Name|Organisation Name|Account Name|Business"
    "|Business Name|Firma|Firmenname|Unternehmen|Unternehmensname|Société|Entreprise|Nom de l'entreprise|Empresa"
    "|Nombre de la empresa|Bedrijf|Bedrijfsnaam|Azienda|Ragione sociale",
    email="E-mail|Email Address|E-mail Address|Emails|Email Addresses|Mail|Mail Address|Email 1|E-mail 1|Work Email"
    "|Primary Email|Contact Email|Lead Email|Your Email|Your Email Address|Invitee Email|E-Mail-Adresse|Mailadresse"
    "|E-Mail geschäftlich|Courriel|Adresse e-mail|Adresse mail|Correo|Correo electrónico|E-mailadres"
    "|Posta elettronica|Indirizzo e-mail",
    phone="Phone Number|Telephone|Telephone Number|Phone No|Phone 1|Phones|Phone Numbers|Work Phone|Contact Number"
    "|Mobile|Mobile Phone|Mobile Number|Cell|Cell Phone|Tel|Telefon|Telefonnummer|Telefonnr|Tel.-Nr.|Rufnummer|Mobil"
    "|Mobiltelefon|Mobilnummer|Handy|Handynummer|Telefon geschäftlich|Téléphone|Numéro de téléphone|Portable|Teléfono"
    "|Número de teléfono|Móvil|Telefoon|Telefoonnummer|Telefono|Telefone",
    role="Job Title|Position|Funktion|Rolle|Jobtitel|Berufsbezeichnung|Fonction|Cargo|Puesto|Functie|Ruolo",
    website="Website URL|URL|Web Page|Homepage|Webseite|Internetseite|Site web|Sitio web|Sito web",
    address="Street Address|Postal Address|Mailing Address|Street|Adresse|Anschrift|Straße|Dirección|Adres|Indirizzo",
    source="Lead Source|Source of Lead|How did you hear about us|How did you hear about us?|How did you find us?"
    "|How they found us|utm_source|Quelle|Herkunft|Leadquelle|Fuente|Origine",
    campaign="Campaign Name|utm_campaign|Kampagne|Campagne|Campaña|Campagna",
    value="Amount|Deal Value|Deal Size|Deal Amount|Estimated Value|Expected Revenue|Opportunity Amount|Auftragswert"
    "|Angebotssumme|Betrag|Wert|Montant|Importe|Valore|Bedrag",
    arrived="Created|Created At|Created On|Created Time|Created Date|Created (UTC)|Create Date|Date Created"
    "|Creation Date|Added On|Date Added|Lead Date|Inquiry Date|Enquiry Date|Received On|Submitted At|Submission Date"
    "|Submit Date (UTC)|Timestamp|Zeitstempel|Erstellt|Erstellt am|Erstelldatum|Erstellungsdatum"
    "|Angelegt am|Eingang|Eingangsdatum"
    "|Eingegangen am|Anfragedatum|Anfrage vom|Date de création|Créé le|Fecha de creación|Data di creazione"
    "|Aanmaakdatum",
    won_on="Won Date|Date Won|Won At|Gewonnen am", lost_on="Lost Date|Date Lost|Lost At|Verloren am",
    reason="Lost Reason|Loss Reason|Verlustgrund",
    follow_up_on="Follow-up Date|Next Follow-up|Next Follow-up Date|Next Contact Date|Next Activity Date|Wiedervorlage"
    "|Wiedervorlage am",
    next_step="Next Action|Next Steps|Nächster Schritt",
    tags="Tag|Label|Labels|Category|Categories|Schlagworte|Kategorie|Kategorien|Étiquettes|Etiquetas",
    notes="Note|Comment|Comments|Remarks|Message|Description|Notiz|Notizen|Bemerkung|Bemerkungen|Anmerkung|Anmerkungen"
    "|Kommentar|Kommentare|Nachricht|Beschreibung|Remarques|Commentaires|Notas|Comentarios|Opmerkingen",
))  # fmt: skip
