import { formatFigures } from './format-figures.js';

const NO_CLIENT = 'The page could not connect to Freshdesk. Reload the browser tab.';
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

function createElement(tag: 'dt' | 'dd', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function showOverview(overview: object): void {
  const lines = formatFigures(overview).flatMap(({ label, text }) => [
    createElement('dt', label),
    createElement('dd', text),
  ]);
  byId('overview').replaceChildren(...lines);
}

/** The overview in the server's answer, or undefined when the answer has none. */
function parseOverview(response: unknown): object | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const { ok, overview } = response as { readonly ok?: unknown; readonly overview?: unknown };
  return ok === true && typeof overview === 'object' && overview !== null ? overview : undefined;
}

async function loadOverview(client: AppClient): Promise<void> {
  try {
    const { response } = await client.request.invoke('getOverview', {});
    const overview = parseOverview(response);
    showNotice(overview ? '' : NO_OVERVIEW);
    if (overview) showOverview(overview);
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
