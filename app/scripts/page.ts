import { figuresOf } from './figures.js';
import { wordsOf, type SeenLight } from './light-words.js';

const NO_CLIENT = 'The page could not connect to Freshdesk. Reload the browser tab.';
const NO_RUN_YET =
  'The app was just installed. Its first figures come within ten minutes; then press Refresh.';
const NO_OVERVIEW = 'The figures could not be loaded. Wait a minute, then press Refresh.';

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}"`);
  return element;
}

function showNotice(sentence: string): void {
  const notice = byId('notice');
  notice.textContent = sentence;
  notice.hidden = sentence === '';
}

function createElement(tag: 'dt' | 'dd' | 'small', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function showFigures(overview: object): void {
  const lines = figuresOf(overview).flatMap(({ label, text, meaning }) => {
    const value = createElement('dd', text);
    value.append(createElement('small', meaning));
    return [createElement('dt', label), value];
  });
  byId('overview').replaceChildren(...lines);
}

interface Failing {
  readonly failure?: { readonly sentence?: string } | null;
  readonly freshdeskFailure?: { readonly sentence?: string } | null;
}

function showLight(light: SeenLight, overview: Failing): void {
  const failure = overview.failure?.sentence ?? overview.freshdeskFailure?.sentence ?? null;
  const words = wordsOf(light, failure);
  byId('light').className = `light light-${words.tone}`;
  byId('light-title').textContent = words.title;
  byId('light-sentence').textContent = words.sentence;
}

interface Answer {
  readonly ok?: unknown;
  readonly overview?: (Failing & object) | null;
  readonly light?: SeenLight | null;
}

/** What the server answers, or undefined when that is no overview. */
function parseAnswer(response: unknown): Answer | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const answer: Answer = response;
  return answer.ok === true ? answer : undefined;
}

function show({ overview, light }: Answer): void {
  showNotice(overview ? '' : NO_RUN_YET);
  if (!overview) return;
  showFigures(overview);
  if (light) showLight(light, overview);
}

async function loadOverview(client: AppClient): Promise<void> {
  try {
    const { response } = await client.request.invoke('getOverview', {});
    const answer = parseAnswer(response);
    if (answer) show(answer);
    else showNotice(NO_OVERVIEW);
  } catch {
    showNotice(NO_OVERVIEW);
  }
}

async function refresh(client: AppClient): Promise<void> {
  const button = byId('refresh') as HTMLButtonElement;
  button.disabled = true;
  await loadOverview(client);
  button.disabled = false;
}

async function start(): Promise<void> {
  try {
    const client = await app.initialized();
    const refreshPage = (): void => {
      refresh(client).catch(() => showNotice(NO_OVERVIEW));
    };
    byId('refresh').addEventListener('click', refreshPage);
    client.events.on('app.activated', refreshPage);
    refreshPage();
  } catch {
    showNotice(NO_CLIENT);
  }
}

start().catch(() => showNotice(NO_CLIENT));
