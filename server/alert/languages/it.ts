import type { AlertWords } from '../alert-words';

/** The alert ticket in Italian. */
export const it: AlertWords = {
  subject: '%APP_NAME% richiede la tua attenzione',
  unknown: 'Apri la pagina dell’app: indica che cosa fare.',
  meanwhile:
    'Non va perso nulla: i contatti aspettano e arrivano in injixo appena il problema è risolto, ciascuno nel proprio intervallo.',
  where: 'Apri %APP_NAME% in Freshdesk: la pagina mostra da quando c’è il problema e se è stato risolto.',
  notCounted:
    'Questo ticket non viene contato come contatto. L’app aggiunge una nota quando il problema è risolto e non apre un secondo ticket finché questo è aperto.',
  solved: 'Il problema è risolto. Ciò che è ancora in attesa arriva da sé in injixo; non occorre fare altro.',
  further: 'C’è un altro problema.',
  advice: {
    injixo_key:
      'injixo non accetta la chiave API salvata nell’app. Genera una nuova chiave in injixo e salvala nelle impostazioni dell’app.',
    injixo_integration:
      'injixo non riconosce l’integrazione. Controlla in injixo che esista ancora e verifica l’ID di configurazione nelle impostazioni dell’app.',
    injixo_refuses: 'injixo respinge le richieste di questa app. Rivolgiti all’assistenza di injixo.',
    injixo_moved: 'L’indirizzo di injixo è cambiato. Aggiorna l’app.',
    injixo_counts_otherwise:
      'injixo ha confermato meno contatti di quanti l’app ne ha inviati, due volte di seguito. L’invio è fermo: confronta i contatti trattenuti con injixo, poi inviali di nuovo o scartali.',
    contacts_refused:
      'injixo ha respinto più contatti di seguito. Controlla l’ID di configurazione dell’integrazione nelle impostazioni dell’app.',
    too_many_held:
      'Sono trattenuti troppi contatti incerti. Decidi che cosa farne prima che l’app ne invii altri.',
    freshdesk_key:
      'Freshdesk non accetta la chiave API salvata nell’app. Salva la chiave di un amministratore dell’account nelle impostazioni dell’app.',
    freshdesk_scope:
      'L’agente di cui l’app usa la chiave API non vede tutti i ticket. Dagli l’accesso globale ai ticket.',
    freshdesk_forbidden:
      'Freshdesk nega l’accesso a dati di cui l’app ha bisogno. Usa la chiave API di un amministratore dell’account.',
    freshdesk_plan:
      'Il tuo piano Freshdesk non comprende un accesso di cui l’app ha bisogno. Chiedi a Freshworks informazioni sul piano.',
    freshdesk_suspended: 'L’account Freshdesk è sospeso. Rivolgiti a Freshworks.',
    settings_invalid:
      'Un’impostazione dell’app non è valida. «Controlla le chiavi» indica quale; correggila.',
    contacts_held: 'Alcuni contatti sono trattenuti. Decidi se inviarli di nuovo o scartarli.',
  },
};
