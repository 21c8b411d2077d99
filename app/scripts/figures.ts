/** One line of the overview as people read it: what it is called, its value, and what it counts. */
export interface Figure {
  readonly label: string;
  readonly text: string;
  readonly meaning: string;
}

type Format = (value: unknown) => string;

const NOTHING = '–';

const count: Format = (value) => (typeof value === 'number' ? value.toLocaleString('en') : NOTHING);
const moment: Format = (value) => (typeof value === 'number' ? new Date(value).toLocaleString() : NOTHING);

interface Known {
  readonly label: string;
  readonly format: Format;
  readonly meaning: string;
}

/** The figures this page knows, in the order in which it shows them. */
const KNOWN: Readonly<Record<string, Known>> = {
  completeUntil: {
    label: 'Complete until',
    format: moment,
    meaning: 'Up to here every contact is in injixo or accounted for; held ones are named below.',
  },
  lastAcceptedAt: {
    label: 'Last contacts accepted',
    format: moment,
    meaning: 'When injixo last took contacts.',
  },
  lastAnswerAt: {
    label: 'Last answer of injixo',
    format: moment,
    meaning: 'In quiet times the app asks every half hour whether injixo is well.',
  },
  accepted: { label: 'Accepted', format: count, meaning: 'Contacts injixo took since the installation.' },
  waiting: {
    label: 'Waiting',
    format: count,
    meaning: 'Recorded and not sent yet; most wait for their group.',
  },
  due: { label: 'Due', format: count, meaning: 'Of these, those that go out with the next run.' },
  unclear: {
    label: 'Held as unclear',
    format: count,
    meaning: 'Sent, but nobody can know whether injixo took them: a person decides.',
  },
  parked: { label: 'Parked', format: count, meaning: 'injixo refused these contacts for what they say.' },
  repaired: {
    label: 'Repaired',
    format: count,
    meaning: 'Of the accepted ones, those no event told: the scan found them in Freshdesk.',
  },
  queues: { label: 'Source queues', format: count, meaning: 'Queues this app made in injixo.' },
  lastRunAt: {
    label: 'Last run',
    format: moment,
    meaning: 'Runs come every five minutes, every minute when busy.',
  },
  installedAt: {
    label: 'Installed',
    format: moment,
    meaning: 'The cut-over: contacts from here on are followed live.',
  },
};

/** The known figures of an overview, in their order; what the overview lacks is left out. */
export function figuresOf(overview: object): Figure[] {
  const values = overview as Readonly<Record<string, unknown>>;
  return Object.entries(KNOWN)
    .filter(([key]) => key in values)
    .map(([key, { label, format, meaning }]) => ({ label, text: format(values[key]), meaning }));
}
