import type { Texts } from './catalogue.ts';

/** Spanish. */
export const ES: Texts = {
  'page.refresh': 'Actualizar',
  'page.refreshed': 'Situación a las {time}',
  'page.zone': 'Todas las horas son de la zona horaria {zone}.',
  'page.zone.browser':
    'Todas las horas son de la zona horaria {zone} de este navegador: no se conoce la de la cuenta.',
  'page.loading': 'Cargando …',
  'page.sections': 'Secciones de esta página',
  'page.new':
    'La aplicación se acaba de instalar. Sus primeras cifras llegan en diez minutos y aparecen aquí por sí solas.',
  'page.no_client':
    'Esta página no ha podido conectarse a Freshdesk. Vuelva a cargar la pestaña; si continúa, inicie sesión de nuevo en Freshdesk.',
  'page.stale': 'Lo que ve es de {time}. La página lo sigue intentando por sí sola.',
  'page.version': 'Versión {version}',
  'page.again': 'Intentar de nuevo',
  'page.fault':
    'Se ha producido un error en esta página. Vuelva a cargar la pestaña; si se repite, descargue el archivo de soporte y envíelo al soporte.',

  'tab.overview': 'Resumen',
  'tab.queues': 'Colas de origen',
  'tab.volumes': 'Volúmenes',
  'tab.difference': 'Comparación',
  'tab.held': 'Contactos retenidos',
  'tab.history': 'Importación inicial',
  'tab.settings': 'Ajustes y soporte',

  'light.operational': 'Operativo',
  'light.operational.why': 'injixo responde y todo lo pendiente está entregado.',
  'light.operational.data': 'Los contactos nuevos están en injixo unos cinco minutos después de producirse.',
  'light.no_store.data':
    'Los contactos están en injixo unos 20 minutos después de producirse: esta cuenta no tiene almacén de registros, así que se leen de las listas de Freshdesk.',
  'light.importing': 'Importando',
  'light.importing.why': 'Se está importando el historial.',
  'light.importing.data': 'Los contactos nuevos van primero; la importación no los retrasa.',
  'light.first': 'A la espera del primer contacto',
  'light.first.why':
    'La aplicación está instalada y sigue a Freshdesk. Desde entonces no ha llegado ningún contacto.',
  'light.first.data':
    'El primer ticket o la primera respuesta de un cliente aparece aquí unos cinco minutos después de producirse.',
  'light.delayed': 'Con retraso',
  'light.delayed.data':
    'No se pierde nada: los contactos esperan y se entregan más tarde, cada uno en el intervalo en que se produjo.',
  'light.action': 'Se requiere una acción',
  'light.action.data':
    'No se pierde nada: los contactos esperan a que se resuelva y luego se entregan, cada uno en el intervalo en que se produjo.',
  'light.held.data':
    'No se pierde nada y nada cuenta dos veces: estos contactos esperan su decisión. Todos los demás no esperan por ellos.',
  'light.unknown': 'Aún no se sabe',
  'light.unknown.why': 'Todavía no han llegado cifras.',
  'light.unknown.data': 'Los contactos se registran de todos modos.',
  'light.since': 'Desde: {time}',
  'light.next': 'Próximo intento: {time}',
  'light.where.settings': 'Dónde: en Freshdesk, en Admin > Apps > injixo Connect > Ajustes.',
  'light.where.injixo':
    'Dónde: en injixo, en Account > Integraciones, y después en Freshdesk, en Admin > Apps > injixo Connect > Ajustes.',
  'light.where.agent':
    'Dónde: en Freshdesk, en Admin > Agentes, en el agente cuya clave de API usa la aplicación.',
  'light.where.support':
    'Dónde: en el soporte de injixo. Adjunte el archivo de soporte, que encontrará en esta página en «Ajustes y soporte».',
  'light.where.held': 'Dónde: en esta página, en «Contactos retenidos».',
  'light.open.held': 'Ver los contactos retenidos',
  'light.open.settings': 'Comprobar los ajustes',
  'light.alert': 'El ticket {ticket} de Freshdesk informa de ello a la persona indicada en los ajustes.',

  'failure.injixo_key':
    'injixo no acepta su clave de API. Genere una nueva en injixo y guárdela en los ajustes de la aplicación.',
  'failure.injixo_integration':
    'injixo no conoce la integración. Compruebe en injixo que aún existe, y su ID de configuración en los ajustes de la aplicación.',
  'failure.injixo_refuses':
    'injixo no acepta peticiones de esta aplicación. Póngase en contacto con el soporte de injixo.',
  'failure.contacts_refused':
    'injixo ha rechazado varios contactos seguidos. Compruebe el ID de configuración de la integración en los ajustes de la aplicación.',
  'failure.injixo_down': 'injixo responde con un error.',
  'failure.injixo_unreachable': 'No se puede acceder a injixo.',
  'failure.injixo_throttled': 'injixo ha pedido a la aplicación que vaya más despacio.',
  'failure.connection_broken':
    'La conexión con injixo se cortó durante el envío. Esos contactos quedan retenidos como dudosos.',
  'failure.unclear_answer':
    'La respuesta de injixo no dice si aceptó los contactos. Quedan retenidos como dudosos.',
  'failure.run_ended':
    'La plataforma terminó una ejecución antes de que injixo respondiera. Sus contactos quedan retenidos como dudosos.',
  'failure.too_many_held':
    'Hay demasiados contactos dudosos retenidos. Decida sobre ellos antes de que se envíen más.',
  'failure.freshdesk_key':
    'Freshdesk no acepta su clave de API. Guarde la clave de un administrador de la cuenta en los ajustes de la aplicación.',
  'failure.freshdesk_scope':
    'El agente de la clave de API de Freshdesk no ve todos los tickets. Dé a ese agente acceso global a los tickets.',
  'failure.freshdesk_forbidden':
    'Freshdesk deniega lo que la aplicación tiene que leer. Use la clave de API de un administrador de la cuenta.',
  'failure.freshdesk_unreachable': 'No se puede acceder a Freshdesk.',
  'failure.freshdesk_throttled': 'Freshdesk ha pedido a la aplicación que vaya más despacio.',
  'failure.settings_invalid':
    'Un campo de los ajustes de la aplicación no se puede leer. «Comprobar las claves» dice cuál; corríjalo.',
  'failure.contacts_held': 'Hay contactos retenidos. Decida si se envían de nuevo o se descartan.',
  'failure.no_runs': 'La plataforma lleva un tiempo sin iniciar la aplicación.',
  'failure.no_answer': 'injixo no ha respondido desde hace una hora.',
  'failure.backlog': 'Esperan más contactos de los que una ejecución puede entregar.',
  'failure.other': 'Algo impide que la aplicación entregue (código {code}).',

  'figure.complete': 'Completo hasta',
  'figure.complete.meaning': 'Hasta este momento, cada contacto está en injixo o se sabe qué ha sido de él.',
  'figure.complete.history': 'Salvo el historial: no está importado por completo.',
  'figure.complete.held': {
    one: 'Excepto {count} contacto retenido.',
    other: 'Excepto {count} contactos retenidos.',
  },
  'figure.complete.none_held': 'No hay ningún contacto retenido.',
  'figure.complete.deep':
    'La revisión profunda diaria de todas las respuestas terminó por última vez el {time}.',
  'figure.complete.no_deep': 'La revisión profunda diaria de todas las respuestas aún no ha terminado.',
  'figure.complete.no_store':
    'Esta cuenta no tiene almacén de registros para aplicaciones: los contactos se encuentran comparando con Freshdesk cada pocos minutos. Llegan un poco más tarde y no falta ninguno.',
  'figure.last': 'Último contacto aceptado',
  'figure.last.meaning': 'Cuándo aceptó injixo un contacto por última vez.',
  'figure.waiting': 'En espera',
  'figure.waiting.meaning':
    'Registrados, aún sin enviar. Un contacto espera un minuto, o hasta diez a su grupo.',
  'figure.waiting.due': {
    one: '{count} de ellos está listo para enviar.',
    other: '{count} de ellos están listos para enviar.',
  },
  'figure.unclear': 'Dudosos',
  'figure.unclear.meaning': 'Enviados, pero nadie puede saber si injixo los aceptó. Decide una persona.',
  'figure.parked': 'Apartados',
  'figure.parked.meaning': 'injixo rechazó estos contactos por su contenido. Decide una persona.',
  'figure.repaired': 'Recuperados por el repaso',
  'figure.repaired.meaning':
    'Ningún evento avisó de ellos; la aplicación los encontró en Freshdesk y los entregó.',
  'figure.today': 'Aceptados hoy',
  'figure.today.meaning': 'Contactos que injixo ha aceptado desde la medianoche.',
  'figure.week': 'Aceptados en 7 días',
  'figure.week.meaning': 'Hoy y los seis días anteriores.',
  'figure.median': 'Retraso mediano hoy',
  'figure.median.meaning':
    'Del mensaje del cliente al sí de injixo: la mitad de los contactos en directo fue más rápida.',
  'figure.worst': 'Mayor retraso hoy',
  'figure.worst.meaning': 'El contacto en directo más lento de hoy.',
  'figure.queues': 'Colas de origen',
  'figure.queues.meaning': 'Colas que la aplicación ha creado en injixo.',
  'figure.left_out': 'Omitidos',
  'figure.left_out.meaning':
    'No son contactos de clientes: correos salientes, tickets migrados, tareas internas.',
  'figure.link.queues': 'Ver las colas',
  'figure.link.volumes': 'Ver los volúmenes',
  'figure.link.held': 'Ver la lista',
  'figure.link.difference': 'Comparar con Freshdesk',

  'queues.search': 'Buscar por nombre o identificador',
  'queues.name': 'Cola',
  'queues.channel': 'Canal',
  'queues.today': 'Hoy',
  'queues.days7': '7 días',
  'queues.days28': '28 días',
  'queues.trend': 'Tendencia, 28 días',
  'queues.last': 'Último contacto',
  'queues.renamed':
    'En Freshdesk ahora: {name}. injixo conserva el primer nombre para que la serie continúe.',
  'queues.range': '{from} a {to} de {count}',
  'queues.previous': 'Anterior',
  'queues.next': 'Siguiente',
  'queues.empty': 'Todavía no hay colas de origen. El primer contacto crea la primera.',
  'queues.none_found': 'Ninguna cola coincide con «{text}».',
  'queues.sort': 'Ordenar por {column}',
  'queues.chart': 'Ver los volúmenes de {name}',
  'queues.never': 'nunca',

  'volumes.day': 'Día',
  'volumes.unit': 'Por',
  'volumes.unit.quarter': '15 minutos',
  'volumes.unit.hour': 'Hora',
  'volumes.unit.day': 'Día',
  'volumes.from': 'Desde',
  'volumes.to': 'Hasta',
  'volumes.queue': 'Cola',
  'volumes.total': 'Todas las colas',
  'volumes.title': 'Contactos ofrecidos',
  'volumes.sum': {
    one: '{count} contacto en este periodo',
    other: '{count} contactos en este periodo',
  },
  'volumes.bar': {
    one: '{label}: {count} contacto',
    other: '{label}: {count} contactos',
  },
  'volumes.bar.repaired': {
    one: '{count} de ellos, hallado por el repaso',
    other: '{count} de ellos, hallados por el repaso',
  },
  'volumes.gap.after': 'Aún no completo',
  'volumes.gap.before': 'Antes de que empiecen los datos',
  'volumes.repaired': 'Recuperados por el repaso',
  'volumes.today': 'Hoy',
  'volumes.table': 'El gráfico como tabla',
  'volumes.table.time': 'Hora',
  'volumes.table.count': 'Contactos',
  'volumes.table.note': 'Nota',
  'volumes.empty': 'No hay contactos en este periodo.',
  'volumes.no_chart':
    'No se ha podido cargar el gráfico. La tabla de abajo muestra lo mismo; compruebe si su red deja pasar cdn.jsdelivr.net.',
  'volumes.alt': 'Gráfico de barras de los contactos ofrecidos. La tabla de abajo muestra lo mismo.',
  'volumes.dst': {
    one: 'Este día tiene {count} hora: cambia la hora.',
    other: 'Este día tiene {count} horas: cambia la hora.',
  },
  'volumes.span': 'Elija un comienzo que no sea posterior al final, y 35 días como máximo.',

  'difference.title': '¿Por qué no es lo mismo que en Freshdesk?',
  'difference.intro':
    'injixo cuenta contactos y Freshdesk cuenta tickets: un ticket es un contacto, y cada respuesta posterior del cliente es otro.',
  'difference.day': 'Día',
  'difference.injixo': 'Contactos en injixo',
  'difference.tickets': 'Tickets nuevos',
  'difference.replies': 'Respuestas de clientes',
  'difference.unknown_tickets': 'Tickets desconocidos',
  'difference.unknown_replies': 'Respuestas desconocidas',
  'difference.sum': 'Suma',
  'difference.bridge': 'De injixo a Freshdesk',
  'difference.minus_replies': 'Las respuestas no son tickets propios',
  'difference.minus_unknown': 'Contados además como desconocidos: eliminados o marcados como spam más tarde',
  'difference.plus': 'Omitidos aquí, contados por Freshdesk: {reason}',
  'difference.thrown': 'Eliminados o marcados como spam en Freshdesk desde entonces',
  'difference.expected': 'Esperados en Freshdesk',
  'difference.freshdesk': 'Tickets en Freshdesk',
  'difference.rest': 'Sin explicar',
  'difference.explained': 'Las cifras se explican entre sí.',
  'difference.more': {
    one: 'En injixo hay {count} ticket más de los que muestra Freshdesk: se fusionó, se movió o se eliminó después de contarse.',
    other:
      'En injixo hay {count} tickets más de los que muestra Freshdesk: se fusionaron, se movieron o se eliminaron después de contarse.',
  },
  'difference.before': 'La aplicación aún no estaba instalada ese día: solo se conoce el lado de injixo.',
  'difference.partial':
    'La aplicación se instaló en el transcurso de este día y se importó un historial: injixo tiene el día entero, las listas de Freshdesk solo se contaron a partir de las {time}. No se pueden comparar.',
  'difference.unexplained': {
    one: '{count} ticket no queda explicado: espera, está retenido o descartado, procede de una herramienta de migración o cambió después de la revisión profunda.',
    other:
      '{count} tickets no quedan explicados: esperan, están retenidos o descartados, proceden de una herramienta de migración o cambiaron después de la revisión profunda.',
  },
  'difference.left_out': 'Omitidos',
  'difference.left_out.none': 'No se ha omitido nada.',
  'difference.looked': 'Las listas de Freshdesk se leyeron el {time}.',
  'difference.not_looked':
    'La revisión profunda aún no ha leído las listas de Freshdesk de este día; lo hace la noche siguiente. Hasta entonces solo se conoce la parte de injixo.',
  'difference.counted_from': 'La aplicación se instaló ese día: ambas partes cuentan a partir de {time}.',
  'difference.item': 'Qué',
  'difference.count': 'Número',

  'reason.outbound': 'correos que iniciaron los agentes',
  'reason.internal task': 'tareas internas',
  'reason.migrated': 'tickets de una herramienta de migración',
  'reason.before cut-over': 'anteriores a la instalación (los cuenta la importación)',
  'reason.alert': 'avisos de la propia aplicación',
  'reason.agent': 'respuestas y notas de agentes',
  'reason.private': 'notas privadas',
  'reason.survey': 'respuestas a encuestas',
  'reason.part of ticket': 'primeros mensajes de chat, que solo repiten el ticket',
  'reason.not a contact': 'cambios que no son contactos',
  'reason.other': 'otros motivos ({code})',

  'held.intro':
    'La aplicación nunca adivina: lo que injixo quizá aceptó, y lo que rechazó, espera aquí a una persona. Todos los demás contactos no esperan por ellos.',
  'held.empty': 'No hay nada retenido.',
  'held.unclear': 'Dudoso',
  'held.parked': 'Apartado',
  'held.unclear.hint':
    'Mire en injixo si estos contactos están contados en sus intervalos. Si no, envíelos de nuevo; si lo están, descártelos.',
  'held.parked.hint':
    'injixo rechazó este contacto. Envíelo de nuevo cuando la causa haya desaparecido, o descártelo.',
  'held.batch': 'Lote {number}',
  'held.contacts': {
    one: '{count} contacto',
    other: '{count} contactos',
  },
  'held.at': 'Retenido desde: {time}',
  'held.show': 'Ver los contactos',
  'held.contact': 'Contacto',
  'held.time': 'Hora',
  'held.queue': 'Cola',
  'held.why': 'Motivo: {reason}',
  'cause.unclear': 'ninguna respuesta de injixo dijo si los aceptó',
  'cause.refused': 'injixo lo rechazó, incluso solo',
  'cause.too_large': 'injixo consideró la petición demasiado grande, incluso con un solo contacto',
  'cause.invalid': 'no cumple las reglas de injixo para un contacto',
  'cause.other': 'código {code}',
  'held.send': 'Enviar de nuevo',
  'held.discard': 'Descartar',
  'held.restore': 'Restaurar',
  'held.send.ask': {
    one: '¿Enviar de nuevo {count} contacto? Si injixo sí lo había aceptado, contará dos veces, para siempre.',
    other:
      '¿Enviar de nuevo {count} contactos? Si injixo sí los había aceptado, contarán dos veces, para siempre.',
  },
  'held.discard.ask': {
    one: '¿Descartar {count} contacto? Entonces no se envía. Puede restaurarlo aquí más tarde.',
    other: '¿Descartar {count} contactos? Entonces no se envían. Puede restaurarlos aquí más tarde.',
  },
  'held.restore.ask': {
    one: '¿Devolver {count} contacto a los retenidos? Todavía no se envía nada.',
    other: '¿Devolver {count} contactos a los retenidos? Todavía no se envía nada.',
  },
  'held.send.yes': 'Sí, enviar de nuevo',
  'held.discard.yes': 'Sí, descartar',
  'held.restore.yes': 'Sí, restaurar',
  'held.no': 'No, dejarlo así',
  'held.working': 'En marcha …',
  'held.done': 'Hecho: el lote {number} ya no está en esta lista.',
  'held.ordered':
    'Ordenado. La próxima ejecución lo lleva a cabo; lo que haya que enviar espera hasta que injixo responda.',
  'held.discarded': 'Descartados',
  'held.more': {
    one: '… y {count} contacto más',
    other: '… y {count} contactos más',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Respuesta {id}',
  'held.kind.unknown': 'Ticket {id}, desechado',

  'history.none':
    'No se importa ningún historial. Para importarlo, indique su comienzo en los ajustes de la aplicación. Lo que injixo ya tiene contaría dos veces: no indique ningún periodo del que injixo ya tenga datos de esta integración.',
  'history.state.planned': 'Prevista',
  'history.state.running': 'En marcha',
  'history.state.paused': 'En pausa',
  'history.state.cancelled': 'Cancelada',
  'history.state.done': 'Terminada',
  'history.span': 'Desde {from} hasta {until}',
  'history.progress': 'Avance de la importación',
  'history.percent': '{percent} del periodo revisado',
  'history.tickets': 'Tickets importados',
  'history.contacts': 'Contactos importados',
  'history.calls': 'Llamadas a Freshdesk usadas',
  'history.left': 'Tiempo restante',
  'history.left.soon': 'unos {time}',
  'history.left.unknown': 'aún no se sabe',
  'history.plan': 'El plan',
  'history.plan.tickets': {
    one: '{count} ticket se creó desde el comienzo',
    other: '{count} tickets se crearon desde el comienzo',
  },
  'history.plan.changed': {
    one: 'Hay que revisar {count} ticket',
    other: 'Hay que revisar {count} tickets',
  },
  'history.plan.gap': {
    one: '{count} número de ticket de este periodo no aparece en la búsqueda de Freshdesk: archivado, eliminado o spam',
    other:
      '{count} números de ticket de este periodo no aparecen en la búsqueda de Freshdesk: archivados, eliminados o spam',
  },
  'history.plan.minutes': 'Duración prevista: {time}',
  'history.pause': 'Pausar',
  'history.resume': 'Reanudar',
  'history.cancel': 'Cancelar la importación',
  'history.cancel.ask':
    '¿Cancelar la importación? Lo importado se queda en injixo. El resto del historial no se importa.',
  'history.cancel.yes': 'Sí, cancelar la importación',
  'history.cancel.no': 'No, continuar',
  'history.working': 'En marcha …',
  'history.ordered': 'Ordenado. La próxima ejecución lo lleva a cabo, en cinco minutos.',
  'history.obeyed': 'Hecho.',
  'history.reach': 'Lo que la importación no puede alcanzar',
  'history.again':
    'Si la aplicación se vuelve a instalar, lo que injixo ya tiene contaría dos veces: indique entonces {time} (UTC) como comienzo. Este momento avanza con cada contacto nuevo; léalo justo antes de desinstalar.',
  'history.againLater':
    'Para volver a instalar la aplicación, espere hasta que nada esté pendiente ni retenido: entonces esta página da el momento que debe indicarse como comienzo.',

  'problem.start_in_future':
    'El comienzo del historial es posterior a la instalación de la aplicación. Indique un día anterior en los ajustes, o ninguno.',
  'problem.start_too_early':
    'El comienzo del historial es más de 3 años anterior a la instalación de la aplicación. Indique un día posterior en los ajustes.',
  'problem.start_missing':
    'El comienzo del historial se ha quitado de los ajustes o no se puede leer. La importación está parada; indique de nuevo el comienzo para que continúe.',
  'problem.no_tickets':
    'Freshdesk no muestra ningún ticket desde el comienzo del historial. No había nada que importar.',
  'problem.freshdesk_key':
    'Freshdesk no acepta su clave de API. La importación espera; guarde la clave de un administrador de la cuenta en los ajustes de la aplicación.',
  'problem.freshdesk_scope':
    'El agente de la clave de API de Freshdesk no ve todos los tickets. La importación espera a que ese agente tenga acceso global.',
  'problem.freshdesk_forbidden':
    'Freshdesk deniega lo que la importación tiene que leer. Espera; use la clave de un administrador de la cuenta.',
  'problem.freshdesk_silent':
    'Freshdesk no ha respondido desde hace una hora. La importación sigue por sí sola donde estaba.',
  'problem.freshdesk_busy':
    'Ahora no se puede consultar a Freshdesk. La importación sigue por sí sola donde estaba.',
  'problem.injixo_waits': 'injixo no acepta contactos ahora. La importación sigue por sí sola donde estaba.',
  'problem.other': 'La importación espera (código {code}). Sigue por sí sola donde estaba.',

  'reach.archived': 'Tickets archivados: Freshdesk no los muestra en ninguna lista.',
  'reach.old_trash':
    'Tickets eliminados o marcados como spam hace más de 30 días: Freshdesk los borra para siempre.',
  'reach.trash_replies': 'Respuestas a tickets eliminados y a spam: Freshdesk no las muestra.',
  'reach.migrated':
    'Si un ticket procede de una herramienta de migración: Freshdesk solo lo muestra en el momento en que ocurre. Esos tickets cuentan como historial.',
  'reach.present_group': 'Grupos anteriores: cada contacto cuenta para el grupo que su ticket tiene ahora.',
  'reach.crowded_second': 'Algunos de más de 30.000 tickets que cambiaron en un mismo segundo.',
  'reach.other': 'Hay algo más que no se puede alcanzar (código {code}).',

  'settings.check': 'Comprobar las claves',
  'settings.check.intro':
    'Pregunta ahora a injixo y a Freshdesk si las claves guardadas funcionan. No se envía ningún contacto.',
  'settings.checking': 'Preguntando a injixo y a Freshdesk …',
  'settings.checked': 'Comprobado el {time}',
  'settings.ok': 'correcto',
  'settings.failed': 'fallido',
  'settings.unknown': 'no se sabe',
  'check.injixo_key': 'Clave de API de injixo',
  'check.injixo_integration': 'Integración en injixo',
  'check.freshdesk_key': 'Clave de API de Freshdesk',
  'check.freshdesk_scope': 'Ve todos los tickets',
  'check.freshdesk_role': 'Administrador de la cuenta',
  'check.history_from': 'Comienzo del historial',
  'check.alert_email': 'Persona a la que avisar',
  'check.other': 'Comprobación «{code}»',
  'finding.injixo_key':
    'injixo no acepta esta clave. Genere una nueva en injixo y guárdela en los ajustes de la aplicación.',
  'finding.injixo_integration_needed':
    'injixo pide el ID de configuración de la integración. Cópielo de injixo a los ajustes de la aplicación.',
  'finding.injixo_integration_unknown':
    'injixo no conoce esta integración. Compruebe el ID de configuración y, en injixo, que la integración aún existe.',
  'finding.freshdesk_key':
    'Freshdesk no acepta esta clave. Copie la clave de API de un administrador de la cuenta en los ajustes de la aplicación.',
  'finding.freshdesk_scope':
    'El agente de esta clave no ve todos los tickets. Dele acceso global en Freshdesk.',
  'finding.freshdesk_role':
    'El agente de esta clave no es administrador de la cuenta. Use la clave de uno que lo sea.',
  'finding.injixo_unreachable': 'No se ha podido preguntar a injixo. Inténtelo de nuevo en unos minutos.',
  'finding.freshdesk_unreachable':
    'No se ha podido preguntar a Freshdesk. Inténtelo de nuevo en unos minutos.',
  'finding.settings_invalid':
    'Un campo de los ajustes no se puede leer: el que aquí ha fallado. Abra los ajustes en Freshdesk e indíquelo de nuevo.',
  'finding.history_from':
    'Este comienzo no se puede leer y no se importa ningún historial. Indique un día que exista, como 2026-01-31, o nada.',
  'finding.alert_email':
    'Esta dirección de correo no se puede leer y no se avisa a nadie. Indique una dirección, o nada.',
  'finding.other': 'No se ha entendido la respuesta (código {code}). Inténtelo de nuevo en unos minutos.',
  'settings.use': 'Límites usados',
  'settings.use.intro': 'Lo que usó la última ejecución de lo que permite un minuto.',
  'settings.use.key_value': 'Almacén de clave y valor',
  'settings.use.entity': 'Almacén de registros',
  'settings.use.freshdesk': 'API de Freshdesk',
  'settings.use.of': '{used} de {limit}',
  'settings.use.unlimited': '{used}, límite aún desconocido',
  'settings.support': 'Archivo de soporte',
  'settings.support.intro':
    'Versiones, ajustes sin claves, contadores, límites y los últimos errores. Sin nombres, sin claves, sin datos personales.',
  'settings.support.get': 'Descargar el archivo de soporte',
  'settings.support.working': 'Se está preparando el archivo …',
  'settings.support.done': 'Se ha descargado el archivo de soporte: {name}',
  'settings.facts': 'Sobre esta instalación',
  'settings.installed': 'Instalada (cambio)',
  'settings.last_run': 'Última ejecución',
  'settings.last_answer': 'Última respuesta de injixo',

  'error.bad_request': 'La aplicación no ha entendido esta página. Vuelva a cargar la pestaña.',
  'error.not_held': 'Este lote ya no está retenido. La lista se lee de nuevo.',
  'error.no_history': 'No se importa ningún historial. Indique su comienzo en los ajustes de la aplicación.',
  'error.store_limit':
    'Se ha agotado el límite de la plataforma para este minuto. Espere un minuto e inténtelo de nuevo.',
  'error.store_failed': 'El almacén de la plataforma no responde. Espere un minuto e inténtelo de nuevo.',
  'error.budget_spent':
    'Se ha agotado el límite de la plataforma para este minuto. Espere un minuto e inténtelo de nuevo.',
  'error.schedule_failed':
    'La plataforma se ha negado a planificar la próxima ejecución. Inténtelo de nuevo en unos minutos; si continúa, contacte con el soporte de Freshworks.',
  'error.record_unreadable':
    'Un registro de la aplicación no se puede leer. Descargue el archivo de soporte y envíelo al soporte.',
  'error.unexpected':
    'La aplicación ha encontrado un error desconocido. Inténtelo de nuevo en unos minutos; si continúa, envíe el archivo de soporte al soporte.',
  'error.throttled':
    'Esta página ha preguntado con demasiada frecuencia. Espere un minuto e inténtelo de nuevo.',
  'error.no_answer':
    'La aplicación no ha respondido. Compruebe su conexión, espere un minuto e inténtelo de nuevo.',
  'error.other': 'No ha funcionado (código {code}). Espere un minuto e inténtelo de nuevo.',
};
