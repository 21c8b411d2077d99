import type { Texts } from './catalogue.ts';

/** Italian. */
export const IT: Texts = {
  'page.refresh': 'Aggiorna',
  'page.refreshed': 'Situazione alle {time}',
  'page.zone': 'Tutti gli orari sono nel fuso orario {zone}.',
  'page.zone.browser':
    'Tutti gli orari sono nel fuso orario {zone} di questo browser: quello dell’account non è noto.',
  'page.loading': 'Caricamento …',
  'page.sections': 'Sezioni di questa pagina',
  'page.new':
    'L’app è stata appena installata. I primi dati arrivano entro dieci minuti e compaiono qui da soli.',
  'page.no_client':
    'Questa pagina non è riuscita a collegarsi a Freshdesk. Ricarica la scheda; se il problema resta, accedi di nuovo a Freshdesk.',
  'page.stale': 'Quello che vedi è di {time}. La pagina continua a riprovare da sola.',
  'page.version': 'Versione {version}',
  'page.again': 'Riprova',
  'page.fault':
    'In questa pagina si è verificato un errore. Ricarica la scheda; se si ripete, scarica il file di assistenza e invialo all’assistenza.',

  'tab.overview': 'Panoramica',
  'tab.queues': 'Code di origine',
  'tab.volumes': 'Volumi',
  'tab.difference': 'Confronto',
  'tab.held': 'Contatti trattenuti',
  'tab.history': 'Importazione iniziale',
  'tab.settings': 'Impostazioni e assistenza',

  'light.operational': 'Operativo',
  'light.operational.why': 'injixo risponde e tutto ciò che è dovuto è consegnato.',
  'light.operational.data': 'I nuovi contatti sono in injixo circa cinque minuti dopo il loro arrivo.',
  'light.no_store.data':
    'I contatti sono in injixo circa 20 minuti dopo il loro arrivo: questo account non ha un archivio di record, quindi vengono letti dalle liste di Freshdesk.',
  'light.importing': 'Importazione in corso',
  'light.importing.why': 'Lo storico viene importato.',
  'light.importing.data': 'I nuovi contatti hanno la precedenza; l’importazione non li rallenta.',
  'light.first': 'In attesa del primo contatto',
  'light.first.why': 'L’app è installata e segue Freshdesk. Da allora non è arrivato nessun contatto.',
  'light.first.data':
    'Il primo ticket o la prima risposta di un cliente compare qui circa cinque minuti dopo l’arrivo.',
  'light.delayed': 'In ritardo',
  'light.delayed.data':
    'Niente va perso: i contatti aspettano e vengono consegnati più tardi, ciascuno nell’intervallo in cui è arrivato.',
  'light.action': 'Serve un intervento',
  'light.action.data':
    'Niente va perso: i contatti aspettano che sia risolto e poi vengono consegnati, ciascuno nell’intervallo in cui è arrivato.',
  'light.held.data':
    'Niente va perso e niente conta due volte: questi contatti aspettano la tua decisione. Tutti gli altri non li aspettano.',
  'light.unknown': 'Non ancora noto',
  'light.unknown.why': 'Non sono ancora arrivati dati.',
  'light.unknown.data': 'I contatti vengono registrati comunque.',
  'light.since': 'Da: {time}',
  'light.next': 'Prossimo tentativo: {time}',
  'light.where.settings': 'Dove: in Freshdesk, in Admin > Apps > injixo Connect > Impostazioni.',
  'light.where.injixo':
    'Dove: in injixo, in Account > Integrazioni, poi in Freshdesk, in Admin > Apps > injixo Connect > Impostazioni.',
  'light.where.agent': 'Dove: in Freshdesk, in Admin > Agenti, per l’agente di cui l’app usa la chiave API.',
  'light.where.support':
    'Dove: all’assistenza di injixo. Allega il file di assistenza, che trovi in questa pagina in «Impostazioni e assistenza».',
  'light.where.held': 'Dove: in questa pagina, in «Contatti trattenuti».',
  'light.open.held': 'Mostra i contatti trattenuti',
  'light.open.settings': 'Controlla le impostazioni',
  'light.alert': 'Il ticket {ticket} in Freshdesk avvisa la persona indicata nelle impostazioni.',

  'failure.injixo_key':
    'injixo non accetta la sua chiave API. Genera una nuova chiave in injixo e salvala nelle impostazioni dell’app.',
  'failure.injixo_integration':
    'injixo non conosce l’integrazione. Controlla in injixo che esista ancora, e il suo ID di configurazione nelle impostazioni dell’app.',
  'failure.injixo_refuses': 'injixo non accetta richieste di questa app. Rivolgiti all’assistenza di injixo.',
  'failure.contacts_refused':
    'injixo ha rifiutato più contatti di seguito. Controlla l’ID di configurazione dell’integrazione nelle impostazioni dell’app.',
  'failure.injixo_down': 'injixo risponde con un errore.',
  'failure.injixo_unreachable': 'injixo non è raggiungibile.',
  'failure.injixo_throttled': 'injixo ha chiesto all’app di rallentare.',
  'failure.connection_broken':
    'La connessione a injixo si è interrotta durante l’invio. Quei contatti sono trattenuti come incerti.',
  'failure.unclear_answer':
    'La risposta di injixo non dice se ha preso i contatti. Sono trattenuti come incerti.',
  'failure.run_ended':
    'La piattaforma ha terminato un’esecuzione prima della risposta di injixo. I suoi contatti sono trattenuti come incerti.',
  'failure.too_many_held':
    'Sono trattenuti troppi contatti incerti. Decidi su di essi prima che ne vengano inviati altri.',
  'failure.freshdesk_key':
    'Freshdesk non accetta la sua chiave API. Salva la chiave di un amministratore dell’account nelle impostazioni dell’app.',
  'failure.freshdesk_scope':
    'L’agente della chiave API di Freshdesk non vede tutti i ticket. Dai a quell’agente l’accesso globale ai ticket.',
  'failure.freshdesk_forbidden':
    'Freshdesk rifiuta ciò che l’app deve leggere. Usa la chiave API di un amministratore dell’account.',
  'failure.freshdesk_unreachable': 'Freshdesk non è raggiungibile.',
  'failure.freshdesk_throttled': 'Freshdesk ha chiesto all’app di rallentare.',
  'failure.settings_invalid':
    'Un campo delle impostazioni dell’app non è leggibile. «Controlla le chiavi» dice quale; correggilo.',
  'failure.contacts_held': 'Alcuni contatti sono trattenuti. Decidi se inviarli di nuovo o scartarli.',
  'failure.no_runs': 'La piattaforma non avvia l’app da un po’.',
  'failure.no_answer': 'injixo non risponde da un’ora.',
  'failure.backlog': 'Aspettano più contatti di quanti un’esecuzione possa consegnare.',
  'failure.other': 'Qualcosa impedisce all’app di consegnare (codice {code}).',

  'figure.complete': 'Completo fino al',
  'figure.complete.meaning': 'Fino a questo momento ogni contatto è in injixo o se ne conosce la sorte.',
  'figure.complete.history': 'Tranne lo storico: non è importato del tutto.',
  'figure.complete.held': {
    one: 'Tranne {count} contatto trattenuto.',
    other: 'Tranne {count} contatti trattenuti.',
  },
  'figure.complete.none_held': 'Nessun contatto è trattenuto.',
  'figure.complete.deep':
    'Il controllo approfondito giornaliero di tutte le risposte è finito l’ultima volta il {time}.',
  'figure.complete.no_deep':
    'Il controllo approfondito giornaliero di tutte le risposte non è ancora finito.',
  'figure.complete.no_store':
    'Questo account non ha un archivio di record per le app: i contatti si trovano confrontando con Freshdesk ogni pochi minuti. Arrivano un po’ più tardi e non ne manca nessuno.',
  'figure.last': 'Ultimo contatto accettato',
  'figure.last.meaning': 'Quando injixo ha preso un contatto l’ultima volta.',
  'figure.waiting': 'In attesa',
  'figure.waiting.meaning':
    'Registrati, non ancora inviati. Un contatto aspetta un minuto, o fino a dieci il suo gruppo.',
  'figure.waiting.due': {
    one: '{count} di essi è da inviare.',
    other: '{count} di essi sono da inviare.',
  },
  'figure.unclear': 'Incerti',
  'figure.unclear.meaning': 'Inviati, ma nessuno può sapere se injixo li ha presi. Decide una persona.',
  'figure.parked': 'Accantonati',
  'figure.parked.meaning': 'injixo ha rifiutato questi contatti per il loro contenuto. Decide una persona.',
  'figure.repaired': 'Recuperati dalla scansione',
  'figure.repaired.meaning': 'Nessun evento li ha segnalati; l’app li ha trovati in Freshdesk e consegnati.',
  'figure.today': 'Accettati oggi',
  'figure.today.meaning': 'Contatti che injixo ha preso da mezzanotte.',
  'figure.week': 'Accettati in 7 giorni',
  'figure.week.meaning': 'Oggi e i sei giorni precedenti.',
  'figure.median': 'Ritardo mediano oggi',
  'figure.median.meaning':
    'Dal messaggio del cliente al sì di injixo: metà dei contatti in diretta è stata più veloce.',
  'figure.worst': 'Ritardo maggiore oggi',
  'figure.worst.meaning': 'Il contatto in diretta più lento di oggi.',
  'figure.queues': 'Code di origine',
  'figure.queues.meaning': 'Code che l’app ha creato in injixo.',
  'figure.left_out': 'Tralasciati',
  'figure.left_out.meaning':
    'Non sono contatti di clienti: e-mail in uscita, ticket migrati, attività interne.',
  'figure.link.queues': 'Mostra le code',
  'figure.link.volumes': 'Mostra i volumi',
  'figure.link.held': 'Mostra l’elenco',
  'figure.link.difference': 'Confronta con Freshdesk',

  'queues.search': 'Cerca per nome o identificativo',
  'queues.name': 'Coda',
  'queues.channel': 'Canale',
  'queues.today': 'Oggi',
  'queues.days7': '7 giorni',
  'queues.days28': '28 giorni',
  'queues.trend': 'Andamento, 28 giorni',
  'queues.last': 'Ultimo contatto',
  'queues.renamed': 'In Freshdesk ora: {name}. injixo conserva il primo nome, così la serie continua.',
  'queues.range': 'da {from} a {to} di {count}',
  'queues.previous': 'Indietro',
  'queues.next': 'Avanti',
  'queues.empty': 'Ancora nessuna coda di origine. Il primo contatto crea la prima.',
  'queues.none_found': 'Nessuna coda corrisponde a «{text}».',
  'queues.sort': 'Ordina per {column}',
  'queues.chart': 'Mostra i volumi di {name}',
  'queues.never': 'mai',

  'volumes.day': 'Giorno',
  'volumes.unit': 'Per',
  'volumes.unit.quarter': '15 minuti',
  'volumes.unit.hour': 'Ora',
  'volumes.unit.day': 'Giorno',
  'volumes.from': 'Dal',
  'volumes.to': 'Al',
  'volumes.queue': 'Coda',
  'volumes.total': 'Tutte le code',
  'volumes.title': 'Contatti offerti',
  'volumes.sum': {
    one: '{count} contatto in questo periodo',
    other: '{count} contatti in questo periodo',
  },
  'volumes.bar': {
    one: '{label}: {count} contatto',
    other: '{label}: {count} contatti',
  },
  'volumes.bar.repaired': {
    one: '{count} di essi trovato dalla scansione',
    other: '{count} di essi trovati dalla scansione',
  },
  'volumes.gap.after': 'Non ancora completo',
  'volumes.gap.before': 'Prima dell’inizio dei dati',
  'volumes.repaired': 'Recuperati dalla scansione',
  'volumes.today': 'Oggi',
  'volumes.table': 'Il grafico come tabella',
  'volumes.table.time': 'Orario',
  'volumes.table.count': 'Contatti',
  'volumes.table.note': 'Nota',
  'volumes.empty': 'Nessun contatto in questo periodo.',
  'volumes.no_chart':
    'Non è stato possibile caricare il grafico. La tabella qui sotto mostra lo stesso; controlla se la tua rete lascia passare cdn.jsdelivr.net.',
  'volumes.alt': 'Grafico a barre dei contatti offerti. La tabella qui sotto mostra lo stesso.',
  'volumes.dst': {
    one: 'Questo giorno ha {count} ora: cambia l’ora.',
    other: 'Questo giorno ha {count} ore: cambia l’ora.',
  },
  'volumes.span': 'Scegli un inizio che non sia dopo la fine, e al massimo 35 giorni.',

  'difference.title': 'Perché non è come in Freshdesk?',
  'difference.intro':
    'injixo conta i contatti, Freshdesk conta i ticket: un ticket è un contatto, e ogni risposta successiva del cliente è un altro.',
  'difference.day': 'Giorno',
  'difference.injixo': 'Contatti in injixo',
  'difference.tickets': 'Nuovi ticket',
  'difference.replies': 'Risposte di clienti',
  'difference.unknown_tickets': 'Ticket sconosciuti',
  'difference.unknown_replies': 'Risposte sconosciute',
  'difference.sum': 'Somma',
  'difference.bridge': 'Da injixo a Freshdesk',
  'difference.minus_replies': 'Le risposte non sono ticket a sé',
  'difference.minus_unknown': 'Contati anche come sconosciuti: eliminati o segnati come spam più tardi',
  'difference.plus': 'Tralasciati qui, contati da Freshdesk: {reason}',
  'difference.thrown': 'Nel frattempo eliminati o segnati come spam in Freshdesk',
  'difference.expected': 'Attesi in Freshdesk',
  'difference.freshdesk': 'Ticket in Freshdesk',
  'difference.rest': 'Non spiegati',
  'difference.explained': 'I numeri si spiegano a vicenda.',
  'difference.more': {
    one: 'In injixo c’è {count} ticket in più di quelli che Freshdesk mostra: è stato unito, spostato o rimosso dopo essere stato contato.',
    other:
      'In injixo ci sono {count} ticket in più di quelli che Freshdesk mostra: sono stati uniti, spostati o rimossi dopo essere stati contati.',
  },
  'difference.before': 'Quel giorno l’app non era ancora installata: è noto solo il lato di injixo.',
  'difference.partial':
    'L’app è stata installata nel corso di questo giorno ed è stato importato uno storico: injixo ha il giorno intero, le liste di Freshdesk sono state contate solo dalle {time}. I due non si possono confrontare.',
  'difference.unexplained': {
    one: '{count} ticket non è spiegato: aspetta, è trattenuto o scartato, viene da uno strumento di migrazione o è cambiato dopo il controllo approfondito.',
    other:
      '{count} ticket non sono spiegati: aspettano, sono trattenuti o scartati, vengono da uno strumento di migrazione o sono cambiati dopo il controllo approfondito.',
  },
  'difference.left_out': 'Tralasciati',
  'difference.left_out.none': 'Niente è stato tralasciato.',
  'difference.looked': 'Gli elenchi di Freshdesk sono stati letti il {time}.',
  'difference.not_looked':
    'Il controllo approfondito non ha ancora letto gli elenchi di Freshdesk per questo giorno; lo fa la notte successiva. Fino ad allora è nota solo la parte di injixo.',
  'difference.counted_from':
    'L’app è stata installata in questo giorno: entrambe le parti contano a partire da {time}.',
  'difference.item': 'Che cosa',
  'difference.count': 'Numero',

  'reason.outbound': 'e-mail iniziate da agenti',
  'reason.internal task': 'attività interne',
  'reason.migrated': 'ticket di uno strumento di migrazione',
  'reason.before cut-over': 'prima dell’installazione (li conta l’importazione)',
  'reason.alert': 'avvisi dell’app stessa',
  'reason.agent': 'risposte e note di agenti',
  'reason.private': 'note private',
  'reason.survey': 'risposte a sondaggi',
  'reason.part of ticket': 'primi messaggi di chat, che ripetono solo il ticket',
  'reason.not a contact': 'modifiche che non sono contatti',
  'reason.other': 'altri motivi ({code})',

  'held.intro':
    'L’app non indovina mai: ciò che injixo forse ha preso, e ciò che ha rifiutato, aspetta qui una persona. Tutti gli altri contatti non li aspettano.',
  'held.empty': 'Niente è trattenuto.',
  'held.unclear': 'Incerto',
  'held.parked': 'Accantonato',
  'held.unclear.hint':
    'Guarda in injixo se questi contatti sono contati nei loro intervalli. Se no, inviali di nuovo; se sì, scartali.',
  'held.parked.hint':
    'injixo ha rifiutato questo contatto. Invialo di nuovo quando la causa è risolta, oppure scartalo.',
  'held.batch': 'Lotto {number}',
  'held.contacts': {
    one: '{count} contatto',
    other: '{count} contatti',
  },
  'held.at': 'Trattenuto da: {time}',
  'held.show': 'Mostra i contatti',
  'held.contact': 'Contatto',
  'held.time': 'Orario',
  'held.queue': 'Coda',
  'held.why': 'Motivo: {reason}',
  'cause.unclear': 'nessuna risposta di injixo ha detto se li ha presi',
  'cause.refused': 'injixo lo ha rifiutato, anche da solo',
  'cause.too_large': 'injixo ha trovato la richiesta troppo grande, anche per un solo contatto',
  'cause.invalid': 'non rispetta le regole di injixo per un contatto',
  'cause.other': 'codice {code}',
  'held.send': 'Invia di nuovo',
  'held.discard': 'Scarta',
  'held.restore': 'Ripristina',
  'held.send.ask': {
    one: 'Inviare di nuovo {count} contatto? Se injixo lo aveva comunque preso, conta due volte, per sempre.',
    other:
      'Inviare di nuovo {count} contatti? Se injixo li aveva comunque presi, contano due volte, per sempre.',
  },
  'held.discard.ask': {
    one: 'Scartare {count} contatto? Allora non viene inviato. Puoi ripristinarlo qui più tardi.',
    other: 'Scartare {count} contatti? Allora non vengono inviati. Puoi ripristinarli qui più tardi.',
  },
  'held.restore.ask': {
    one: 'Rimettere {count} contatto tra quelli trattenuti? Non viene ancora inviato nulla.',
    other: 'Rimettere {count} contatti tra quelli trattenuti? Non viene ancora inviato nulla.',
  },
  'held.send.yes': 'Sì, invia di nuovo',
  'held.discard.yes': 'Sì, scarta',
  'held.restore.yes': 'Sì, ripristina',
  'held.no': 'No, lascia così',
  'held.working': 'In esecuzione …',
  'held.done': 'Fatto: il lotto {number} non è più in questo elenco.',
  'held.ordered':
    'Ordinato. Lo esegue la prossima esecuzione; ciò che va inviato aspetta che injixo risponda.',
  'held.discarded': 'Scartati',
  'held.more': {
    one: '… e {count} altro contatto',
    other: '… e altri {count} contatti',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Risposta {id}',
  'held.kind.unknown': 'Ticket {id}, gettato',

  'history.none':
    'Non viene importato nessuno storico. Per importarne uno, indica il suo inizio nelle impostazioni dell’app. Ciò che injixo ha già conterebbe due volte: non indicare periodi per i quali injixo ha già dati di questa integrazione.',
  'history.state.planned': 'Prevista',
  'history.state.running': 'In corso',
  'history.state.paused': 'In pausa',
  'history.state.cancelled': 'Annullata',
  'history.state.done': 'Finita',
  'history.span': 'Dal {from} al {until}',
  'history.progress': 'Avanzamento dell’importazione',
  'history.percent': '{percent} del periodo esaminato',
  'history.tickets': 'Ticket importati',
  'history.contacts': 'Contatti importati',
  'history.calls': 'Chiamate a Freshdesk usate',
  'history.left': 'Tempo rimanente',
  'history.left.soon': 'circa {time}',
  'history.left.unknown': 'non ancora noto',
  'history.plan': 'Il piano',
  'history.plan.tickets': {
    one: '{count} ticket è stato creato dall’inizio',
    other: '{count} ticket sono stati creati dall’inizio',
  },
  'history.plan.changed': {
    one: '{count} ticket è da esaminare',
    other: '{count} ticket sono da esaminare',
  },
  'history.plan.gap': {
    one: '{count} numero di ticket di questo periodo non compare nella ricerca di Freshdesk: archiviato, eliminato o spam',
    other:
      '{count} numeri di ticket di questo periodo non compaiono nella ricerca di Freshdesk: archiviati, eliminati o spam',
  },
  'history.plan.minutes': 'Durata prevista: {time}',
  'history.pause': 'Metti in pausa',
  'history.resume': 'Riprendi',
  'history.cancel': 'Annulla l’importazione',
  'history.cancel.ask':
    'Annullare l’importazione? Ciò che è importato resta in injixo. Il resto dello storico non viene importato.',
  'history.cancel.yes': 'Sì, annulla l’importazione',
  'history.cancel.no': 'No, continua',
  'history.working': 'In esecuzione …',
  'history.ordered': 'Ordinato. Lo esegue la prossima esecuzione, entro cinque minuti.',
  'history.obeyed': 'Fatto.',
  'history.reach': 'Ciò che l’importazione non può raggiungere',
  'history.again':
    'Se l’app viene installata di nuovo, ciò che injixo ha già conterebbe due volte: indica allora {time} (UTC) come inizio. Questo momento avanza con ogni nuovo contatto; leggilo subito prima di disinstallare.',
  'history.againLater':
    'Per installare di nuovo l’app, attendi che nulla sia in attesa né trattenuto: allora questa pagina dà il momento da indicare come inizio.',

  'problem.start_in_future':
    'L’inizio dello storico è successivo all’installazione dell’app. Indica un giorno precedente nelle impostazioni, o nessuno.',
  'problem.start_too_early':
    'L’inizio dello storico è più di 3 anni prima dell’installazione dell’app. Indica un giorno successivo nelle impostazioni.',
  'problem.start_missing':
    'L’inizio dello storico è stato tolto dalle impostazioni o non è leggibile. L’importazione è ferma; indica di nuovo l’inizio perché continui.',
  'problem.no_tickets':
    'Freshdesk non mostra nessun ticket dall’inizio dello storico. Non c’era niente da importare.',
  'problem.freshdesk_key':
    'Freshdesk non accetta la sua chiave API. L’importazione aspetta; salva la chiave di un amministratore dell’account nelle impostazioni dell’app.',
  'problem.freshdesk_scope':
    'L’agente della chiave API di Freshdesk non vede tutti i ticket. L’importazione aspetta che quell’agente abbia l’accesso globale.',
  'problem.freshdesk_forbidden':
    'Freshdesk rifiuta ciò che l’importazione deve leggere. Aspetta; usa la chiave di un amministratore dell’account.',
  'problem.freshdesk_silent':
    'Freshdesk non risponde da un’ora. L’importazione riprende da sola da dove era.',
  'problem.freshdesk_busy':
    'Ora non è possibile interrogare Freshdesk. L’importazione riprende da sola da dove era.',
  'problem.injixo_waits': 'injixo ora non prende contatti. L’importazione riprende da sola da dove era.',
  'problem.other': 'L’importazione aspetta (codice {code}). Riprende da sola da dove era.',

  'reach.archived': 'Ticket archiviati: Freshdesk non li elenca da nessuna parte.',
  'reach.old_trash':
    'Ticket eliminati o segnati come spam più di 30 giorni fa: Freshdesk li rimuove per sempre.',
  'reach.trash_replies': 'Risposte a ticket eliminati e a spam: Freshdesk non le mostra.',
  'reach.migrated':
    'Se un ticket viene da uno strumento di migrazione: Freshdesk lo mostra solo nel momento in cui accade. Questi ticket contano come storico.',
  'reach.present_group': 'Gruppi precedenti: ogni contatto conta per il gruppo che il suo ticket ha ora.',
  'reach.crowded_second': 'Alcuni di oltre 30.000 ticket cambiati nello stesso identico secondo.',
  'reach.other': 'Qualcos’altro non è raggiungibile (codice {code}).',

  'settings.check': 'Controlla le chiavi',
  'settings.check.intro':
    'Chiede ora a injixo e a Freshdesk se le chiavi salvate funzionano. Non viene inviato nessun contatto.',
  'settings.checking': 'Domanda a injixo e a Freshdesk in corso …',
  'settings.checked': 'Controllato il {time}',
  'settings.ok': 'a posto',
  'settings.failed': 'non riuscito',
  'settings.unknown': 'non noto',
  'check.injixo_key': 'Chiave API di injixo',
  'check.injixo_integration': 'Integrazione in injixo',
  'check.freshdesk_key': 'Chiave API di Freshdesk',
  'check.freshdesk_scope': 'Vede tutti i ticket',
  'check.freshdesk_role': 'Amministratore dell’account',
  'check.history_from': 'Inizio dello storico',
  'check.alert_email': 'Persona da avvisare',
  'check.other': 'Controllo «{code}»',
  'finding.injixo_key':
    'injixo non accetta questa chiave. Generane una nuova in injixo e salvala nelle impostazioni dell’app.',
  'finding.injixo_integration_needed':
    'injixo chiede l’ID di configurazione dell’integrazione. Copialo da injixo nelle impostazioni dell’app.',
  'finding.injixo_integration_unknown':
    'injixo non conosce questa integrazione. Controlla l’ID di configurazione e, in injixo, che l’integrazione esista ancora.',
  'finding.freshdesk_key':
    'Freshdesk non accetta questa chiave. Copia la chiave API di un amministratore dell’account nelle impostazioni dell’app.',
  'finding.freshdesk_scope':
    'L’agente di questa chiave non vede tutti i ticket. Dagli l’accesso globale in Freshdesk.',
  'finding.freshdesk_role':
    'L’agente di questa chiave non è amministratore dell’account. Usa la chiave di uno che lo è.',
  'finding.injixo_unreachable': 'Non è stato possibile interrogare injixo. Riprova tra qualche minuto.',
  'finding.freshdesk_unreachable': 'Non è stato possibile interrogare Freshdesk. Riprova tra qualche minuto.',
  'finding.settings_invalid':
    'Un campo delle impostazioni non è leggibile: quello qui non riuscito. Apri le impostazioni in Freshdesk e inseriscilo di nuovo.',
  'finding.history_from':
    'Questo inizio non è leggibile e nessuno storico viene importato. Indica un giorno che esiste, come 2026-01-31, o niente.',
  'finding.alert_email':
    'Questo indirizzo e-mail non è leggibile e nessuno viene avvisato. Indica un indirizzo, o niente.',
  'finding.other': 'La risposta non è stata capita (codice {code}). Riprova tra qualche minuto.',
  'settings.use': 'Limiti usati',
  'settings.use.intro': 'Quanto l’ultima esecuzione ha usato di ciò che un minuto consente.',
  'settings.use.key_value': 'Archivio chiave-valore',
  'settings.use.entity': 'Archivio di record',
  'settings.use.freshdesk': 'API di Freshdesk',
  'settings.use.of': '{used} di {limit}',
  'settings.use.unlimited': '{used}, limite non ancora noto',
  'settings.support': 'File di assistenza',
  'settings.support.intro':
    'Versioni, impostazioni senza chiavi, contatori, limiti e gli ultimi errori. Nessun nome, nessuna chiave, nessun dato personale.',
  'settings.support.get': 'Scarica il file di assistenza',
  'settings.support.working': 'Il file è in preparazione …',
  'settings.support.done': 'Il file di assistenza è stato scaricato: {name}',
  'settings.facts': 'Su questa installazione',
  'settings.installed': 'Installata (passaggio)',
  'settings.last_run': 'Ultima esecuzione',
  'settings.last_answer': 'Ultima risposta di injixo',

  'error.bad_request': 'L’app non ha capito questa pagina. Ricarica la scheda.',
  'error.not_held': 'Questo lotto non è più trattenuto. L’elenco viene riletto.',
  'error.no_history':
    'Non viene importato nessuno storico. Indica il suo inizio nelle impostazioni dell’app.',
  'error.store_limit':
    'Il limite della piattaforma per questo minuto è esaurito. Aspetta un minuto e riprova.',
  'error.store_failed': 'L’archivio della piattaforma non risponde. Aspetta un minuto e riprova.',
  'error.budget_spent':
    'Il limite della piattaforma per questo minuto è esaurito. Aspetta un minuto e riprova.',
  'error.schedule_failed':
    'La piattaforma ha rifiutato di pianificare la prossima esecuzione. Riprova tra qualche minuto; se il problema resta, contatta l’assistenza di Freshworks.',
  'error.record_unreadable':
    'Un record dell’app non è leggibile. Scarica il file di assistenza e invialo all’assistenza.',
  'error.unexpected':
    'L’app ha incontrato un errore sconosciuto. Riprova tra qualche minuto; se il problema resta, invia il file di assistenza all’assistenza.',
  'error.throttled': 'Questa pagina ha chiesto troppo spesso. Aspetta un minuto e riprova.',
  'error.no_answer': 'L’app non ha risposto. Controlla la connessione, aspetta un minuto e riprova.',
  'error.other': 'Non ha funzionato (codice {code}). Aspetta un minuto e riprova.',
};
