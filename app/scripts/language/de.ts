import type { Texts } from './catalogue.ts';

/** German. */
export const DE: Texts = {
  'page.refresh': 'Aktualisieren',
  'page.refreshed': 'Stand {time}',
  'page.zone': 'Alle Zeiten in der Zeitzone {zone}.',
  'page.zone.browser':
    'Alle Zeiten in der Zeitzone {zone} dieses Browsers: Die Zeitzone des Kontos ist nicht bekannt.',
  'page.loading': 'Wird geladen …',
  'page.sections': 'Bereiche dieser Seite',
  'page.new':
    'Die App wurde gerade installiert. Ihre ersten Zahlen kommen innerhalb von zehn Minuten und erscheinen hier von selbst.',
  'page.no_client':
    'Diese Seite konnte sich nicht mit Freshdesk verbinden. Laden Sie den Browser-Tab neu; hilft das nicht, melden Sie sich neu bei Freshdesk an.',
  'page.stale': 'Was Sie sehen, ist von {time}. Die Seite versucht es von selbst weiter.',
  'page.version': 'Version {version}',
  'page.again': 'Erneut versuchen',
  'page.fault':
    'In dieser Seite ist ein Fehler aufgetreten. Laden Sie den Browser-Tab neu; kommt er wieder, laden Sie die Support-Datei herunter und senden Sie sie dem Support.',

  'tab.overview': 'Überblick',
  'tab.queues': 'Quell-Queues',
  'tab.volumes': 'Volumen',
  'tab.difference': 'Vergleich',
  'tab.held': 'Zurückgehalten',
  'tab.history': 'Erstimport',
  'tab.settings': 'Einstellungen und Support',

  'light.operational': 'In Betrieb',
  'light.operational.why': 'injixo antwortet, und alles Fällige ist zugestellt.',
  'light.operational.data': 'Neue Kontakte sind etwa fünf Minuten nach ihrem Eingang in injixo.',
  'light.no_store.data':
    'Kontakte sind etwa 20 Minuten nach ihrem Eingang in injixo: Dieses Konto hat keinen Datensatzspeicher, daher werden sie aus den Listen von Freshdesk gelesen.',
  'light.importing': 'Import läuft',
  'light.importing.why': 'Die Vergangenheit wird importiert.',
  'light.importing.data': 'Neue Kontakte haben Vorrang; der Import hält sie nicht auf.',
  'light.first': 'Wartet auf den ersten Kontakt',
  'light.first.why':
    'Die App ist installiert und folgt Freshdesk. Seitdem ist noch kein Kontakt eingegangen.',
  'light.first.data':
    'Das erste Ticket oder die erste Kundenantwort erscheint hier etwa fünf Minuten nach dem Eingang.',
  'light.delayed': 'Verzögert',
  'light.delayed.data':
    'Nichts geht verloren: Kontakte warten und werden später zugestellt, jeder in dem Intervall, in dem er eingegangen ist.',
  'light.action': 'Handeln erforderlich',
  'light.action.data':
    'Nichts geht verloren: Kontakte warten, bis das gelöst ist, und werden dann zugestellt, jeder in dem Intervall, in dem er eingegangen ist.',
  'light.held.data':
    'Nichts geht verloren und nichts zählt doppelt: Diese Kontakte warten auf Ihre Entscheidung. Alle anderen warten nicht auf sie.',
  'light.unknown': 'Noch nicht bekannt',
  'light.unknown.why': 'Es sind noch keine Zahlen angekommen.',
  'light.unknown.data': 'Kontakte werden trotzdem erfasst.',
  'light.since': 'Seit {time}',
  'light.next': 'Nächster Versuch: {time}',
  'light.where.settings': 'Wo: in Freshdesk unter Admin > Apps > injixo Connect > Einstellungen.',
  'light.where.injixo':
    'Wo: in injixo unter Account > Integrationen, danach in Freshdesk unter Admin > Apps > injixo Connect > Einstellungen.',
  'light.where.agent':
    'Wo: in Freshdesk unter Admin > Agenten, bei dem Agenten, dessen API-Schlüssel die App verwendet.',
  'light.where.support':
    'Wo: beim injixo-Support. Fügen Sie die Support-Datei bei; Sie finden sie auf dieser Seite unter „Einstellungen und Support“.',
  'light.where.held': 'Wo: auf dieser Seite unter „Zurückgehalten“.',
  'light.open.held': 'Zurückgehaltene Kontakte zeigen',
  'light.open.settings': 'Einstellungen prüfen',
  'light.alert': 'Ticket {ticket} in Freshdesk informiert die Person, die in den Einstellungen steht.',

  'failure.injixo_key':
    'injixo akzeptiert seinen API-Schlüssel nicht. Erzeugen Sie in injixo einen neuen und speichern Sie ihn in den Einstellungen der App.',
  'failure.injixo_integration':
    'injixo kennt die Integration nicht. Prüfen Sie in injixo, ob es sie noch gibt, und in den Einstellungen der App ihre Konfigurations-ID.',
  'failure.injixo_refuses':
    'injixo nimmt Anfragen dieser App nicht an. Wenden Sie sich an den injixo-Support.',
  'failure.contacts_refused':
    'injixo hat mehrere Kontakte nacheinander abgelehnt. Prüfen Sie die Konfigurations-ID der Integration in den Einstellungen der App.',
  'failure.injixo_down': 'injixo antwortet mit einem Fehler.',
  'failure.injixo_unreachable': 'injixo ist nicht erreichbar.',
  'failure.injixo_throttled': 'injixo hat die App gebeten, langsamer zu senden.',
  'failure.connection_broken':
    'Die Verbindung zu injixo ist beim Senden abgebrochen. Diese Kontakte werden als unklar zurückgehalten.',
  'failure.unclear_answer':
    'Die Antwort von injixo sagt nicht, ob die Kontakte angenommen wurden. Sie werden als unklar zurückgehalten.',
  'failure.run_ended':
    'Die Plattform hat einen Lauf beendet, bevor injixo geantwortet hatte. Seine Kontakte werden als unklar zurückgehalten.',
  'failure.too_many_held':
    'Zu viele unklare Kontakte werden zurückgehalten. Entscheiden Sie darüber, bevor weitere gesendet werden.',
  'failure.freshdesk_key':
    'Freshdesk akzeptiert seinen API-Schlüssel nicht. Speichern Sie den Schlüssel eines Konto-Administrators in den Einstellungen der App.',
  'failure.freshdesk_scope':
    'Der Agent des Freshdesk-API-Schlüssels sieht nicht alle Tickets. Geben Sie ihm globalen Zugriff auf Tickets.',
  'failure.freshdesk_forbidden':
    'Freshdesk verweigert, was die App lesen muss. Verwenden Sie den API-Schlüssel eines Konto-Administrators.',
  'failure.freshdesk_unreachable': 'Freshdesk ist nicht erreichbar.',
  'failure.freshdesk_throttled': 'Freshdesk hat die App gebeten, langsamer zu fragen.',
  'failure.settings_invalid':
    'Ein Feld der App-Einstellungen ist nicht lesbar. „Schlüssel prüfen“ sagt, welches; korrigieren Sie es.',
  'failure.contacts_held':
    'Einige Kontakte werden zurückgehalten. Entscheiden Sie, ob sie erneut gesendet oder verworfen werden.',
  'failure.no_runs': 'Die Plattform hat die App seit einer Weile nicht gestartet.',
  'failure.no_answer': 'injixo hat seit einer Stunde nicht geantwortet.',
  'failure.backlog': 'Es warten mehr Kontakte, als ein Lauf zustellen kann.',
  'failure.other': 'Etwas hindert die App am Zustellen (Code {code}).',

  'figure.complete': 'Vollständig bis',
  'figure.complete.meaning':
    'Bis zu diesem Zeitpunkt ist jeder Kontakt in injixo oder sein Verbleib geklärt.',
  'figure.complete.history': 'Ausgenommen die Vergangenheit: Sie ist nicht ganz importiert.',
  'figure.complete.held': {
    one: 'Ausgenommen {count} zurückgehaltener Kontakt.',
    other: 'Ausgenommen {count} zurückgehaltene Kontakte.',
  },
  'figure.complete.none_held': 'Kein Kontakt wird zurückgehalten.',
  'figure.complete.deep': 'Der tägliche Tiefenabgleich aller Antworten endete zuletzt am {time}.',
  'figure.complete.no_deep': 'Der tägliche Tiefenabgleich aller Antworten ist noch nicht zu Ende gelaufen.',
  'figure.complete.no_store':
    'Dieses Konto hat keinen Datensatzspeicher für Apps: Kontakte werden alle paar Minuten durch den Abgleich mit Freshdesk gefunden. Sie kommen etwas später an, und keiner fehlt.',
  'figure.last': 'Letzter angenommener Kontakt',
  'figure.last.meaning': 'Wann injixo zuletzt einen Kontakt angenommen hat.',
  'figure.waiting': 'Wartend',
  'figure.waiting.meaning':
    'Erfasst, noch nicht gesendet. Ein Kontakt wartet eine Minute, auf seine Gruppe bis zu zehn.',
  'figure.waiting.due': {
    one: '{count} davon ist fällig.',
    other: '{count} davon sind fällig.',
  },
  'figure.unclear': 'Unklar',
  'figure.unclear.meaning':
    'Gesendet, aber niemand kann wissen, ob injixo sie angenommen hat. Ein Mensch entscheidet.',
  'figure.parked': 'Geparkt',
  'figure.parked.meaning': 'injixo hat diese Kontakte wegen ihres Inhalts abgelehnt. Ein Mensch entscheidet.',
  'figure.repaired': 'Vom Abgleich ergänzt',
  'figure.repaired.meaning':
    'Kein Ereignis hat sie gemeldet; die App hat sie in Freshdesk gefunden und zugestellt.',
  'figure.today': 'Heute angenommen',
  'figure.today.meaning': 'Kontakte, die injixo seit Mitternacht angenommen hat.',
  'figure.week': 'In 7 Tagen angenommen',
  'figure.week.meaning': 'Heute und die sechs Tage davor.',
  'figure.median': 'Mittlere Verzögerung heute',
  'figure.median.meaning':
    'Von der Nachricht des Kunden bis zum Ja von injixo: Die Hälfte der Live-Kontakte war schneller.',
  'figure.worst': 'Längste Verzögerung heute',
  'figure.worst.meaning': 'Der langsamste Live-Kontakt von heute.',
  'figure.queues': 'Quell-Queues',
  'figure.queues.meaning': 'Queues, die die App in injixo angelegt hat.',
  'figure.left_out': 'Ausgelassen',
  'figure.left_out.meaning':
    'Keine Kontakte von Kunden: ausgehende E-Mails, migrierte Tickets, interne Aufgaben.',
  'figure.link.queues': 'Queues zeigen',
  'figure.link.volumes': 'Volumen zeigen',
  'figure.link.held': 'Liste zeigen',
  'figure.link.difference': 'Mit Freshdesk vergleichen',

  'queues.search': 'Nach Name oder Kennung suchen',
  'queues.name': 'Queue',
  'queues.channel': 'Kanal',
  'queues.today': 'Heute',
  'queues.days7': '7 Tage',
  'queues.days28': '28 Tage',
  'queues.trend': 'Verlauf, 28 Tage',
  'queues.last': 'Letzter Kontakt',
  'queues.renamed':
    'In Freshdesk jetzt: {name}. injixo behält den ersten Namen, damit die Zeitreihe weitergeht.',
  'queues.range': '{from} bis {to} von {count}',
  'queues.previous': 'Zurück',
  'queues.next': 'Weiter',
  'queues.empty': 'Noch keine Quell-Queue. Der erste Kontakt legt die erste an.',
  'queues.none_found': 'Keine Queue passt zu „{text}“.',
  'queues.sort': 'Nach {column} sortieren',
  'queues.chart': 'Volumen von {name} zeigen',
  'queues.never': 'nie',

  'volumes.day': 'Tag',
  'volumes.unit': 'Je',
  'volumes.unit.quarter': '15 Minuten',
  'volumes.unit.hour': 'Stunde',
  'volumes.unit.day': 'Tag',
  'volumes.from': 'Von',
  'volumes.to': 'Bis',
  'volumes.queue': 'Queue',
  'volumes.total': 'Alle Queues',
  'volumes.title': 'Angebotene Kontakte',
  'volumes.sum': {
    one: '{count} Kontakt in diesem Zeitraum',
    other: '{count} Kontakte in diesem Zeitraum',
  },
  'volumes.bar': {
    one: '{label}: {count} Kontakt',
    other: '{label}: {count} Kontakte',
  },
  'volumes.bar.repaired': {
    one: '{count} davon vom Abgleich gefunden',
    other: '{count} davon vom Abgleich gefunden',
  },
  'volumes.gap.after': 'Noch nicht vollständig',
  'volumes.gap.before': 'Vor dem Beginn der Daten',
  'volumes.repaired': 'Vom Abgleich ergänzt',
  'volumes.today': 'Heute',
  'volumes.table': 'Das Diagramm als Tabelle',
  'volumes.table.time': 'Zeit',
  'volumes.table.count': 'Kontakte',
  'volumes.table.note': 'Hinweis',
  'volumes.empty': 'Keine Kontakte in diesem Zeitraum.',
  'volumes.no_chart':
    'Das Diagramm konnte nicht geladen werden. Die Tabelle darunter zeigt dasselbe; prüfen Sie, ob Ihr Netzwerk cdn.jsdelivr.net durchlässt.',
  'volumes.alt': 'Balkendiagramm der angebotenen Kontakte. Die Tabelle darunter zeigt dasselbe.',
  'volumes.dst': {
    one: 'Dieser Tag hat {count} Stunde: Die Uhren werden umgestellt.',
    other: 'Dieser Tag hat {count} Stunden: Die Uhren werden umgestellt.',
  },
  'volumes.span': 'Wählen Sie einen Anfang, der nicht nach dem Ende liegt, und höchstens 35 Tage.',

  'difference.title': 'Warum nicht dasselbe wie in Freshdesk?',
  'difference.intro':
    'injixo zählt Kontakte, Freshdesk zählt Tickets: Ein Ticket ist ein Kontakt, und jede spätere Antwort des Kunden ist auch einer.',
  'difference.day': 'Tag',
  'difference.injixo': 'Kontakte in injixo',
  'difference.tickets': 'Neue Tickets',
  'difference.replies': 'Kundenantworten',
  'difference.unknown_tickets': 'Unbekannte Tickets',
  'difference.unknown_replies': 'Unbekannte Antworten',
  'difference.sum': 'Summe',
  'difference.bridge': 'Von injixo zu Freshdesk',
  'difference.minus_replies': 'Antworten sind keine eigenen Tickets',
  'difference.minus_unknown': 'Zusätzlich als Unbekannt gezählt: später gelöscht oder als Spam markiert',
  'difference.plus': 'Hier ausgelassen, von Freshdesk gezählt: {reason}',
  'difference.thrown': 'In Freshdesk seither gelöscht oder als Spam markiert',
  'difference.expected': 'In Freshdesk zu erwarten',
  'difference.freshdesk': 'Tickets in Freshdesk',
  'difference.rest': 'Nicht erklärt',
  'difference.explained': 'Die Zahlen erklären einander.',
  'difference.more': {
    one: '{count} Ticket mehr, als Freshdesk zeigt, ist in injixo: Es wurde zusammengeführt, verschoben oder entfernt, nachdem es gezählt war.',
    other:
      '{count} Tickets mehr, als Freshdesk zeigt, sind in injixo: Sie wurden zusammengeführt, verschoben oder entfernt, nachdem sie gezählt waren.',
  },
  'difference.before':
    'Die App war an diesem Tag noch nicht installiert: Nur die Seite von injixo ist bekannt.',
  'difference.partial':
    'Die App wurde im Laufe dieses Tages installiert, und eine Vergangenheit wurde importiert: injixo hat den ganzen Tag, die Listen von Freshdesk wurden erst ab {time} gezählt. Beides lässt sich nicht vergleichen.',
  'difference.unexplained': {
    one: '{count} Ticket ist nicht erklärt: Es wartet, wird zurückgehalten, wurde verworfen, stammt von einem Migrationswerkzeug oder wurde nach dem Tiefenabgleich geändert.',
    other:
      '{count} Tickets sind nicht erklärt: Sie warten, werden zurückgehalten, wurden verworfen, stammen von einem Migrationswerkzeug oder wurden nach dem Tiefenabgleich geändert.',
  },
  'difference.left_out': 'Ausgelassen',
  'difference.left_out.none': 'Nichts wurde ausgelassen.',
  'difference.looked': 'Die Listen von Freshdesk wurden am {time} gelesen.',
  'difference.not_looked':
    'Der Tiefenabgleich hat die Listen von Freshdesk für diesen Tag noch nicht gelesen; er tut es in der Nacht danach. Bis dahin ist nur die Seite von injixo bekannt.',
  'difference.counted_from': 'Die App wurde an diesem Tag installiert: Beide Seiten zählen ab {time}.',
  'difference.item': 'Was',
  'difference.count': 'Anzahl',

  'reason.outbound': 'E-Mails, die Agenten begonnen haben',
  'reason.internal task': 'interne Aufgaben',
  'reason.migrated': 'Tickets eines Migrationswerkzeugs',
  'reason.before cut-over': 'vor der Installation (der Import zählt sie)',
  'reason.alert': 'eigene Hinweise der App',
  'reason.agent': 'Antworten und Notizen von Agenten',
  'reason.private': 'private Notizen',
  'reason.survey': 'Antworten auf Umfragen',
  'reason.part of ticket': 'erste Chat-Nachrichten, die nur das Ticket wiederholen',
  'reason.not a contact': 'Änderungen, die keine Kontakte sind',
  'reason.other': 'andere Gründe ({code})',

  'held.intro':
    'Die App rät nie: Was injixo vielleicht angenommen hat und was es abgelehnt hat, wartet hier auf einen Menschen. Alle anderen Kontakte warten nicht auf sie.',
  'held.empty': 'Nichts wird zurückgehalten.',
  'held.unclear': 'Unklar',
  'held.parked': 'Geparkt',
  'held.unclear.hint':
    'Sehen Sie in injixo nach, ob diese Kontakte in ihren Intervallen gezählt sind. Wenn nicht, senden Sie sie erneut; wenn ja, verwerfen Sie sie.',
  'held.parked.hint':
    'injixo hat diesen Kontakt abgelehnt. Senden Sie ihn erneut, sobald die Ursache behoben ist, oder verwerfen Sie ihn.',
  'held.batch': 'Paket {number}',
  'held.contacts': {
    one: '{count} Kontakt',
    other: '{count} Kontakte',
  },
  'held.at': 'Zurückgehalten seit {time}',
  'held.show': 'Kontakte zeigen',
  'held.contact': 'Kontakt',
  'held.time': 'Zeit',
  'held.queue': 'Queue',
  'held.why': 'Grund: {reason}',
  'cause.unclear': 'keine Antwort von injixo sagte, ob sie angenommen wurden',
  'cause.refused': 'injixo hat ihn abgelehnt, auch allein',
  'cause.too_large': 'injixo fand die Anfrage zu groß, auch für einen einzigen Kontakt',
  'cause.invalid': 'er entspricht nicht den Regeln von injixo für Kontakte',
  'cause.other': 'Code {code}',
  'held.send': 'Erneut senden',
  'held.discard': 'Verwerfen',
  'held.restore': 'Wiederherstellen',
  'held.send.ask': {
    one: '{count} Kontakt erneut senden? Falls injixo ihn doch angenommen hatte, zählt er doppelt, für immer.',
    other:
      '{count} Kontakte erneut senden? Falls injixo sie doch angenommen hatte, zählen sie doppelt, für immer.',
  },
  'held.discard.ask': {
    one: '{count} Kontakt verwerfen? Er wird dann nicht gesendet. Sie können ihn hier später wiederherstellen.',
    other:
      '{count} Kontakte verwerfen? Sie werden dann nicht gesendet. Sie können sie hier später wiederherstellen.',
  },
  'held.restore.ask': {
    one: '{count} Kontakt wieder zu den zurückgehaltenen legen? Es wird noch nichts gesendet.',
    other: '{count} Kontakte wieder zu den zurückgehaltenen legen? Es wird noch nichts gesendet.',
  },
  'held.send.yes': 'Ja, erneut senden',
  'held.discard.yes': 'Ja, verwerfen',
  'held.restore.yes': 'Ja, wiederherstellen',
  'held.no': 'Nein, so lassen',
  'held.working': 'Wird ausgeführt …',
  'held.done': 'Erledigt: Paket {number} steht nicht mehr in dieser Liste.',
  'held.ordered':
    'Angeordnet. Der nächste Lauf führt es aus; was zu senden ist, wartet, bis injixo antwortet.',
  'held.discarded': 'Verworfen',
  'held.more': {
    one: '… und {count} weiterer Kontakt',
    other: '… und {count} weitere Kontakte',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Antwort {id}',
  'held.kind.unknown': 'Ticket {id}, weggeworfen',

  'history.none':
    'Es wird keine Vergangenheit importiert. Um eine zu importieren, tragen Sie ihren Anfang in die Einstellungen der App ein. Was injixo schon hat, würde doppelt zählen: Tragen Sie keinen Zeitraum ein, für den injixo schon Daten dieser Integration hat.',
  'history.state.planned': 'Geplant',
  'history.state.running': 'Läuft',
  'history.state.paused': 'Angehalten',
  'history.state.cancelled': 'Abgebrochen',
  'history.state.done': 'Fertig',
  'history.span': 'Von {from} bis {until}',
  'history.progress': 'Fortschritt des Imports',
  'history.percent': '{percent} des Zeitraums durchgesehen',
  'history.tickets': 'Importierte Tickets',
  'history.contacts': 'Importierte Kontakte',
  'history.calls': 'Verbrauchte Freshdesk-Aufrufe',
  'history.left': 'Verbleibende Zeit',
  'history.left.soon': 'etwa {time}',
  'history.left.unknown': 'noch nicht bekannt',
  'history.plan': 'Der Plan',
  'history.plan.tickets': {
    one: '{count} Ticket wurde seit dem Anfang erstellt',
    other: '{count} Tickets wurden seit dem Anfang erstellt',
  },
  'history.plan.changed': {
    one: '{count} Ticket ist durchzusehen',
    other: '{count} Tickets sind durchzusehen',
  },
  'history.plan.gap': {
    one: '{count} Ticketnummer in diesem Zeitraum zeigt die Suche von Freshdesk nicht: archiviert, gelöscht oder Spam',
    other:
      '{count} Ticketnummern in diesem Zeitraum zeigt die Suche von Freshdesk nicht: archiviert, gelöscht oder Spam',
  },
  'history.plan.minutes': 'Erwartete Dauer: {time}',
  'history.pause': 'Anhalten',
  'history.resume': 'Fortsetzen',
  'history.cancel': 'Import abbrechen',
  'history.cancel.ask':
    'Den Import abbrechen? Was importiert ist, bleibt in injixo. Der Rest der Vergangenheit wird nicht importiert.',
  'history.cancel.yes': 'Ja, Import abbrechen',
  'history.cancel.no': 'Nein, weitermachen',
  'history.working': 'Wird ausgeführt …',
  'history.ordered': 'Angeordnet. Der nächste Lauf führt es aus, innerhalb von fünf Minuten.',
  'history.obeyed': 'Erledigt.',
  'history.reach': 'Was der Import nicht erreichen kann',
  'history.again':
    'Wenn die App erneut installiert wird, würde doppelt zählen, was injixo schon hat: Tragen Sie dann {time} (UTC) als Anfang ein. Dieser Zeitpunkt rückt mit jedem neuen Kontakt weiter; lesen Sie ihn unmittelbar vor dem Deinstallieren ab.',
  'history.againLater':
    'Um die App erneut zu installieren, warten Sie, bis nichts mehr wartet und nichts zurückgehalten ist: Dann nennt diese Seite den Zeitpunkt, der als Anfang einzutragen ist.',

  'problem.start_in_future':
    'Der Anfang der Vergangenheit liegt nach der Installation der App. Tragen Sie in den Einstellungen einen früheren Tag ein oder keinen.',
  'problem.start_too_early':
    'Der Anfang der Vergangenheit liegt mehr als 3 Jahre vor der Installation der App. Tragen Sie in den Einstellungen einen späteren Tag ein.',
  'problem.start_missing':
    'Der Anfang der Vergangenheit wurde aus den Einstellungen entfernt oder ist nicht lesbar. Der Import steht still; tragen Sie den Anfang wieder ein, damit er weitergeht.',
  'problem.no_tickets': 'Freshdesk zeigt seit dem Anfang kein Ticket. Es gab nichts zu importieren.',
  'problem.freshdesk_key':
    'Freshdesk akzeptiert seinen API-Schlüssel nicht. Der Import wartet; speichern Sie den Schlüssel eines Konto-Administrators in den Einstellungen der App.',
  'problem.freshdesk_scope':
    'Der Agent des Freshdesk-API-Schlüssels sieht nicht alle Tickets. Der Import wartet, bis dieser Agent globalen Zugriff hat.',
  'problem.freshdesk_forbidden':
    'Freshdesk verweigert, was der Import lesen muss. Er wartet; verwenden Sie den Schlüssel eines Konto-Administrators.',
  'problem.freshdesk_silent':
    'Freshdesk hat seit einer Stunde nicht geantwortet. Der Import macht von selbst weiter, wo er war.',
  'problem.freshdesk_busy':
    'Freshdesk kann gerade nicht gefragt werden. Der Import macht von selbst weiter, wo er war.',
  'problem.injixo_waits':
    'injixo nimmt gerade keine Kontakte an. Der Import macht von selbst weiter, wo er war.',
  'problem.other': 'Der Import wartet (Code {code}). Er macht von selbst weiter, wo er war.',

  'reach.archived': 'Archivierte Tickets: Freshdesk führt sie in keiner Liste.',
  'reach.old_trash':
    'Tickets, die vor mehr als 30 Tagen gelöscht oder als Spam markiert wurden: Freshdesk entfernt sie endgültig.',
  'reach.trash_replies': 'Antworten auf gelöschte Tickets und Spam: Freshdesk zeigt sie nicht.',
  'reach.migrated':
    'Ob ein Ticket von einem Migrationswerkzeug stammt: Freshdesk zeigt das nur in dem Moment, in dem es geschieht. Solche Tickets zählen als Vergangenheit.',
  'reach.present_group': 'Frühere Gruppen: Jeder Kontakt zählt für die Gruppe, die sein Ticket jetzt hat.',
  'reach.crowded_second':
    'Einige von mehr als 30.000 Tickets, die sich in ein und derselben Sekunde geändert haben.',
  'reach.other': 'Etwas anderes ist nicht erreichbar (Code {code}).',

  'settings.check': 'Schlüssel prüfen',
  'settings.check.intro':
    'Fragt jetzt bei injixo und Freshdesk nach, ob die gespeicherten Schlüssel gelten. Es wird kein Kontakt gesendet.',
  'settings.checking': 'injixo und Freshdesk werden gefragt …',
  'settings.checked': 'Geprüft am {time}',
  'settings.ok': 'in Ordnung',
  'settings.failed': 'fehlgeschlagen',
  'settings.unknown': 'nicht bekannt',
  'check.injixo_key': 'injixo-API-Schlüssel',
  'check.injixo_integration': 'Integration in injixo',
  'check.freshdesk_key': 'Freshdesk-API-Schlüssel',
  'check.freshdesk_scope': 'Sieht alle Tickets',
  'check.freshdesk_role': 'Konto-Administrator',
  'check.history_from': 'Anfang der Vergangenheit',
  'check.alert_email': 'Zu benachrichtigende Person',
  'check.other': 'Prüfung „{code}“',
  'finding.injixo_key':
    'injixo akzeptiert diesen Schlüssel nicht. Erzeugen Sie in injixo einen neuen und speichern Sie ihn in den Einstellungen der App.',
  'finding.injixo_integration_needed':
    'injixo verlangt die Konfigurations-ID der Integration. Kopieren Sie sie aus injixo in die Einstellungen der App.',
  'finding.injixo_integration_unknown':
    'injixo kennt diese Integration nicht. Prüfen Sie die Konfigurations-ID und in injixo, ob es die Integration noch gibt.',
  'finding.freshdesk_key':
    'Freshdesk akzeptiert diesen Schlüssel nicht. Kopieren Sie den API-Schlüssel eines Konto-Administrators in die Einstellungen der App.',
  'finding.freshdesk_scope':
    'Der Agent dieses Schlüssels sieht nicht alle Tickets. Geben Sie ihm in Freshdesk globalen Zugriff.',
  'finding.freshdesk_role':
    'Der Agent dieses Schlüssels ist kein Konto-Administrator. Verwenden Sie den Schlüssel eines solchen.',
  'finding.injixo_unreachable':
    'injixo konnte nicht gefragt werden. Versuchen Sie es in einigen Minuten erneut.',
  'finding.freshdesk_unreachable':
    'Freshdesk konnte nicht gefragt werden. Versuchen Sie es in einigen Minuten erneut.',
  'finding.settings_invalid':
    'Ein Feld der Einstellungen ist nicht lesbar: das hier fehlgeschlagene. Öffnen Sie die Einstellungen in Freshdesk und tragen Sie es neu ein.',
  'finding.history_from':
    'Dieser Anfang ist nicht lesbar, und es wird nichts importiert. Tragen Sie einen Tag ein, den es gibt, etwa 2026-01-31, oder nichts.',
  'finding.alert_email':
    'Diese E-Mail-Adresse ist nicht lesbar, und niemand wird benachrichtigt. Tragen Sie eine Adresse ein oder nichts.',
  'finding.other':
    'Die Antwort wurde nicht verstanden (Code {code}). Versuchen Sie es in einigen Minuten erneut.',
  'settings.use': 'Genutzte Grenzen',
  'settings.use.intro': 'Was der letzte Lauf von dem genutzt hat, was in einer Minute erlaubt ist.',
  'settings.use.key_value': 'Schlüssel-Wert-Speicher',
  'settings.use.entity': 'Datensatzspeicher',
  'settings.use.freshdesk': 'Freshdesk-API',
  'settings.use.of': '{used} von {limit}',
  'settings.use.unlimited': '{used}, Grenze noch nicht bekannt',
  'settings.support': 'Support-Datei',
  'settings.support.intro':
    'Versionen, Einstellungen ohne Schlüssel, Zähler, Grenzen und die letzten Fehler. Keine Namen, keine Schlüssel, keine persönlichen Daten.',
  'settings.support.get': 'Support-Datei herunterladen',
  'settings.support.working': 'Die Datei wird zusammengestellt …',
  'settings.support.done': 'Die Support-Datei wurde heruntergeladen: {name}',
  'settings.facts': 'Über diese Installation',
  'settings.installed': 'Installiert (Umstellung)',
  'settings.last_run': 'Letzter Lauf',
  'settings.last_answer': 'Letzte Antwort von injixo',

  'error.bad_request': 'Die App hat diese Seite nicht verstanden. Laden Sie den Browser-Tab neu.',
  'error.not_held': 'Dieses Paket wird nicht mehr zurückgehalten. Die Liste wird neu gelesen.',
  'error.no_history':
    'Es wird keine Vergangenheit importiert. Tragen Sie ihren Anfang in die Einstellungen der App ein.',
  'error.store_limit':
    'Die Grenze der Plattform für diese Minute ist erreicht. Warten Sie eine Minute und versuchen Sie es erneut.',
  'error.store_failed':
    'Der Speicher der Plattform antwortet nicht. Warten Sie eine Minute und versuchen Sie es erneut.',
  'error.budget_spent':
    'Die Grenze der Plattform für diese Minute ist erreicht. Warten Sie eine Minute und versuchen Sie es erneut.',
  'error.schedule_failed':
    'Die Plattform hat sich geweigert, den nächsten Lauf zu planen. Versuchen Sie es in einigen Minuten erneut; bleibt es dabei, wenden Sie sich an den Support von Freshworks.',
  'error.record_unreadable':
    'Ein Datensatz der App ist nicht lesbar. Laden Sie die Support-Datei herunter und senden Sie sie dem Support.',
  'error.unexpected':
    'In der App ist ein unbekannter Fehler aufgetreten. Versuchen Sie es in einigen Minuten erneut; bleibt es dabei, senden Sie dem Support die Support-Datei.',
  'error.throttled': 'Diese Seite hat zu oft gefragt. Warten Sie eine Minute und versuchen Sie es erneut.',
  'error.no_answer':
    'Die App hat nicht geantwortet. Prüfen Sie Ihre Verbindung, warten Sie eine Minute und versuchen Sie es erneut.',
  'error.other': 'Das hat nicht geklappt (Code {code}). Warten Sie eine Minute und versuchen Sie es erneut.',
};
