import type { AlertWords } from '../alert-words';

/** The alert ticket in Spanish. */
export const es: AlertWords = {
  subject: '%APP_NAME% requiere su atención',
  unknown: 'Abra la página de la aplicación: indica lo que hay que hacer.',
  meanwhile:
    'No se pierde nada: los contactos esperan y llegan a injixo cuando se resuelve el problema, cada uno en su propio intervalo.',
  where:
    'Abra %APP_NAME% en Freshdesk: la página muestra desde cuándo existe el problema y si ya está resuelto.',
  notCounted:
    'Este ticket no se cuenta como contacto. La aplicación añade una nota cuando el problema está resuelto y no abre otro ticket mientras este siga abierto.',
  solved:
    'El problema está resuelto. Lo que aún espera llega a injixo por sí solo; no hay que hacer nada más.',
  further: 'Hay otro problema.',
  advice: {
    injixo_key:
      'injixo no acepta la clave de API guardada. Genere una nueva en injixo y guárdela en los ajustes de la aplicación.',
    injixo_integration:
      'injixo no reconoce la integración. Compruebe en injixo que aún existe y revise su ID de configuración en los ajustes de la aplicación.',
    injixo_refuses:
      'injixo rechaza las peticiones de esta aplicación. Póngase en contacto con el soporte de injixo.',
    injixo_moved: 'La dirección de injixo ha cambiado. Actualice la aplicación.',
    injixo_counts_otherwise:
      'injixo ha confirmado menos contactos de los que envió la aplicación, dos veces seguidas. El envío está detenido: compare los contactos retenidos con injixo y envíelos de nuevo o descártelos.',
    contacts_refused:
      'injixo ha rechazado varios contactos seguidos. Compruebe el ID de configuración de la integración en los ajustes de la aplicación.',
    too_many_held:
      'Hay demasiados contactos dudosos retenidos. Decida sobre ellos antes de que la aplicación envíe más.',
    freshdesk_key:
      'Freshdesk no acepta la clave de API guardada. Guarde la clave de un administrador de la cuenta en los ajustes de la aplicación.',
    freshdesk_scope:
      'El agente cuya clave de API usa la aplicación no ve todos los tickets. Dele acceso global a los tickets.',
    freshdesk_forbidden:
      'Freshdesk deniega el acceso a datos que la aplicación necesita. Use la clave de API de un administrador de la cuenta.',
    freshdesk_plan:
      'Su plan de Freshdesk no incluye un acceso que la aplicación necesita. Pregunte a Freshworks por el plan.',
    freshdesk_suspended: 'La cuenta de Freshdesk está suspendida. Póngase en contacto con Freshworks.',
    settings_invalid:
      'Un ajuste de la aplicación no es válido. «Comprobar las claves» indica cuál; corríjalo.',
    contacts_held: 'Hay contactos retenidos. Decida si se envían de nuevo o se descartan.',
  },
};
