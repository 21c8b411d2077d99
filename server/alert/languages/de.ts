import type { AlertWords } from '../alert-words';

/** The alert ticket in German. */
export const de: AlertWords = {
  subject: '%APP_NAME% benötigt Ihre Aufmerksamkeit',
  unknown: 'Öffnen Sie die Seite der App: Dort steht, was zu tun ist.',
  meanwhile:
    'Nichts geht verloren: Kontakte warten und kommen in injixo an, sobald das Problem behoben ist, jeder in seinem eigenen Intervall.',
  where:
    'Öffnen Sie %APP_NAME% in Freshdesk: Die Seite zeigt, seit wann das Problem besteht und ob es behoben ist.',
  notCounted:
    'Dieses Ticket wird nicht als Kontakt gezählt. Die App fügt eine Notiz hinzu, wenn das Problem behoben ist, und eröffnet kein zweites Ticket, solange dieses offen ist.',
  solved:
    'Das Problem ist behoben. Was noch wartet, kommt von selbst in injixo an; es ist nichts weiter zu tun.',
  further: 'Es gibt ein weiteres Problem.',
  advice: {
    injixo_key:
      'injixo akzeptiert den hinterlegten API-Schlüssel nicht. Erzeugen Sie in injixo einen neuen Schlüssel und speichern Sie ihn in den Einstellungen der App.',
    injixo_integration:
      'injixo kennt die Integration nicht. Prüfen Sie in injixo, ob sie noch vorhanden ist, und in den Einstellungen der App die Konfigurations-ID.',
    injixo_refuses: 'injixo lehnt die Anfragen dieser App ab. Wenden Sie sich an den injixo-Support.',
    injixo_moved: 'Die Adresse von injixo hat sich geändert. Aktualisieren Sie die App.',
    injixo_counts_otherwise:
      'injixo hat zweimal in Folge weniger Kontakte bestätigt, als die App gesendet hat. Das Senden ist angehalten: Vergleichen Sie die zurückgehaltenen Kontakte mit injixo und senden Sie sie erneut oder verwerfen Sie sie.',
    contacts_refused:
      'injixo hat mehrere Kontakte in Folge abgelehnt. Prüfen Sie die Konfigurations-ID der Integration in den Einstellungen der App.',
    too_many_held:
      'Es werden zu viele unklare Kontakte zurückgehalten. Entscheiden Sie darüber, bevor die App weitere sendet.',
    freshdesk_key:
      'Freshdesk akzeptiert den hinterlegten API-Schlüssel nicht. Speichern Sie den Schlüssel eines Konto-Administrators in den Einstellungen der App.',
    freshdesk_scope:
      'Der Agent, dessen API-Schlüssel die App verwendet, sieht nicht alle Tickets. Geben Sie ihm globalen Zugriff auf Tickets.',
    freshdesk_forbidden:
      'Freshdesk verweigert den Zugriff auf Daten, die die App benötigt. Verwenden Sie den API-Schlüssel eines Konto-Administrators.',
    freshdesk_plan:
      'Ihr Freshdesk-Tarif enthält einen Zugriff nicht, den die App benötigt. Fragen Sie Freshworks nach dem Tarif.',
    freshdesk_suspended: 'Das Freshdesk-Konto ist gesperrt. Wenden Sie sich an Freshworks.',
    settings_invalid:
      'Eine Einstellung der App ist ungültig. „Schlüssel prüfen“ zeigt, welche; korrigieren Sie sie.',
    contacts_held:
      'Einige Kontakte werden zurückgehalten. Entscheiden Sie, ob sie erneut gesendet oder verworfen werden.',
  },
};
