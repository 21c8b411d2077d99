/** The state of the app as people read it. */
export interface LightWords {
  readonly title: string;
  readonly sentence: string;
  readonly tone: 'good' | 'busy' | 'bad';
}

/** What getOverview says of the light. */
export interface SeenLight {
  readonly kind: string;
  readonly code?: string;
  readonly since?: number | null;
  readonly nextTryAt?: number;
}

const WORDS: Readonly<Record<string, LightWords>> = {
  'action needed': {
    title: 'Action needed',
    sentence: 'Nothing is lost; contacts wait until this is solved.',
    tone: 'bad',
  },
  delayed: { title: 'Delayed', sentence: 'Nothing is lost; the app goes on by itself.', tone: 'busy' },
  importing: {
    title: 'Importing',
    sentence: 'The history is being imported; live contacts go first.',
    tone: 'busy',
  },
  'waiting for the first contact': {
    title: 'Waiting for the first contact',
    sentence: 'The app is installed and follows Freshdesk.',
    tone: 'busy',
  },
  operational: { title: 'Operational', sentence: 'Everything due is in injixo.', tone: 'good' },
};

const REASONS: Readonly<Record<string, string>> = {
  contacts_held: 'Contacts are held: decide whether they are sent again or discarded.',
  no_runs: 'The platform has not started the app for a while.',
  no_answer: 'injixo has not answered for an hour.',
  backlog: 'More contacts wait than one run can send.',
};

const UNKNOWN: LightWords = {
  title: 'Unknown',
  sentence: 'Wait a minute, then press Refresh.',
  tone: 'busy',
};

/** The words for a light; `failure` is the server's own sentence where something failed. */
export function wordsOf(light: SeenLight, failure: string | null): LightWords {
  const words = WORDS[light.kind];
  if (words === undefined) return UNKNOWN;
  const reason = REASONS[light.code ?? ''] ?? failure ?? '';
  const since = typeof light.since === 'number' ? ` Since ${new Date(light.since).toLocaleString()}.` : '';
  return { ...words, sentence: `${reason} ${words.sentence}${since}`.trim() };
}
