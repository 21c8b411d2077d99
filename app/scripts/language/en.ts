/** English: the language every other one is measured against. `{name}` is a parameter; `one`/`other` follow `{count}`. */
export const EN = {
  'page.refresh': 'Refresh',
  'page.refreshed': 'As of {time}',
  'page.zone': 'All times are in {zone}.',
  'page.zone.browser':
    'All times are in {zone}, the time zone of this browser: that of the account is not known.',
  'page.loading': 'Loading …',
  'page.sections': 'Sections of this page',
  'page.new':
    'The app was just installed. Its first figures come within ten minutes; this page shows them by itself.',
  'page.no_client':
    'This page could not connect to Freshdesk. Reload the browser tab; if it stays, sign in to Freshdesk again.',
  'page.stale': 'What you see is from {time}. The page goes on trying by itself.',
  'page.version': 'Version {version}',
  'page.again': 'Try again',
  'page.fault':
    'This page met a fault of its own. Reload the browser tab; if it comes back, download the support file and send it to support.',

  'tab.overview': 'Overview',
  'tab.queues': 'Source queues',
  'tab.volumes': 'Volumes',
  'tab.difference': 'Compare with Freshdesk',
  'tab.held': 'Held contacts',
  'tab.history': 'Initial import',
  'tab.settings': 'Settings and support',

  'light.operational': 'Operational',
  'light.operational.why': 'injixo answers, and everything due is delivered.',
  'light.operational.data': 'New contacts are in injixo about five minutes after they happened.',
  'light.no_store.data':
    'Contacts are in injixo about 20 minutes after they happened: this account has no record store, so that they are read from Freshdesk’s lists.',
  'light.importing': 'Importing',
  'light.importing.why': 'The history is being imported.',
  'light.importing.data': 'New contacts go first; they are not held up by the import.',
  'light.first': 'Waiting for the first contact',
  'light.first.why': 'The app is installed and follows Freshdesk. No contact has come in since.',
  'light.first.data': 'The first ticket or customer reply appears here about five minutes after it happened.',
  'light.delayed': 'Delayed',
  'light.delayed.data':
    'Nothing is lost: contacts wait and are delivered later, each in the interval in which it happened.',
  'light.action': 'Action needed',
  'light.action.data':
    'Nothing is lost: contacts wait until this is solved and are then delivered, each in the interval in which it happened.',
  'light.held.data':
    'Nothing is lost and nothing is counted twice: these contacts wait for your decision. All others do not wait for them.',
  'light.unknown': 'Not known yet',
  'light.unknown.why': 'No figures have arrived yet.',
  'light.unknown.data': 'Contacts are recorded all the same.',
  'light.since': 'Since {time}',
  'light.next': 'Next try: {time}',
  'light.where.settings': 'Where: in Freshdesk under Admin > Apps > injixo Connect > Settings.',
  'light.where.injixo':
    'Where: in injixo under Account > Integrations, then in Freshdesk under Admin > Apps > injixo Connect > Settings.',
  'light.where.agent': 'Where: in Freshdesk under Admin > Agents, for the agent whose API key the app uses.',
  'light.where.support':
    'Where: injixo support. Attach the support file, which you find on this page under Settings and support.',
  'light.where.held': 'Where: on this page under Held contacts.',
  'light.open.held': 'Show held contacts',
  'light.open.settings': 'Check the settings',
  'light.alert': 'Ticket {ticket} in Freshdesk tells the person named in the settings about this.',

  'failure.injixo_key':
    'injixo does not accept its API key. Generate a new key in injixo and save it in the settings of the app.',
  'failure.injixo_integration':
    'injixo does not know the integration. Check in injixo that it still exists, and its configuration ID in the settings of the app.',
  'failure.injixo_refuses': 'injixo does not accept requests of this app. Contact injixo support.',
  'failure.contacts_refused':
    'injixo refused several contacts one after the other. Check the integration configuration ID in the settings of the app.',
  'failure.injixo_down': 'injixo answers with an error.',
  'failure.injixo_unreachable': 'injixo cannot be reached.',
  'failure.injixo_throttled': 'injixo asked the app to slow down.',
  'failure.connection_broken':
    'The connection to injixo broke while contacts were being sent. Those contacts are held as unclear.',
  'failure.unclear_answer':
    'injixo gave an answer that does not say whether it took the contacts. They are held as unclear.',
  'failure.run_ended':
    'The platform ended a run before injixo had answered. Its contacts are held as unclear.',
  'failure.too_many_held': 'Too many unclear contacts are held. Decide about them before more are sent.',
  'failure.freshdesk_key':
    'Freshdesk does not accept its API key. Save the key of an Account Administrator in the settings of the app.',
  'failure.freshdesk_scope':
    'The agent of the Freshdesk API key does not see all tickets. Give that agent global access to tickets.',
  'failure.freshdesk_forbidden':
    'Freshdesk refuses what the app has to read. Use the API key of an Account Administrator.',
  'failure.freshdesk_unreachable': 'Freshdesk cannot be reached.',
  'failure.freshdesk_throttled': 'Freshdesk asked the app to slow down.',
  'failure.settings_invalid':
    'A field of the app’s settings cannot be read. “Check the keys” says which one; correct it.',
  'failure.contacts_held': 'Some contacts are held. Decide whether they are sent again or discarded.',
  'failure.no_runs': 'The platform has not started the app for a while.',
  'failure.no_answer': 'injixo has not answered for an hour.',
  'failure.backlog': 'More contacts wait than one run can deliver.',
  'failure.other': 'Something keeps the app from delivering (code {code}).',

  'figure.complete': 'Complete until',
  'figure.complete.meaning': 'Up to this moment every contact is in injixo or accounted for.',
  'figure.complete.history': 'Except the history: not all of it is imported.',
  'figure.complete.held': {
    one: 'Except {count} held contact.',
    other: 'Except {count} held contacts.',
  },
  'figure.complete.none_held': 'No contact is held back.',
  'figure.complete.deep': 'The daily deep pass over all replies last ended on {time}.',
  'figure.complete.no_deep': 'The daily deep pass over all replies has not ended yet.',
  'figure.complete.no_store':
    'This account has no record store for apps: contacts are found by comparing with Freshdesk every few minutes. They arrive a little later, and none is missing.',
  'figure.last': 'Last contact accepted',
  'figure.last.meaning': 'When injixo last took a contact.',
  'figure.waiting': 'Waiting',
  'figure.waiting.meaning': 'Recorded, not sent yet. A contact waits a minute, or up to ten for its group.',
  'figure.waiting.due': {
    one: '{count} of them is due.',
    other: '{count} of them are due.',
  },
  'figure.unclear': 'Unclear',
  'figure.unclear.meaning': 'Sent, but nobody can know whether injixo took them. A person decides.',
  'figure.parked': 'Parked',
  'figure.parked.meaning': 'injixo refused these contacts for what they say. A person decides.',
  'figure.repaired': 'Repaired by the scan',
  'figure.repaired.meaning':
    'No event told the app about them; it found them in Freshdesk and delivered them.',
  'figure.today': 'Accepted today',
  'figure.today.meaning': 'Contacts that injixo has taken since midnight.',
  'figure.week': 'Accepted in 7 days',
  'figure.week.meaning': 'Today and the six days before.',
  'figure.median': 'Median delay today',
  'figure.median.meaning':
    'From the customer’s message to injixo’s yes: half of the live contacts were faster.',
  'figure.worst': 'Longest delay today',
  'figure.worst.meaning': 'The slowest live contact of today.',
  'figure.queues': 'Source queues',
  'figure.queues.meaning': 'Queues that the app has made in injixo.',
  'figure.left_out': 'Left out',
  'figure.left_out.meaning': 'Not contacts of customers: outbound e-mails, migrated tickets, internal tasks.',
  'figure.link.queues': 'Show the queues',
  'figure.link.volumes': 'Show the volumes',
  'figure.link.held': 'Show the list',
  'figure.link.difference': 'Compare with Freshdesk',

  'queues.search': 'Search by name or identifier',
  'queues.name': 'Queue',
  'queues.channel': 'Channel',
  'queues.today': 'Today',
  'queues.days7': '7 days',
  'queues.days28': '28 days',
  'queues.trend': 'Trend, 28 days',
  'queues.last': 'Last contact',
  'queues.renamed': 'In Freshdesk now: {name}. injixo keeps the first name, so that the series goes on.',
  'queues.range': '{from} to {to} of {count}',
  'queues.previous': 'Previous',
  'queues.next': 'Next',
  'queues.empty': 'No source queue yet. The first contact makes the first one.',
  'queues.none_found': 'No queue matches “{text}”.',
  'queues.sort': 'Sort by {column}',
  'queues.chart': 'Show the volumes of {name}',
  'queues.never': 'never',

  'volumes.day': 'Day',
  'volumes.unit': 'Per',
  'volumes.unit.quarter': '15 minutes',
  'volumes.unit.hour': 'Hour',
  'volumes.unit.day': 'Day',
  'volumes.from': 'From',
  'volumes.to': 'To',
  'volumes.queue': 'Queue',
  'volumes.total': 'All queues',
  'volumes.title': 'Offered contacts',
  'volumes.sum': {
    one: '{count} contact in this span',
    other: '{count} contacts in this span',
  },
  'volumes.bar': {
    one: '{label}: {count} contact',
    other: '{label}: {count} contacts',
  },
  'volumes.bar.repaired': {
    one: '{count} of them found by the scan',
    other: '{count} of them found by the scan',
  },
  'volumes.gap.after': 'Not complete yet',
  'volumes.gap.before': 'Before the data begins',
  'volumes.repaired': 'Repaired by the scan',
  'volumes.today': 'Today',
  'volumes.table': 'The chart as a table',
  'volumes.table.time': 'Time',
  'volumes.table.count': 'Contacts',
  'volumes.table.note': 'Note',
  'volumes.empty': 'No contacts in this span.',
  'volumes.no_chart':
    'The chart could not be loaded. The table below shows the same; check whether your network lets cdn.jsdelivr.net through.',
  'volumes.alt': 'Bar chart of offered contacts. The table below it shows the same.',
  'volumes.dst': {
    one: 'This day has {count} hour: the clocks change.',
    other: 'This day has {count} hours: the clocks change.',
  },
  'volumes.span': 'Choose a start that is not after the end, and at most 35 days.',

  'difference.title': 'Why not the same as Freshdesk?',
  'difference.intro':
    'injixo counts contacts, Freshdesk counts tickets: a ticket is one contact, and so is every later reply of the customer.',
  'difference.day': 'Day',
  'difference.injixo': 'Contacts in injixo',
  'difference.tickets': 'New tickets',
  'difference.replies': 'Customer replies',
  'difference.unknown_tickets': 'Unknown tickets',
  'difference.unknown_replies': 'Unknown replies',
  'difference.sum': 'Sum',
  'difference.bridge': 'From injixo to Freshdesk',
  'difference.minus_replies': 'Replies are no tickets of their own',
  'difference.minus_unknown': 'Counted as Unknown too: deleted or marked as spam later',
  'difference.plus': 'Left out here, counted by Freshdesk: {reason}',
  'difference.thrown': 'Deleted or marked as spam in Freshdesk since',
  'difference.expected': 'Expected in Freshdesk',
  'difference.freshdesk': 'Tickets in Freshdesk',
  'difference.rest': 'Not explained',
  'difference.explained': 'The figures explain each other.',
  'difference.more': {
    one: '{count} ticket more than Freshdesk shows is in injixo: it was merged, moved or removed after it was counted.',
    other:
      '{count} tickets more than Freshdesk shows are in injixo: they were merged, moved or removed after they were counted.',
  },
  'difference.before': 'The app was not installed yet on this day: only injixo’s side is known.',
  'difference.partial':
    'The app was installed in the course of this day, and a history was imported: injixo has the whole day, Freshdesk’s lists were only counted from {time} on. The two cannot be compared.',
  'difference.unexplained': {
    one: '{count} ticket is not explained: it waits, is held or discarded, came from a migration tool, or was changed after the deep pass.',
    other:
      '{count} tickets are not explained: they wait, are held or discarded, came from a migration tool, or were changed after the deep pass.',
  },
  'difference.left_out': 'Left out',
  'difference.left_out.none': 'Nothing was left out.',
  'difference.looked': 'Freshdesk’s lists were read on {time}.',
  'difference.not_looked':
    'The deep pass has not read Freshdesk’s lists for this day yet; it does so in the night after. Until then only injixo’s side is known.',
  'difference.counted_from': 'The app was installed on this day: both sides count from {time} on.',
  'difference.item': 'What',
  'difference.count': 'Number',

  'reason.outbound': 'e-mails that agents began',
  'reason.internal task': 'internal tasks',
  'reason.migrated': 'tickets of a migration tool',
  'reason.before cut-over': 'before the installation (the import counts them)',
  'reason.alert': 'the app’s own notices',
  'reason.agent': 'replies and notes of agents',
  'reason.private': 'private notes',
  'reason.survey': 'survey answers',
  'reason.part of ticket': 'first chat messages, which only repeat the ticket',
  'reason.not a contact': 'changes that are no contacts',
  'reason.other': 'other reasons ({code})',

  'held.intro':
    'The app never guesses: what injixo may or may not have taken, and what it refused, waits here for a person. All other contacts do not wait for them.',
  'held.empty': 'Nothing is held.',
  'held.unclear': 'Unclear',
  'held.parked': 'Parked',
  'held.unclear.hint':
    'Look in injixo whether these contacts are counted in their intervals. If not, send them again; if they are, discard them.',
  'held.parked.hint': 'injixo refused this contact. Send it again once the cause is gone, or discard it.',
  'held.batch': 'Batch {number}',
  'held.contacts': {
    one: '{count} contact',
    other: '{count} contacts',
  },
  'held.at': 'Held since {time}',
  'held.show': 'Show the contacts',
  'held.contact': 'Contact',
  'held.time': 'Time',
  'held.queue': 'Queue',
  'held.why': 'Reason: {reason}',
  'cause.unclear': 'no answer of injixo said whether it took them',
  'cause.refused': 'injixo refused it, even alone',
  'cause.too_large': 'injixo found the request too large, even for one contact',
  'cause.invalid': 'it does not meet injixo’s rules for a contact',
  'cause.other': 'code {code}',
  'held.send': 'Send again',
  'held.discard': 'Discard',
  'held.restore': 'Restore',
  'held.send.ask': {
    one: 'Send {count} contact again? If injixo had taken it after all, it counts twice, for ever.',
    other: 'Send {count} contacts again? If injixo had taken them after all, they count twice, for ever.',
  },
  'held.discard.ask': {
    one: 'Discard {count} contact? It is then not sent. You can restore it here later.',
    other: 'Discard {count} contacts? They are then not sent. You can restore them here later.',
  },
  'held.restore.ask': {
    one: 'Put {count} contact back among the held ones? Nothing is sent yet.',
    other: 'Put {count} contacts back among the held ones? Nothing is sent yet.',
  },
  'held.send.yes': 'Yes, send again',
  'held.discard.yes': 'Yes, discard',
  'held.restore.yes': 'Yes, restore',
  'held.no': 'No, leave as it is',
  'held.working': 'Being carried out …',
  'held.done': 'Done: batch {number} is no longer in this list.',
  'held.ordered': 'Ordered. The next run carries it out; what is to be sent waits until injixo answers.',
  'held.discarded': 'Discarded',
  'held.more': {
    one: '… and {count} more contact',
    other: '… and {count} more contacts',
  },
  'held.kind.ticket': 'Ticket {id}',
  'held.kind.reply': 'Reply {id}',
  'held.kind.unknown': 'Ticket {id}, thrown away',

  'history.none':
    'No history is imported. To import one, enter its start in the settings of the app. What injixo already holds would count twice: enter no time of which injixo already has data of this integration.',
  'history.state.planned': 'Planned',
  'history.state.running': 'Running',
  'history.state.paused': 'Paused',
  'history.state.cancelled': 'Cancelled',
  'history.state.done': 'Done',
  'history.span': 'From {from} to {until}',
  'history.progress': 'Progress of the import',
  'history.percent': '{percent} of the span looked through',
  'history.tickets': 'Tickets imported',
  'history.contacts': 'Contacts imported',
  'history.calls': 'Freshdesk calls used',
  'history.left': 'Time left',
  'history.left.soon': 'about {time}',
  'history.left.unknown': 'not known yet',
  'history.plan': 'The plan',
  'history.plan.tickets': {
    one: '{count} ticket was created since the start',
    other: '{count} tickets were created since the start',
  },
  'history.plan.changed': {
    one: '{count} ticket is to be looked at',
    other: '{count} tickets are to be looked at',
  },
  'history.plan.gap': {
    one: '{count} ticket number in this span is not shown by Freshdesk’s search: archived, deleted or spam',
    other:
      '{count} ticket numbers in this span are not shown by Freshdesk’s search: archived, deleted or spam',
  },
  'history.plan.minutes': 'Expected duration: {time}',
  'history.pause': 'Pause',
  'history.resume': 'Resume',
  'history.cancel': 'Cancel the import',
  'history.cancel.ask':
    'Cancel the import? What is imported stays in injixo. The rest of the history is not imported.',
  'history.cancel.yes': 'Yes, cancel the import',
  'history.cancel.no': 'No, go on',
  'history.working': 'Being carried out …',
  'history.ordered': 'Ordered. The next run carries it out, within five minutes.',
  'history.obeyed': 'Done.',
  'history.reach': 'What the import cannot reach',
  'history.again':
    'When the app is installed again, what injixo already holds would count twice: enter {time} (UTC) as the start then. This moment moves on with every new contact, so read it just before you uninstall.',
  'history.againLater':
    'To install the app again, wait until nothing waits and nothing is held: then this page gives the moment to enter as the start.',

  'problem.start_in_future':
    'The start of the history is after the installation of the app. Enter an earlier day in the settings, or none.',
  'problem.start_too_early':
    'The start of the history is more than 3 years before the installation of the app. Enter a later day in the settings.',
  'problem.start_missing':
    'The start of the history was taken out of the settings or cannot be read. The import stands still; enter the start again to go on.',
  'problem.no_tickets':
    'Freshdesk shows no ticket since the beginning of the history. There was nothing to import.',
  'problem.freshdesk_key':
    'Freshdesk does not accept its API key. The import waits; save the key of an Account Administrator in the settings of the app.',
  'problem.freshdesk_scope':
    'The agent of the Freshdesk API key does not see all tickets. The import waits until that agent has global access.',
  'problem.freshdesk_forbidden':
    'Freshdesk refuses what the import has to read. It waits; use the key of an Account Administrator.',
  'problem.freshdesk_silent':
    'Freshdesk has not answered for an hour. The import goes on by itself where it was.',
  'problem.freshdesk_busy': 'Freshdesk cannot be asked now. The import goes on by itself where it was.',
  'problem.injixo_waits': 'injixo does not take contacts now. The import goes on by itself where it was.',
  'problem.other': 'The import waits (code {code}). It goes on by itself where it was.',

  'reach.archived': 'Archived tickets: Freshdesk lists them nowhere.',
  'reach.old_trash':
    'Tickets that were deleted or marked as spam more than 30 days ago: Freshdesk removes them for ever.',
  'reach.trash_replies': 'Replies on deleted and spam tickets: Freshdesk does not show them.',
  'reach.migrated':
    'Whether a ticket came from a migration tool: Freshdesk shows that only at the moment it happens. Such tickets count as history.',
  'reach.present_group': 'Former groups: every contact counts for the group its ticket has now.',
  'reach.crowded_second': 'Some of more than 30,000 tickets that changed in one and the same second.',
  'reach.other': 'Something else cannot be reached (code {code}).',

  'settings.check': 'Check the keys',
  'settings.check.intro': 'Asks injixo and Freshdesk now whether the saved keys work. No contact is sent.',
  'settings.checking': 'Asking injixo and Freshdesk …',
  'settings.checked': 'Checked on {time}',
  'settings.ok': 'OK',
  'settings.failed': 'Failed',
  'settings.unknown': 'Not known',
  'check.injixo_key': 'injixo API key',
  'check.injixo_integration': 'Integration in injixo',
  'check.freshdesk_key': 'Freshdesk API key',
  'check.freshdesk_scope': 'Sees all tickets',
  'check.freshdesk_role': 'Account Administrator',
  'check.history_from': 'Start of the history',
  'check.alert_email': 'Person to tell',
  'check.other': 'Check “{code}”',
  'finding.injixo_key':
    'injixo does not accept this key. Generate a new one in injixo and save it in the settings of the app.',
  'finding.injixo_integration_needed':
    'injixo asks for the integration configuration ID. Copy it from injixo into the settings of the app.',
  'finding.injixo_integration_unknown':
    'injixo does not know this integration. Check the configuration ID, and in injixo that the integration still exists.',
  'finding.freshdesk_key':
    'Freshdesk does not accept this key. Copy the API key of an Account Administrator into the settings of the app.',
  'finding.freshdesk_scope':
    'The agent of this key does not see all tickets. Give that agent global access in Freshdesk.',
  'finding.freshdesk_role': 'The agent of this key is no Account Administrator. Use the key of one.',
  'finding.injixo_unreachable': 'injixo could not be asked. Try again in a few minutes.',
  'finding.freshdesk_unreachable': 'Freshdesk could not be asked. Try again in a few minutes.',
  'finding.settings_invalid':
    'A field of the settings cannot be read: the one that failed here. Open the settings in Freshdesk and enter it again.',
  'finding.history_from':
    'This start cannot be read, and no history is imported. Enter a day that exists, such as 2026-01-31, or nothing.',
  'finding.alert_email':
    'This e-mail address cannot be read, and nobody is told. Enter one address, or nothing.',
  'finding.other': 'The answer was not understood (code {code}). Try again in a few minutes.',
  'settings.use': 'Limits used',
  'settings.use.intro': 'What the last run used, of what one minute allows.',
  'settings.use.key_value': 'Key-value store',
  'settings.use.entity': 'Record store',
  'settings.use.freshdesk': 'Freshdesk API',
  'settings.use.of': '{used} of {limit}',
  'settings.use.unlimited': '{used}, limit not known yet',
  'settings.support': 'Support file',
  'settings.support.intro':
    'Versions, settings without keys, counters, limits and the last errors. No names, no keys, no personal data.',
  'settings.support.get': 'Download the support file',
  'settings.support.working': 'The file is being put together …',
  'settings.support.done': 'The support file was downloaded: {name}',
  'settings.facts': 'About this installation',
  'settings.installed': 'Installed (cut-over)',
  'settings.last_run': 'Last run',
  'settings.last_answer': 'Last answer of injixo',

  'error.bad_request': 'The app did not understand this page. Reload the browser tab.',
  'error.not_held': 'This batch is no longer held. The list is read anew.',
  'error.no_history': 'No history is being imported. Enter its start in the settings of the app.',
  'error.store_limit': 'The platform’s limit for this minute is used up. Wait a minute and try again.',
  'error.store_failed': 'The platform’s store does not answer. Wait a minute and try again.',
  'error.budget_spent': 'The platform’s limit for this minute is used up. Wait a minute and try again.',
  'error.schedule_failed':
    'The platform refused to plan the next run. Try again in a few minutes; if it stays, contact Freshworks support.',
  'error.record_unreadable':
    'A record of the app cannot be read. Download the support file and send it to support.',
  'error.unexpected':
    'The app met an error it does not know. Try again in a few minutes; if it stays, send the support file to support.',
  'error.throttled': 'This page asked too often. Wait a minute and try again.',
  'error.no_answer': 'The app did not answer. Check your connection, wait a minute and try again.',
  'error.other': 'This did not work (code {code}). Wait a minute and try again.',
} as const;
