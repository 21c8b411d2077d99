import type { Texts } from './catalogue.ts';

/** Dutch. */
export const NL: Texts = {
  'page.refresh': 'Vernieuwen',
  'page.refreshed': 'Stand van {time}',
  'page.zone': 'Alle tijden zijn in de tijdzone {zone}.',
  'page.zone.browser':
    'Alle tijden zijn in de tijdzone {zone} van deze browser: die van het account is niet bekend.',
  'page.loading': 'Bezig met laden …',
  'page.sections': 'Onderdelen van deze pagina',
  'page.new':
    'De app is net geïnstalleerd. De eerste cijfers komen binnen tien minuten en verschijnen hier vanzelf.',
  'page.no_client':
    'Deze pagina kon geen verbinding maken met Freshdesk. Laad het browsertabblad opnieuw; helpt dat niet, meld u dan opnieuw aan bij Freshdesk.',
  'page.stale': 'Wat u ziet is van {time}. De pagina blijft het vanzelf proberen.',
  'page.version': 'Versie {version}',
  'page.again': 'Opnieuw proberen',
  'page.fault':
    'Er is een fout opgetreden in deze pagina. Laad het browsertabblad opnieuw; komt de fout terug, download dan het supportbestand en stuur het naar support.',

  'tab.overview': 'Overzicht',
  'tab.queues': 'Bronwachtrijen',
  'tab.volumes': 'Volumes',
  'tab.difference': 'Vergelijking',
  'tab.held': 'Vastgehouden contacten',
  'tab.history': 'Eerste import',
  'tab.settings': 'Instellingen en support',

  'light.operational': 'In bedrijf',
  'light.operational.why': 'injixo antwoordt en alles wat moest, is geleverd.',
  'light.operational.data': 'Nieuwe contacten staan ongeveer vijf minuten na binnenkomst in injixo.',
  'light.no_store.data':
    'Contacten staan ongeveer 20 minuten na binnenkomst in injixo: dit account heeft geen recordopslag, zodat ze uit de lijsten van Freshdesk worden gelezen.',
  'light.importing': 'Bezig met importeren',
  'light.importing.why': 'De historie wordt geïmporteerd.',
  'light.importing.data': 'Nieuwe contacten gaan voor; de import houdt ze niet op.',
  'light.first': 'Wacht op het eerste contact',
  'light.first.why':
    'De app is geïnstalleerd en volgt Freshdesk. Sindsdien is er nog geen contact binnengekomen.',
  'light.first.data':
    'Het eerste ticket of de eerste klantreactie verschijnt hier ongeveer vijf minuten na binnenkomst.',
  'light.delayed': 'Vertraagd',
  'light.delayed.data':
    'Er gaat niets verloren: contacten wachten en worden later geleverd, elk in het interval waarin het binnenkwam.',
  'light.action': 'Actie nodig',
  'light.action.data':
    'Er gaat niets verloren: contacten wachten tot dit is opgelost en worden dan geleverd, elk in het interval waarin het binnenkwam.',
  'light.held.data':
    'Er gaat niets verloren en niets telt dubbel: deze contacten wachten op uw beslissing. Alle andere wachten er niet op.',
  'light.unknown': 'Nog niet bekend',
  'light.unknown.why': 'Er zijn nog geen cijfers binnen.',
  'light.unknown.data': 'Contacten worden wel gewoon vastgelegd.',
  'light.since': 'Sinds {time}',
  'light.next': 'Volgende poging: {time}',
  'light.where.settings': 'Waar: in Freshdesk onder Admin > Apps > injixo Connect > Instellingen.',
  'light.where.injixo':
    'Waar: in injixo onder Account > Integraties, daarna in Freshdesk onder Admin > Apps > injixo Connect > Instellingen.',
  'light.where.agent':
    'Waar: in Freshdesk onder Admin > Agenten, bij de agent van wie de app de API-sleutel gebruikt.',
  'light.where.support':
    'Waar: bij injixo-support. Voeg het supportbestand toe; u vindt het op deze pagina onder “Instellingen en support”.',
  'light.where.held': 'Waar: op deze pagina onder “Vastgehouden contacten”.',
  'light.open.held': 'Vastgehouden contacten tonen',
  'light.open.settings': 'Instellingen controleren',
  'light.alert': 'Ticket {ticket} in Freshdesk meldt dit aan de persoon uit de instellingen.',

  'failure.injixo_key':
    'injixo accepteert zijn API-sleutel niet. Maak in injixo een nieuwe sleutel en sla die op in de instellingen van de app.',
  'failure.injixo_integration':
    'injixo kent de integratie niet. Controleer in injixo of die nog bestaat, en haar configuratie-ID in de instellingen van de app.',
  'failure.injixo_refuses':
    'injixo accepteert geen verzoeken van deze app. Neem contact op met injixo-support.',
  'failure.contacts_refused':
    'injixo heeft meerdere contacten na elkaar geweigerd. Controleer het configuratie-ID van de integratie in de instellingen van de app.',
  'failure.injixo_down': 'injixo antwoordt met een fout.',
  'failure.injixo_unreachable': 'injixo is niet bereikbaar.',
  'failure.injixo_throttled': 'injixo heeft de app gevraagd het rustiger aan te doen.',
  'failure.connection_broken':
    'De verbinding met injixo brak tijdens het verzenden. Die contacten worden als onduidelijk vastgehouden.',
  'failure.unclear_answer':
    'Het antwoord van injixo zegt niet of het de contacten heeft aangenomen. Ze worden als onduidelijk vastgehouden.',
  'failure.run_ended':
    'Het platform beëindigde een run voordat injixo had geantwoord. De contacten daarvan worden als onduidelijk vastgehouden.',
  'failure.too_many_held':
    'Er worden te veel onduidelijke contacten vastgehouden. Beslis daarover voordat er meer worden verzonden.',
  'failure.freshdesk_key':
    'Freshdesk accepteert zijn API-sleutel niet. Sla de sleutel van een accountbeheerder op in de instellingen van de app.',
  'failure.freshdesk_scope':
    'De agent van de Freshdesk-API-sleutel ziet niet alle tickets. Geef die agent globale toegang tot tickets.',
  'failure.freshdesk_forbidden':
    'Freshdesk weigert wat de app moet lezen. Gebruik de API-sleutel van een accountbeheerder.',
  'failure.freshdesk_unreachable': 'Freshdesk is niet bereikbaar.',
  'failure.freshdesk_throttled': 'Freshdesk heeft de app gevraagd het rustiger aan te doen.',
  'failure.settings_invalid':
    'Een veld van de instellingen van de app is niet leesbaar. “Sleutels controleren” zegt welk; verbeter het.',
  'failure.contacts_held':
    'Er worden contacten vastgehouden. Beslis of ze opnieuw worden verzonden of verworpen.',
  'failure.no_runs': 'Het platform heeft de app al een tijd niet gestart.',
  'failure.no_answer': 'injixo heeft al een uur niet geantwoord.',
  'failure.backlog': 'Er wachten meer contacten dan één run kan leveren.',
  'failure.other': 'Iets verhindert de app om te leveren (code {code}).',

  'figure.complete': 'Volledig tot',
  'figure.complete.meaning': 'Tot dit moment staat elk contact in injixo of is bekend wat ermee is gebeurd.',
  'figure.complete.history': 'Behalve de historie: die is niet helemaal geïmporteerd.',
  'figure.complete.held': {
    one: 'Behalve {count} vastgehouden contact.',
    other: 'Behalve {count} vastgehouden contacten.',
  },
  'figure.complete.none_held': 'Er wordt geen contact vastgehouden.',
  'figure.complete.deep': 'De dagelijkse grondige controle van alle reacties eindigde het laatst op {time}.',
  'figure.complete.no_deep': 'De dagelijkse grondige controle van alle reacties is nog niet klaar geweest.',
  'figure.complete.no_store':
    'Dit account heeft geen recordopslag voor apps: contacten worden gevonden door elke paar minuten met Freshdesk te vergelijken. Ze komen iets later, en er ontbreekt er geen.',
  'figure.last': 'Laatst aangenomen contact',
  'figure.last.meaning': 'Wanneer injixo voor het laatst een contact aannam.',
  'figure.waiting': 'Wachtend',
  'figure.waiting.meaning':
    'Vastgelegd, nog niet verzonden. Een contact wacht een minuut, of tot tien op zijn groep.',
  'figure.waiting.due': {
    one: '{count} daarvan moet nog worden verzonden.',
    other: '{count} daarvan moeten nog worden verzonden.',
  },
  'figure.unclear': 'Onduidelijk',
  'figure.unclear.meaning':
    'Verzonden, maar niemand kan weten of injixo ze heeft aangenomen. Een mens beslist.',
  'figure.parked': 'Geparkeerd',
  'figure.parked.meaning': 'injixo weigerde deze contacten om hun inhoud. Een mens beslist.',
  'figure.repaired': 'Aangevuld door de scan',
  'figure.repaired.meaning': 'Geen gebeurtenis meldde ze; de app vond ze in Freshdesk en leverde ze.',
  'figure.today': 'Vandaag aangenomen',
  'figure.today.meaning': 'Contacten die injixo sinds middernacht heeft aangenomen.',
  'figure.week': 'Aangenomen in 7 dagen',
  'figure.week.meaning': 'Vandaag en de zes dagen ervoor.',
  'figure.median': 'Mediane vertraging vandaag',
  'figure.median.meaning':
    'Van het bericht van de klant tot het ja van injixo: de helft van de live contacten was sneller.',
  'figure.worst': 'Langste vertraging vandaag',
  'figure.worst.meaning': 'Het traagste live contact van vandaag.',
  'figure.queues': 'Bronwachtrijen',
  'figure.queues.meaning': 'Wachtrijen die de app in injixo heeft gemaakt.',
  'figure.left_out': 'Weggelaten',
  'figure.left_out.meaning':
    'Geen contacten van klanten: uitgaande e-mails, gemigreerde tickets, interne taken.',
  'figure.link.queues': 'Wachtrijen tonen',
  'figure.link.volumes': 'Volumes tonen',
  'figure.link.held': 'Lijst tonen',
  'figure.link.difference': 'Met Freshdesk vergelijken',

  'queues.search': 'Zoeken op naam of kenmerk',
  'queues.name': 'Wachtrij',
  'queues.channel': 'Kanaal',
  'queues.today': 'Vandaag',
  'queues.days7': '7 dagen',
  'queues.days28': '28 dagen',
  'queues.trend': 'Verloop, 28 dagen',
  'queues.last': 'Laatste contact',
  'queues.renamed': 'Nu in Freshdesk: {name}. injixo houdt de eerste naam, zodat de reeks doorloopt.',
  'queues.range': '{from} tot {to} van {count}',
  'queues.previous': 'Vorige',
  'queues.next': 'Volgende',
  'queues.empty': 'Nog geen bronwachtrij. Het eerste contact maakt de eerste.',
  'queues.none_found': 'Geen wachtrij past bij “{text}”.',
  'queues.sort': 'Sorteren op {column}',
  'queues.chart': 'Volumes van {name} tonen',
  'queues.never': 'nooit',

  'volumes.day': 'Dag',
  'volumes.unit': 'Per',
  'volumes.unit.quarter': '15 minuten',
  'volumes.unit.hour': 'Uur',
  'volumes.unit.day': 'Dag',
  'volumes.from': 'Van',
  'volumes.to': 'Tot en met',
  'volumes.queue': 'Wachtrij',
  'volumes.total': 'Alle wachtrijen',
  'volumes.title': 'Aangeboden contacten',
  'volumes.sum': {
    one: '{count} contact in deze periode',
    other: '{count} contacten in deze periode',
  },
  'volumes.bar': {
    one: '{label}: {count} contact',
    other: '{label}: {count} contacten',
  },
  'volumes.bar.repaired': {
    one: '{count} daarvan gevonden door de scan',
    other: '{count} daarvan gevonden door de scan',
  },
  'volumes.gap.after': 'Nog niet volledig',
  'volumes.gap.before': 'Voor het begin van de gegevens',
  'volumes.repaired': 'Aangevuld door de scan',
  'volumes.today': 'Vandaag',
  'volumes.table': 'De grafiek als tabel',
  'volumes.table.time': 'Tijd',
  'volumes.table.count': 'Contacten',
  'volumes.table.note': 'Opmerking',
  'volumes.empty': 'Geen contacten in deze periode.',
  'volumes.no_chart':
    'De grafiek kon niet worden geladen. De tabel hieronder toont hetzelfde; controleer of uw netwerk cdn.jsdelivr.net doorlaat.',
  'volumes.alt': 'Staafdiagram van aangeboden contacten. De tabel eronder toont hetzelfde.',
  'volumes.dst': {
    one: 'Deze dag heeft {count} uur: de klok wordt verzet.',
    other: 'Deze dag heeft {count} uur: de klok wordt verzet.',
  },
  'volumes.span': 'Kies een begin dat niet na het einde ligt, en hoogstens 35 dagen.',

  'difference.title': 'Waarom niet hetzelfde als in Freshdesk?',
  'difference.intro':
    'injixo telt contacten, Freshdesk telt tickets: een ticket is één contact, en elke latere reactie van de klant is er ook een.',
  'difference.day': 'Dag',
  'difference.injixo': 'Contacten in injixo',
  'difference.tickets': 'Nieuwe tickets',
  'difference.replies': 'Klantreacties',
  'difference.unknown_tickets': 'Onbekende tickets',
  'difference.unknown_replies': 'Onbekende reacties',
  'difference.sum': 'Som',
  'difference.bridge': 'Van injixo naar Freshdesk',
  'difference.minus_replies': 'Reacties zijn geen eigen tickets',
  'difference.minus_unknown': 'Ook als onbekend geteld: later verwijderd of als spam gemarkeerd',
  'difference.plus': 'Hier weggelaten, door Freshdesk geteld: {reason}',
  'difference.thrown': 'Sindsdien in Freshdesk verwijderd of als spam gemarkeerd',
  'difference.expected': 'Te verwachten in Freshdesk',
  'difference.freshdesk': 'Tickets in Freshdesk',
  'difference.rest': 'Niet verklaard',
  'difference.explained': 'De cijfers verklaren elkaar.',
  'difference.more': {
    one: 'In injixo staat {count} ticket meer dan Freshdesk toont: het is samengevoegd, verplaatst of verwijderd nadat het was geteld.',
    other:
      'In injixo staan {count} tickets meer dan Freshdesk toont: ze zijn samengevoegd, verplaatst of verwijderd nadat ze waren geteld.',
  },
  'difference.before': 'De app was op deze dag nog niet geïnstalleerd: alleen de kant van injixo is bekend.',
  'difference.partial':
    'De app is in de loop van deze dag geïnstalleerd en er is historie geïmporteerd: injixo heeft de hele dag, de lijsten van Freshdesk zijn pas vanaf {time} geteld. De twee zijn niet te vergelijken.',
  'difference.unexplained': {
    one: '{count} ticket is niet verklaard: het wacht, wordt vastgehouden, is verworpen, komt van een migratietool of is na de grondige controle gewijzigd.',
    other:
      '{count} tickets zijn niet verklaard: ze wachten, worden vastgehouden, zijn verworpen, komen van een migratietool of zijn na de grondige controle gewijzigd.',
  },
  'difference.left_out': 'Weggelaten',
  'difference.left_out.none': 'Er is niets weggelaten.',
  'difference.looked': 'De lijsten van Freshdesk zijn gelezen op {time}.',
  'difference.not_looked':
    'De grondige controle heeft de lijsten van Freshdesk voor deze dag nog niet gelezen; dat gebeurt in de nacht erna. Tot dan is alleen de kant van injixo bekend.',
  'difference.counted_from': 'De app is op deze dag geïnstalleerd: beide kanten tellen vanaf {time}.',
  'difference.item': 'Wat',
  'difference.count': 'Aantal',

  'reason.outbound': 'e-mails die agenten begonnen',
  'reason.internal task': 'interne taken',
  'reason.migrated': 'tickets van een migratietool',
  'reason.before cut-over': 'voor de installatie (de import telt ze)',
  'reason.alert': 'meldingen van de app zelf',
  'reason.agent': 'reacties en notities van agenten',
  'reason.private': 'privénotities',
  'reason.survey': 'antwoorden op enquêtes',
  'reason.part of ticket': 'eerste chatberichten, die alleen het ticket herhalen',
  'reason.not a contact': 'wijzigingen die geen contact zijn',
  'reason.other': 'andere redenen ({code})',

  'held.intro':
    'De app raadt nooit: wat injixo misschien heeft aangenomen, en wat het heeft geweigerd, wacht hier op een mens. Alle andere contacten wachten er niet op.',
  'held.empty': 'Er wordt niets vastgehouden.',
  'held.unclear': 'Onduidelijk',
  'held.parked': 'Geparkeerd',
  'held.unclear.hint':
    'Kijk in injixo of deze contacten in hun intervallen zijn geteld. Zo niet, verzend ze opnieuw; zo ja, verwerp ze.',
  'held.parked.hint':
    'injixo weigerde dit contact. Verzend het opnieuw zodra de oorzaak weg is, of verwerp het.',
  'held.batch': 'Pakket {number}',
  'held.contacts': {
    one: '{count} contact',
    other: '{count} contacten',
  },
  'held.at': 'Vastgehouden sinds {time}',
  'held.show': 'Contacten tonen',
  'held.contact': 'Contact',
  'held.time': 'Tijd',
  'held.queue': 'Wachtrij',
  'held.why': 'Reden: {reason}',
  'cause.unclear': 'geen antwoord van injixo zei of het ze heeft aangenomen',
  'cause.refused': 'injixo weigerde het, ook alleen',
  'cause.too_large': 'injixo vond het verzoek te groot, ook voor één contact',
  'cause.invalid': 'het voldoet niet aan de regels van injixo voor een contact',
  'cause.other': 'code {code}',
  'held.send': 'Opnieuw verzenden',
  'held.discard': 'Verwerpen',
  'held.restore': 'Terugzetten',
  'held.send.ask': {
    one: '{count} contact opnieuw verzenden? Als injixo het toch had aangenomen, telt het dubbel, voor altijd.',
    other:
      '{count} contacten opnieuw verzenden? Als injixo ze toch had aangenomen, tellen ze dubbel, voor altijd.',
  },
  'held.discard.ask': {
    one: '{count} contact verwerpen? Het wordt dan niet verzonden. U kunt het hier later terugzetten.',
    other: '{count} contacten verwerpen? Ze worden dan niet verzonden. U kunt ze hier later terugzetten.',
  },
  'held.restore.ask': {
    one: '{count} contact terugzetten bij de vastgehouden contacten? Er wordt nog niets verzonden.',
    other: '{count} contacten terugzetten bij de vastgehouden contacten? Er wordt nog niets verzonden.',
  },
  'held.send.yes': 'Ja, opnieuw verzenden',
  'held.discard.yes': 'Ja, verwerpen',
  'held.restore.yes': 'Ja, terugzetten',
  'held.no': 'Nee, zo laten',
  'held.working': 'Wordt uitgevoerd …',
  'held.done': 'Klaar: pakket {number} staat niet meer in deze lijst.',
  'held.ordered':
    'Opgedragen. De volgende run voert het uit; wat verzonden moet worden, wacht tot injixo antwoordt.',
  'held.discarded': 'Verworpen',
  'held.more': {
    one: '… en nog {count} contact',
    other: '… en nog {count} contacten',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Reactie {id}',
  'held.kind.unknown': 'Ticket {id}, weggegooid',

  'history.none':
    'Er wordt geen historie geïmporteerd. Om er een te importeren, vult u het begin ervan in bij de instellingen van de app. Wat injixo al heeft, zou dubbel tellen: vul geen periode in waarvan injixo al gegevens van deze integratie heeft.',
  'history.state.planned': 'Gepland',
  'history.state.running': 'Bezig',
  'history.state.paused': 'Gepauzeerd',
  'history.state.cancelled': 'Geannuleerd',
  'history.state.done': 'Klaar',
  'history.span': 'Van {from} tot {until}',
  'history.progress': 'Voortgang van de import',
  'history.percent': '{percent} van de periode doorlopen',
  'history.tickets': 'Geïmporteerde tickets',
  'history.contacts': 'Geïmporteerde contacten',
  'history.calls': 'Gebruikte Freshdesk-aanroepen',
  'history.left': 'Resterende tijd',
  'history.left.soon': 'ongeveer {time}',
  'history.left.unknown': 'nog niet bekend',
  'history.plan': 'Het plan',
  'history.plan.tickets': {
    one: '{count} ticket is sinds het begin aangemaakt',
    other: '{count} tickets zijn sinds het begin aangemaakt',
  },
  'history.plan.changed': {
    one: '{count} ticket moet worden bekeken',
    other: '{count} tickets moeten worden bekeken',
  },
  'history.plan.gap': {
    one: '{count} ticketnummer in deze periode staat niet in de zoekresultaten van Freshdesk: gearchiveerd, verwijderd of spam',
    other:
      '{count} ticketnummers in deze periode staan niet in de zoekresultaten van Freshdesk: gearchiveerd, verwijderd of spam',
  },
  'history.plan.minutes': 'Verwachte duur: {time}',
  'history.pause': 'Pauzeren',
  'history.resume': 'Hervatten',
  'history.cancel': 'Import annuleren',
  'history.cancel.ask':
    'De import annuleren? Wat is geïmporteerd, blijft in injixo. De rest van de historie wordt niet geïmporteerd.',
  'history.cancel.yes': 'Ja, import annuleren',
  'history.cancel.no': 'Nee, doorgaan',
  'history.working': 'Wordt uitgevoerd …',
  'history.ordered': 'Opgedragen. De volgende run voert het uit, binnen vijf minuten.',
  'history.obeyed': 'Klaar.',
  'history.reach': 'Wat de import niet kan bereiken',
  'history.again':
    'Als de app opnieuw wordt geïnstalleerd, zou dubbel tellen wat injixo al heeft: vul dan {time} (UTC) als begin in. Dit moment schuift met elk nieuw contact op; lees het vlak voor het verwijderen.',
  'history.againLater':
    'Wacht met opnieuw installeren tot er niets meer wacht en niets wordt vastgehouden: dan geeft deze pagina het moment om als begin in te vullen.',

  'problem.start_in_future':
    'Het begin van de historie ligt na de installatie van de app. Vul in de instellingen een eerdere dag in, of geen.',
  'problem.start_too_early':
    'Het begin van de historie ligt meer dan 3 jaar voor de installatie van de app. Vul in de instellingen een latere dag in.',
  'problem.start_missing':
    'Het begin van de historie is uit de instellingen gehaald of is niet leesbaar. De import staat stil; vul het begin opnieuw in om verder te gaan.',
  'problem.no_tickets':
    'Freshdesk toont sinds het begin van de historie geen ticket. Er was niets te importeren.',
  'problem.freshdesk_key':
    'Freshdesk accepteert zijn API-sleutel niet. De import wacht; sla de sleutel van een accountbeheerder op in de instellingen van de app.',
  'problem.freshdesk_scope':
    'De agent van de Freshdesk-API-sleutel ziet niet alle tickets. De import wacht tot die agent globale toegang heeft.',
  'problem.freshdesk_forbidden':
    'Freshdesk weigert wat de import moet lezen. De import wacht; gebruik de sleutel van een accountbeheerder.',
  'problem.freshdesk_silent':
    'Freshdesk heeft al een uur niet geantwoord. De import gaat vanzelf verder waar hij was.',
  'problem.freshdesk_busy':
    'Freshdesk kan nu niet worden bevraagd. De import gaat vanzelf verder waar hij was.',
  'problem.injixo_waits': 'injixo neemt nu geen contacten aan. De import gaat vanzelf verder waar hij was.',
  'problem.other': 'De import wacht (code {code}). Hij gaat vanzelf verder waar hij was.',

  'reach.archived': 'Gearchiveerde tickets: Freshdesk toont ze in geen enkele lijst.',
  'reach.old_trash':
    'Tickets die meer dan 30 dagen geleden zijn verwijderd of als spam gemarkeerd: Freshdesk verwijdert ze voorgoed.',
  'reach.trash_replies': 'Reacties op verwijderde tickets en spam: Freshdesk toont ze niet.',
  'reach.migrated':
    'Of een ticket van een migratietool komt: Freshdesk toont dat alleen op het moment zelf. Zulke tickets tellen als historie.',
  'reach.present_group': 'Vroegere groepen: elk contact telt voor de groep die zijn ticket nu heeft.',
  'reach.crowded_second':
    'Sommige van meer dan 30.000 tickets die in een en dezelfde seconde zijn gewijzigd.',
  'reach.other': 'Iets anders is niet te bereiken (code {code}).',

  'settings.check': 'Sleutels controleren',
  'settings.check.intro':
    'Vraagt nu aan injixo en Freshdesk of de opgeslagen sleutels werken. Er wordt geen contact verzonden.',
  'settings.checking': 'injixo en Freshdesk worden bevraagd …',
  'settings.checked': 'Gecontroleerd op {time}',
  'settings.ok': 'in orde',
  'settings.failed': 'mislukt',
  'settings.unknown': 'niet bekend',
  'check.injixo_key': 'injixo-API-sleutel',
  'check.injixo_integration': 'Integratie in injixo',
  'check.freshdesk_key': 'Freshdesk-API-sleutel',
  'check.freshdesk_scope': 'Ziet alle tickets',
  'check.freshdesk_role': 'Accountbeheerder',
  'check.history_from': 'Begin van de historie',
  'check.alert_email': 'Te waarschuwen persoon',
  'check.other': 'Controle “{code}”',
  'finding.injixo_key':
    'injixo accepteert deze sleutel niet. Maak in injixo een nieuwe en sla die op in de instellingen van de app.',
  'finding.injixo_integration_needed':
    'injixo vraagt om het configuratie-ID van de integratie. Kopieer het uit injixo naar de instellingen van de app.',
  'finding.injixo_integration_unknown':
    'injixo kent deze integratie niet. Controleer het configuratie-ID en in injixo of de integratie nog bestaat.',
  'finding.freshdesk_key':
    'Freshdesk accepteert deze sleutel niet. Kopieer de API-sleutel van een accountbeheerder naar de instellingen van de app.',
  'finding.freshdesk_scope':
    'De agent van deze sleutel ziet niet alle tickets. Geef die agent globale toegang in Freshdesk.',
  'finding.freshdesk_role':
    'De agent van deze sleutel is geen accountbeheerder. Gebruik de sleutel van iemand die dat wel is.',
  'finding.injixo_unreachable': 'injixo kon niet worden bevraagd. Probeer het over een paar minuten opnieuw.',
  'finding.freshdesk_unreachable':
    'Freshdesk kon niet worden bevraagd. Probeer het over een paar minuten opnieuw.',
  'finding.settings_invalid':
    'Een veld van de instellingen is niet leesbaar: het hier mislukte. Open de instellingen in Freshdesk en vul het opnieuw in.',
  'finding.history_from':
    'Dit begin is niet leesbaar en er wordt geen historie geïmporteerd. Vul een dag in die bestaat, zoals 2026-01-31, of niets.',
  'finding.alert_email':
    'Dit e-mailadres is niet leesbaar en niemand wordt gewaarschuwd. Vul één adres in, of niets.',
  'finding.other': 'Het antwoord is niet begrepen (code {code}). Probeer het over een paar minuten opnieuw.',
  'settings.use': 'Gebruikte limieten',
  'settings.use.intro': 'Wat de laatste run heeft gebruikt van wat een minuut toelaat.',
  'settings.use.key_value': 'Sleutel-waardeopslag',
  'settings.use.entity': 'Recordopslag',
  'settings.use.freshdesk': 'Freshdesk-API',
  'settings.use.of': '{used} van {limit}',
  'settings.use.unlimited': '{used}, limiet nog niet bekend',
  'settings.support': 'Supportbestand',
  'settings.support.intro':
    'Versies, instellingen zonder sleutels, tellers, limieten en de laatste fouten. Geen namen, geen sleutels, geen persoonsgegevens.',
  'settings.support.get': 'Supportbestand downloaden',
  'settings.support.working': 'Het bestand wordt samengesteld …',
  'settings.support.done': 'Het supportbestand is gedownload: {name}',
  'settings.facts': 'Over deze installatie',
  'settings.installed': 'Geïnstalleerd (omschakeling)',
  'settings.last_run': 'Laatste run',
  'settings.last_answer': 'Laatste antwoord van injixo',

  'error.bad_request': 'De app heeft deze pagina niet begrepen. Laad het browsertabblad opnieuw.',
  'error.not_held': 'Dit pakket wordt niet meer vastgehouden. De lijst wordt opnieuw gelezen.',
  'error.no_history':
    'Er wordt geen historie geïmporteerd. Vul het begin ervan in bij de instellingen van de app.',
  'error.store_limit':
    'De limiet van het platform voor deze minuut is op. Wacht een minuut en probeer het opnieuw.',
  'error.store_failed': 'De opslag van het platform antwoordt niet. Wacht een minuut en probeer het opnieuw.',
  'error.budget_spent':
    'De limiet van het platform voor deze minuut is op. Wacht een minuut en probeer het opnieuw.',
  'error.schedule_failed':
    'Het platform weigerde de volgende run te plannen. Probeer het over een paar minuten opnieuw; blijft het zo, neem dan contact op met de support van Freshworks.',
  'error.record_unreadable':
    'Een record van de app is niet leesbaar. Download het supportbestand en stuur het naar support.',
  'error.unexpected':
    'De app kwam een onbekende fout tegen. Probeer het over een paar minuten opnieuw; blijft het zo, stuur het supportbestand dan naar support.',
  'error.throttled': 'Deze pagina heeft te vaak gevraagd. Wacht een minuut en probeer het opnieuw.',
  'error.no_answer':
    'De app heeft niet geantwoord. Controleer uw verbinding, wacht een minuut en probeer het opnieuw.',
  'error.other': 'Dat is niet gelukt (code {code}). Wacht een minuut en probeer het opnieuw.',
};
