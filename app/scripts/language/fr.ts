import type { Texts } from './catalogue.ts';

/** French. */
export const FR: Texts = {
  'page.refresh': 'Actualiser',
  'page.refreshed': 'État à {time}',
  'page.zone': 'Toutes les heures sont celles du fuseau {zone}.',
  'page.zone.browser':
    'Toutes les heures sont celles du fuseau {zone} de ce navigateur : celui du compte n’est pas connu.',
  'page.loading': 'Chargement …',
  'page.sections': 'Rubriques de cette page',
  'page.new':
    'L’application vient d’être installée. Ses premiers chiffres arrivent dans les dix minutes et s’affichent ici d’eux-mêmes.',
  'page.no_client':
    'Cette page n’a pas pu se connecter à Freshdesk. Rechargez l’onglet ; si cela persiste, reconnectez-vous à Freshdesk.',
  'page.stale': 'Ce que vous voyez date du {time}. La page réessaie d’elle-même.',
  'page.version': 'Version {version}',
  'page.again': 'Réessayer',
  'page.fault':
    'Cette page a rencontré une erreur. Rechargez l’onglet ; si elle revient, téléchargez le fichier d’assistance et envoyez-le au support.',

  'tab.overview': 'Vue d’ensemble',
  'tab.queues': 'Files sources',
  'tab.volumes': 'Volumes',
  'tab.difference': 'Comparaison',
  'tab.held': 'Contacts retenus',
  'tab.history': 'Import initial',
  'tab.settings': 'Paramètres et support',

  'light.operational': 'Opérationnel',
  'light.operational.why': 'injixo répond, et tout ce qui est dû est livré.',
  'light.operational.data': 'Les nouveaux contacts sont dans injixo environ cinq minutes après leur arrivée.',
  'light.no_store.data':
    'Les contacts sont dans injixo environ 20 minutes après leur arrivée : ce compte n’a pas de stockage d’enregistrements, ils sont donc lus dans les listes de Freshdesk.',
  'light.importing': 'Import en cours',
  'light.importing.why': 'L’historique est en cours d’import.',
  'light.importing.data': 'Les nouveaux contacts passent d’abord ; l’import ne les retarde pas.',
  'light.first': 'En attente du premier contact',
  'light.first.why': 'L’application est installée et suit Freshdesk. Aucun contact n’est arrivé depuis.',
  'light.first.data':
    'Le premier ticket ou la première réponse d’un client apparaît ici environ cinq minutes après son arrivée.',
  'light.delayed': 'Retardé',
  'light.delayed.data':
    'Rien n’est perdu : les contacts attendent et sont livrés plus tard, chacun dans l’intervalle où il est arrivé.',
  'light.action': 'Action requise',
  'light.action.data':
    'Rien n’est perdu : les contacts attendent que ce soit résolu, puis sont livrés, chacun dans l’intervalle où il est arrivé.',
  'light.held.data':
    'Rien n’est perdu et rien n’est compté deux fois : ces contacts attendent votre décision. Tous les autres ne les attendent pas.',
  'light.unknown': 'Pas encore connu',
  'light.unknown.why': 'Aucun chiffre n’est encore arrivé.',
  'light.unknown.data': 'Les contacts sont tout de même enregistrés.',
  'light.since': 'Depuis : {time}',
  'light.next': 'Prochain essai : {time}',
  'light.where.settings': 'Où : dans Freshdesk, sous Admin > Apps > injixo Connect > Paramètres.',
  'light.where.injixo':
    'Où : dans injixo, sous Account > Intégrations, puis dans Freshdesk, sous Admin > Apps > injixo Connect > Paramètres.',
  'light.where.agent':
    'Où : dans Freshdesk, sous Admin > Agents, pour l’agent dont l’application utilise la clé d’API.',
  'light.where.support':
    'Où : auprès du support injixo. Joignez le fichier d’assistance, que vous trouvez sur cette page sous « Paramètres et support ».',
  'light.where.held': 'Où : sur cette page, sous « Contacts retenus ».',
  'light.open.held': 'Voir les contacts retenus',
  'light.open.settings': 'Vérifier les paramètres',
  'light.alert': 'Le ticket {ticket} dans Freshdesk en informe la personne nommée dans les paramètres.',

  'failure.injixo_key':
    'injixo n’accepte pas sa clé d’API. Générez-en une nouvelle dans injixo et enregistrez-la dans les paramètres de l’application.',
  'failure.injixo_integration':
    'injixo ne connaît pas l’intégration. Vérifiez dans injixo qu’elle existe encore, et son ID de configuration dans les paramètres de l’application.',
  'failure.injixo_refuses':
    'injixo n’accepte pas les requêtes de cette application. Contactez le support injixo.',
  'failure.contacts_refused':
    'injixo a refusé plusieurs contacts d’affilée. Vérifiez l’ID de configuration de l’intégration dans les paramètres de l’application.',
  'failure.injixo_down': 'injixo répond par une erreur.',
  'failure.injixo_unreachable': 'injixo est injoignable.',
  'failure.injixo_throttled': 'injixo a demandé à l’application de ralentir.',
  'failure.connection_broken':
    'La connexion à injixo s’est rompue pendant l’envoi. Ces contacts sont retenus comme incertains.',
  'failure.unclear_answer':
    'La réponse d’injixo ne dit pas s’il a pris les contacts. Ils sont retenus comme incertains.',
  'failure.run_ended':
    'La plateforme a mis fin à une exécution avant la réponse d’injixo. Ses contacts sont retenus comme incertains.',
  'failure.too_many_held':
    'Trop de contacts incertains sont retenus. Décidez de leur sort avant que d’autres ne soient envoyés.',
  'failure.freshdesk_key':
    'Freshdesk n’accepte pas sa clé d’API. Enregistrez la clé d’un administrateur de compte dans les paramètres de l’application.',
  'failure.freshdesk_scope':
    'L’agent de la clé d’API Freshdesk ne voit pas tous les tickets. Donnez à cet agent un accès global aux tickets.',
  'failure.freshdesk_forbidden':
    'Freshdesk refuse ce que l’application doit lire. Utilisez la clé d’API d’un administrateur de compte.',
  'failure.freshdesk_unreachable': 'Freshdesk est injoignable.',
  'failure.freshdesk_throttled': 'Freshdesk a demandé à l’application de ralentir.',
  'failure.settings_invalid':
    'Un champ des paramètres de l’application est illisible. « Vérifier les clés » dit lequel ; corrigez-le.',
  'failure.contacts_held': 'Des contacts sont retenus. Décidez s’ils sont renvoyés ou écartés.',
  'failure.no_runs': 'La plateforme n’a pas lancé l’application depuis un moment.',
  'failure.no_answer': 'injixo n’a pas répondu depuis une heure.',
  'failure.backlog': 'Il y a plus de contacts en attente qu’une exécution ne peut en livrer.',
  'failure.other': 'Quelque chose empêche l’application de livrer (code {code}).',

  'figure.complete': 'Complet jusqu’au',
  'figure.complete.meaning': 'Jusqu’à ce moment, chaque contact est dans injixo ou son sort est connu.',
  'figure.complete.history': 'Sauf l’historique : il n’est pas entièrement importé.',
  'figure.complete.held': {
    one: 'Sauf {count} contact retenu.',
    other: 'Sauf {count} contacts retenus.',
  },
  'figure.complete.none_held': 'Aucun contact n’est retenu.',
  'figure.complete.deep': 'Le contrôle approfondi quotidien de toutes les réponses s’est terminé le {time}.',
  'figure.complete.no_deep':
    'Le contrôle approfondi quotidien de toutes les réponses ne s’est pas encore terminé.',
  'figure.complete.no_store':
    'Ce compte n’a pas de stockage d’enregistrements pour les applications : les contacts sont trouvés en comparant avec Freshdesk toutes les quelques minutes. Ils arrivent un peu plus tard, et aucun ne manque.',
  'figure.last': 'Dernier contact accepté',
  'figure.last.meaning': 'Quand injixo a pris un contact pour la dernière fois.',
  'figure.waiting': 'En attente',
  'figure.waiting.meaning':
    'Enregistrés, pas encore envoyés. Un contact attend une minute, ou jusqu’à dix pour son groupe.',
  'figure.waiting.due': {
    one: '{count} d’entre eux est à envoyer.',
    other: '{count} d’entre eux sont à envoyer.',
  },
  'figure.unclear': 'Incertains',
  'figure.unclear.meaning': 'Envoyés, mais nul ne peut savoir si injixo les a pris. Une personne décide.',
  'figure.parked': 'Mis de côté',
  'figure.parked.meaning': 'injixo a refusé ces contacts pour leur contenu. Une personne décide.',
  'figure.repaired': 'Rattrapés par l’analyse',
  'figure.repaired.meaning':
    'Aucun événement ne les a signalés ; l’application les a trouvés dans Freshdesk et livrés.',
  'figure.today': 'Acceptés aujourd’hui',
  'figure.today.meaning': 'Contacts qu’injixo a pris depuis minuit.',
  'figure.week': 'Acceptés en 7 jours',
  'figure.week.meaning': 'Aujourd’hui et les six jours précédents.',
  'figure.median': 'Délai médian aujourd’hui',
  'figure.median.meaning':
    'Du message du client au oui d’injixo : la moitié des contacts en direct ont été plus rapides.',
  'figure.worst': 'Délai le plus long aujourd’hui',
  'figure.worst.meaning': 'Le contact en direct le plus lent d’aujourd’hui.',
  'figure.queues': 'Files sources',
  'figure.queues.meaning': 'Files que l’application a créées dans injixo.',
  'figure.left_out': 'Laissés de côté',
  'figure.left_out.meaning':
    'Pas des contacts de clients : e-mails sortants, tickets migrés, tâches internes.',
  'figure.link.queues': 'Voir les files',
  'figure.link.volumes': 'Voir les volumes',
  'figure.link.held': 'Voir la liste',
  'figure.link.difference': 'Comparer à Freshdesk',

  'queues.search': 'Chercher par nom ou identifiant',
  'queues.name': 'File',
  'queues.channel': 'Canal',
  'queues.today': 'Aujourd’hui',
  'queues.days7': '7 jours',
  'queues.days28': '28 jours',
  'queues.trend': 'Tendance, 28 jours',
  'queues.last': 'Dernier contact',
  'queues.renamed':
    'Dans Freshdesk maintenant : {name}. injixo garde le premier nom, pour que la série continue.',
  'queues.range': '{from} à {to} sur {count}',
  'queues.previous': 'Précédent',
  'queues.next': 'Suivant',
  'queues.empty': 'Aucune file source pour l’instant. Le premier contact crée la première.',
  'queues.none_found': 'Aucune file ne correspond à « {text} ».',
  'queues.sort': 'Trier par {column}',
  'queues.chart': 'Voir les volumes de {name}',
  'queues.never': 'jamais',

  'volumes.day': 'Jour',
  'volumes.unit': 'Par',
  'volumes.unit.quarter': '15 minutes',
  'volumes.unit.hour': 'Heure',
  'volumes.unit.day': 'Jour',
  'volumes.from': 'Du',
  'volumes.to': 'Au',
  'volumes.queue': 'File',
  'volumes.total': 'Toutes les files',
  'volumes.title': 'Contacts offerts',
  'volumes.sum': {
    one: '{count} contact sur cette période',
    other: '{count} contacts sur cette période',
  },
  'volumes.bar': {
    one: '{label} : {count} contact',
    other: '{label} : {count} contacts',
  },
  'volumes.bar.repaired': {
    one: 'dont {count} trouvé par l’analyse',
    other: 'dont {count} trouvés par l’analyse',
  },
  'volumes.gap.after': 'Pas encore complet',
  'volumes.gap.before': 'Avant le début des données',
  'volumes.repaired': 'Rattrapés par l’analyse',
  'volumes.today': 'Aujourd’hui',
  'volumes.table': 'Le graphique en tableau',
  'volumes.table.time': 'Heure',
  'volumes.table.count': 'Contacts',
  'volumes.table.note': 'Remarque',
  'volumes.empty': 'Aucun contact sur cette période.',
  'volumes.no_chart':
    'Le graphique n’a pas pu être chargé. Le tableau ci-dessous montre la même chose ; vérifiez que votre réseau laisse passer cdn.jsdelivr.net.',
  'volumes.alt': 'Histogramme des contacts offerts. Le tableau ci-dessous montre la même chose.',
  'volumes.dst': {
    one: 'Ce jour a {count} heure : on change d’heure.',
    other: 'Ce jour a {count} heures : on change d’heure.',
  },
  'volumes.span': 'Choisissez un début qui ne soit pas après la fin, et 35 jours au plus.',

  'difference.title': 'Pourquoi pas la même chose que dans Freshdesk ?',
  'difference.intro':
    'injixo compte des contacts, Freshdesk compte des tickets : un ticket est un contact, et chaque réponse ultérieure du client en est un autre.',
  'difference.day': 'Jour',
  'difference.injixo': 'Contacts dans injixo',
  'difference.tickets': 'Nouveaux tickets',
  'difference.replies': 'Réponses de clients',
  'difference.unknown_tickets': 'Tickets inconnus',
  'difference.unknown_replies': 'Réponses inconnues',
  'difference.sum': 'Somme',
  'difference.bridge': 'D’injixo à Freshdesk',
  'difference.minus_replies': 'Les réponses ne sont pas des tickets',
  'difference.minus_unknown': 'Comptés aussi comme inconnus : supprimés ou marqués comme spam plus tard',
  'difference.plus': 'Laissés de côté ici, comptés par Freshdesk : {reason}',
  'difference.thrown': 'Supprimés ou marqués comme spam depuis dans Freshdesk',
  'difference.expected': 'Attendus dans Freshdesk',
  'difference.freshdesk': 'Tickets dans Freshdesk',
  'difference.rest': 'Non expliqués',
  'difference.explained': 'Les chiffres s’expliquent l’un par l’autre.',
  'difference.more': {
    one: '{count} ticket de plus que ce que montre Freshdesk est dans injixo : il a été fusionné, déplacé ou supprimé après avoir été compté.',
    other:
      '{count} tickets de plus que ce que montre Freshdesk sont dans injixo : ils ont été fusionnés, déplacés ou supprimés après avoir été comptés.',
  },
  'difference.before':
    'L’application n’était pas encore installée ce jour-là : seul le côté injixo est connu.',
  'difference.partial':
    'L’application a été installée au cours de cette journée et un historique a été importé : injixo a la journée entière, les listes de Freshdesk n’ont été comptées qu’à partir de {time}. Les deux ne sont pas comparables.',
  'difference.unexplained': {
    one: '{count} ticket n’est pas expliqué : il attend, est retenu ou écarté, vient d’un outil de migration ou a été modifié après le contrôle approfondi.',
    other:
      '{count} tickets ne sont pas expliqués : ils attendent, sont retenus ou écartés, viennent d’un outil de migration ou ont été modifiés après le contrôle approfondi.',
  },
  'difference.left_out': 'Laissés de côté',
  'difference.left_out.none': 'Rien n’a été laissé de côté.',
  'difference.looked': 'Les listes de Freshdesk ont été lues le {time}.',
  'difference.not_looked':
    'Le contrôle approfondi n’a pas encore lu les listes de Freshdesk pour ce jour ; il le fait la nuit suivante. D’ici là, seul le côté d’injixo est connu.',
  'difference.counted_from':
    'L’application a été installée ce jour-là : les deux côtés comptent à partir de {time}.',
  'difference.item': 'Quoi',
  'difference.count': 'Nombre',

  'reason.outbound': 'e-mails commencés par des agents',
  'reason.internal task': 'tâches internes',
  'reason.migrated': 'tickets d’un outil de migration',
  'reason.before cut-over': 'avant l’installation (l’import les compte)',
  'reason.alert': 'avis de l’application elle-même',
  'reason.agent': 'réponses et notes d’agents',
  'reason.private': 'notes privées',
  'reason.survey': 'réponses à des enquêtes',
  'reason.part of ticket': 'premiers messages de chat, qui ne font que répéter le ticket',
  'reason.not a contact': 'modifications qui ne sont pas des contacts',
  'reason.other': 'autres raisons ({code})',

  'held.intro':
    'L’application ne devine jamais : ce qu’injixo a peut-être pris, et ce qu’il a refusé, attend ici une personne. Tous les autres contacts ne les attendent pas.',
  'held.empty': 'Rien n’est retenu.',
  'held.unclear': 'Incertain',
  'held.parked': 'Mis de côté',
  'held.unclear.hint':
    'Regardez dans injixo si ces contacts sont comptés dans leurs intervalles. Sinon, renvoyez-les ; si oui, écartez-les.',
  'held.parked.hint': 'injixo a refusé ce contact. Renvoyez-le une fois la cause disparue, ou écartez-le.',
  'held.batch': 'Lot {number}',
  'held.contacts': {
    one: '{count} contact',
    other: '{count} contacts',
  },
  'held.at': 'Retenu depuis : {time}',
  'held.show': 'Voir les contacts',
  'held.contact': 'Contact',
  'held.time': 'Heure',
  'held.queue': 'File',
  'held.why': 'Raison : {reason}',
  'cause.unclear': 'aucune réponse d’injixo n’a dit s’il les a pris',
  'cause.refused': 'injixo l’a refusé, même seul',
  'cause.too_large': 'injixo a trouvé la requête trop grande, même pour un seul contact',
  'cause.invalid': 'il ne respecte pas les règles d’injixo pour un contact',
  'cause.other': 'code {code}',
  'held.send': 'Renvoyer',
  'held.discard': 'Écarter',
  'held.restore': 'Restaurer',
  'held.send.ask': {
    one: 'Renvoyer {count} contact ? Si injixo l’avait pris malgré tout, il compte deux fois, pour toujours.',
    other:
      'Renvoyer {count} contacts ? Si injixo les avait pris malgré tout, ils comptent deux fois, pour toujours.',
  },
  'held.discard.ask': {
    one: 'Écarter {count} contact ? Il n’est alors pas envoyé. Vous pouvez le restaurer ici plus tard.',
    other:
      'Écarter {count} contacts ? Ils ne sont alors pas envoyés. Vous pouvez les restaurer ici plus tard.',
  },
  'held.restore.ask': {
    one: 'Remettre {count} contact parmi les retenus ? Rien n’est encore envoyé.',
    other: 'Remettre {count} contacts parmi les retenus ? Rien n’est encore envoyé.',
  },
  'held.send.yes': 'Oui, renvoyer',
  'held.discard.yes': 'Oui, écarter',
  'held.restore.yes': 'Oui, restaurer',
  'held.no': 'Non, laisser ainsi',
  'held.working': 'En cours …',
  'held.done': 'Fait : le lot {number} n’est plus dans cette liste.',
  'held.ordered':
    'Demandé. La prochaine exécution s’en charge ; ce qui est à envoyer attend qu’injixo réponde.',
  'held.discarded': 'Écartés',
  'held.more': {
    one: '… et {count} autre contact',
    other: '… et {count} autres contacts',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Réponse {id}',
  'held.kind.unknown': 'Ticket {id}, jeté',

  'history.none':
    'Aucun historique n’est importé. Pour en importer un, saisissez son début dans les paramètres de l’application. Ce qu’injixo a déjà compterait deux fois : ne saisissez aucune période pour laquelle injixo a déjà des données de cette intégration.',
  'history.state.planned': 'Prévu',
  'history.state.running': 'En cours',
  'history.state.paused': 'En pause',
  'history.state.cancelled': 'Annulé',
  'history.state.done': 'Terminé',
  'history.span': 'Du {from} au {until}',
  'history.progress': 'Avancement de l’import',
  'history.percent': '{percent} de la période parcourus',
  'history.tickets': 'Tickets importés',
  'history.contacts': 'Contacts importés',
  'history.calls': 'Appels Freshdesk utilisés',
  'history.left': 'Temps restant',
  'history.left.soon': 'environ {time}',
  'history.left.unknown': 'pas encore connu',
  'history.plan': 'Le plan',
  'history.plan.tickets': {
    one: '{count} ticket a été créé depuis le début',
    other: '{count} tickets ont été créés depuis le début',
  },
  'history.plan.changed': {
    one: '{count} ticket est à examiner',
    other: '{count} tickets sont à examiner',
  },
  'history.plan.gap': {
    one: '{count} numéro de ticket de cette période n’apparaît pas dans la recherche de Freshdesk : archivé, supprimé ou spam',
    other:
      '{count} numéros de ticket de cette période n’apparaissent pas dans la recherche de Freshdesk : archivés, supprimés ou spam',
  },
  'history.plan.minutes': 'Durée prévue : {time}',
  'history.pause': 'Mettre en pause',
  'history.resume': 'Reprendre',
  'history.cancel': 'Annuler l’import',
  'history.cancel.ask':
    'Annuler l’import ? Ce qui est importé reste dans injixo. Le reste de l’historique n’est pas importé.',
  'history.cancel.yes': 'Oui, annuler l’import',
  'history.cancel.no': 'Non, continuer',
  'history.working': 'En cours …',
  'history.ordered': 'Demandé. La prochaine exécution s’en charge, dans les cinq minutes.',
  'history.obeyed': 'Fait.',
  'history.reach': 'Ce que l’import ne peut pas atteindre',
  'history.again':
    'Si l’application est réinstallée, ce qu’injixo a déjà compterait deux fois : saisissez alors {time} (UTC) comme début. Ce moment avance avec chaque nouveau contact ; relevez-le juste avant de désinstaller.',
  'history.againLater':
    'Pour réinstaller l’application, attendez que plus rien ne soit en attente ni retenu : cette page donnera alors le moment à saisir comme début.',

  'problem.start_in_future':
    'Le début de l’historique est postérieur à l’installation de l’application. Saisissez un jour antérieur dans les paramètres, ou aucun.',
  'problem.start_too_early':
    'Le début de l’historique est plus de 3 ans avant l’installation de l’application. Saisissez un jour plus tardif dans les paramètres.',
  'problem.start_missing':
    'Le début de l’historique a été retiré des paramètres ou est illisible. L’import est arrêté ; saisissez de nouveau le début pour qu’il reprenne.',
  'problem.no_tickets':
    'Freshdesk ne montre aucun ticket depuis le début de l’historique. Il n’y avait rien à importer.',
  'problem.freshdesk_key':
    'Freshdesk n’accepte pas sa clé d’API. L’import attend ; enregistrez la clé d’un administrateur de compte dans les paramètres de l’application.',
  'problem.freshdesk_scope':
    'L’agent de la clé d’API Freshdesk ne voit pas tous les tickets. L’import attend que cet agent ait un accès global.',
  'problem.freshdesk_forbidden':
    'Freshdesk refuse ce que l’import doit lire. Il attend ; utilisez la clé d’un administrateur de compte.',
  'problem.freshdesk_silent':
    'Freshdesk n’a pas répondu depuis une heure. L’import reprend de lui-même là où il en était.',
  'problem.freshdesk_busy':
    'Freshdesk ne peut pas être interrogé pour l’instant. L’import reprend de lui-même là où il en était.',
  'problem.injixo_waits':
    'injixo ne prend pas de contacts pour l’instant. L’import reprend de lui-même là où il en était.',
  'problem.other': 'L’import attend (code {code}). Il reprend de lui-même là où il en était.',

  'reach.archived': 'Les tickets archivés : Freshdesk ne les liste nulle part.',
  'reach.old_trash':
    'Les tickets supprimés ou marqués comme spam il y a plus de 30 jours : Freshdesk les retire définitivement.',
  'reach.trash_replies': 'Les réponses aux tickets supprimés et au spam : Freshdesk ne les montre pas.',
  'reach.migrated':
    'Si un ticket vient d’un outil de migration : Freshdesk ne le montre qu’au moment où cela arrive. Ces tickets comptent comme historique.',
  'reach.present_group':
    'Les anciens groupes : chaque contact compte pour le groupe que son ticket a maintenant.',
  'reach.crowded_second': 'Certains de plus de 30 000 tickets modifiés dans une seule et même seconde.',
  'reach.other': 'Autre chose ne peut pas être atteint (code {code}).',

  'settings.check': 'Vérifier les clés',
  'settings.check.intro':
    'Demande maintenant à injixo et à Freshdesk si les clés enregistrées fonctionnent. Aucun contact n’est envoyé.',
  'settings.checking': 'injixo et Freshdesk sont interrogés …',
  'settings.checked': 'Vérifié le {time}',
  'settings.ok': 'en ordre',
  'settings.failed': 'échec',
  'settings.unknown': 'inconnu',
  'check.injixo_key': 'Clé d’API injixo',
  'check.injixo_integration': 'Intégration dans injixo',
  'check.freshdesk_key': 'Clé d’API Freshdesk',
  'check.freshdesk_scope': 'Voit tous les tickets',
  'check.freshdesk_role': 'Administrateur de compte',
  'check.history_from': 'Début de l’historique',
  'check.alert_email': 'Personne à prévenir',
  'check.other': 'Vérification « {code} »',
  'finding.injixo_key':
    'injixo n’accepte pas cette clé. Générez-en une nouvelle dans injixo et enregistrez-la dans les paramètres de l’application.',
  'finding.injixo_integration_needed':
    'injixo demande l’ID de configuration de l’intégration. Copiez-le d’injixo dans les paramètres de l’application.',
  'finding.injixo_integration_unknown':
    'injixo ne connaît pas cette intégration. Vérifiez l’ID de configuration et, dans injixo, que l’intégration existe encore.',
  'finding.freshdesk_key':
    'Freshdesk n’accepte pas cette clé. Copiez la clé d’API d’un administrateur de compte dans les paramètres de l’application.',
  'finding.freshdesk_scope':
    'L’agent de cette clé ne voit pas tous les tickets. Donnez-lui un accès global dans Freshdesk.',
  'finding.freshdesk_role':
    'L’agent de cette clé n’est pas administrateur de compte. Utilisez la clé d’un administrateur.',
  'finding.injixo_unreachable': 'injixo n’a pas pu être interrogé. Réessayez dans quelques minutes.',
  'finding.freshdesk_unreachable': 'Freshdesk n’a pas pu être interrogé. Réessayez dans quelques minutes.',
  'finding.settings_invalid':
    'Un champ des paramètres est illisible : celui qui est en échec ici. Ouvrez les paramètres dans Freshdesk et saisissez-le de nouveau.',
  'finding.history_from':
    'Ce début est illisible et aucun historique n’est importé. Saisissez un jour qui existe, par exemple 2026-01-31, ou rien.',
  'finding.alert_email':
    'Cette adresse e-mail est illisible et personne n’est prévenu. Saisissez une adresse, ou rien.',
  'finding.other': 'La réponse n’a pas été comprise (code {code}). Réessayez dans quelques minutes.',
  'settings.use': 'Limites utilisées',
  'settings.use.intro': 'Ce que la dernière exécution a utilisé de ce qu’une minute permet.',
  'settings.use.key_value': 'Stockage clé-valeur',
  'settings.use.entity': 'Stockage d’enregistrements',
  'settings.use.freshdesk': 'API Freshdesk',
  'settings.use.of': '{used} sur {limit}',
  'settings.use.unlimited': '{used}, limite pas encore connue',
  'settings.support': 'Fichier d’assistance',
  'settings.support.intro':
    'Versions, paramètres sans les clés, compteurs, limites et dernières erreurs. Ni noms, ni clés, ni données personnelles.',
  'settings.support.get': 'Télécharger le fichier d’assistance',
  'settings.support.working': 'Le fichier est en préparation …',
  'settings.support.done': 'Le fichier d’assistance a été téléchargé : {name}',
  'settings.facts': 'À propos de cette installation',
  'settings.installed': 'Installée (bascule)',
  'settings.last_run': 'Dernière exécution',
  'settings.last_answer': 'Dernière réponse d’injixo',

  'error.bad_request': 'L’application n’a pas compris cette page. Rechargez l’onglet.',
  'error.not_held': 'Ce lot n’est plus retenu. La liste est relue.',
  'error.no_history':
    'Aucun historique n’est importé. Saisissez son début dans les paramètres de l’application.',
  'error.store_limit':
    'La limite de la plateforme pour cette minute est atteinte. Attendez une minute et réessayez.',
  'error.store_failed': 'Le stockage de la plateforme ne répond pas. Attendez une minute et réessayez.',
  'error.budget_spent':
    'La limite de la plateforme pour cette minute est atteinte. Attendez une minute et réessayez.',
  'error.schedule_failed':
    'La plateforme a refusé de planifier la prochaine exécution. Réessayez dans quelques minutes ; si cela persiste, contactez le support de Freshworks.',
  'error.record_unreadable':
    'Un enregistrement de l’application est illisible. Téléchargez le fichier d’assistance et envoyez-le au support.',
  'error.unexpected':
    'L’application a rencontré une erreur inconnue. Réessayez dans quelques minutes ; si cela persiste, envoyez le fichier d’assistance au support.',
  'error.throttled': 'Cette page a demandé trop souvent. Attendez une minute et réessayez.',
  'error.no_answer':
    'L’application n’a pas répondu. Vérifiez votre connexion, attendez une minute et réessayez.',
  'error.other': 'Cela n’a pas fonctionné (code {code}). Attendez une minute et réessayez.',
};
