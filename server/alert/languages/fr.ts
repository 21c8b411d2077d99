import type { AlertWords } from '../alert-words';

/** The alert ticket in French. */
export const fr: AlertWords = {
  subject: '%APP_NAME% requiert votre attention',
  unknown: 'Ouvrez la page de l’application : elle indique ce qu’il faut faire.',
  meanwhile:
    'Rien n’est perdu : les contacts attendent et arrivent dans injixo dès que le problème est résolu, chacun dans son propre intervalle.',
  where:
    'Ouvrez %APP_NAME% dans Freshdesk : la page indique depuis quand le problème existe et s’il est résolu.',
  notCounted:
    'Ce ticket n’est pas compté comme contact. L’application ajoute une note lorsque le problème est résolu et n’ouvre pas de second ticket tant que celui-ci est ouvert.',
  solved:
    'Le problème est résolu. Ce qui attend encore arrive de lui-même dans injixo ; il n’y a rien d’autre à faire.',
  further: 'Il y a un autre problème.',
  advice: {
    injixo_key:
      'injixo refuse la clé d’API enregistrée dans l’application. Générez-en une nouvelle dans injixo et enregistrez-la dans les paramètres de l’application.',
    injixo_integration:
      'injixo ne reconnaît pas l’intégration. Vérifiez dans injixo qu’elle existe encore et contrôlez son ID de configuration dans les paramètres de l’application.',
    injixo_refuses: 'injixo rejette les requêtes de cette application. Contactez le support injixo.',
    injixo_moved: 'L’adresse d’injixo a changé. Mettez l’application à jour.',
    injixo_counts_otherwise:
      'injixo a confirmé moins de contacts que l’application n’en a envoyés, deux fois de suite. L’envoi est arrêté : comparez les contacts retenus avec injixo, puis renvoyez-les ou écartez-les.',
    contacts_refused:
      'injixo a rejeté plusieurs contacts d’affilée. Vérifiez l’ID de configuration de l’intégration dans les paramètres de l’application.',
    too_many_held:
      'Trop de contacts incertains sont retenus. Décidez de leur sort avant que l’application n’en envoie d’autres.',
    freshdesk_key:
      'Freshdesk refuse la clé d’API enregistrée dans l’application. Enregistrez la clé d’un administrateur de compte dans les paramètres de l’application.',
    freshdesk_scope:
      'L’agent dont l’application utilise la clé d’API ne voit pas tous les tickets. Donnez-lui un accès global aux tickets.',
    freshdesk_forbidden:
      'Freshdesk refuse l’accès à des données dont l’application a besoin. Utilisez la clé d’API d’un administrateur de compte.',
    freshdesk_plan:
      'Votre abonnement Freshdesk ne comprend pas un accès dont l’application a besoin. Renseignez-vous auprès de Freshworks.',
    freshdesk_suspended: 'Le compte Freshdesk est suspendu. Contactez Freshworks.',
    settings_invalid:
      'Un paramètre de l’application n’est pas valide. « Vérifier les clés » indique lequel ; corrigez-le.',
    contacts_held: 'Certains contacts sont retenus. Décidez s’il faut les renvoyer ou les écarter.',
  },
};
