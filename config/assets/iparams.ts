/*
 * The install page's script: checks each entry at once and says below its field what is wrong or right, in one sentence. These
 * are hints; the installation makes the final checks. The platform expects a plain script: it calls the functions named in
 * config/iparams.json, and the templates of config/requests.json see only what is passed to them here.
 */

const HINTS = {
  checking: 'Checking …',
  later: 'This cannot be checked now: it is tried again, and checked when you press Install.',
  noKey: 'This doesn’t look like an API key, which has no spaces or accents: copy it again.',
  injixoOk: 'Accepted by injixo.',
  injixoKey: 'injixo rejected this key: generate a new one in injixo and paste it here.',
  injixoMoved: 'injixo’s address has moved: update the app.',
  injixoDown: 'injixo cannot be reached now: it is tried again by itself.',
  idDigits: 'The integration configuration ID has digits only, such as 1234.',
  idNeeded:
    'injixo asks for the integration configuration ID, or for another one: it is shown beside the API key.',
  idUnknown: 'injixo does not recognize this integration: check in injixo that it still exists.',
  freshdeskOk: 'Accepted by Freshdesk: sees all tickets, Account Administrator.',
  freshdeskKey: 'Freshdesk rejected this key: copy it again from Profile settings, View API key.',
  freshdeskScope:
    'The agent of this key cannot see all tickets: give that agent the scope Global Access, or use another agent’s key.',
  freshdeskRole:
    'This key does not belong to an Account Administrator: use the key of a user who has that role.',
  freshdeskPlan: 'Your Freshdesk plan does not include access for apps: ask Freshworks about the plan.',
  freshdeskSuspended: 'This Freshdesk account is suspended: ask Freshworks about it.',
  freshdeskDown: 'Freshdesk cannot be reached now: it is tried again by itself.',
  startForm: 'This is not a date: enter a day such as 2026-01-31 or a time such as 2026-01-31 08:00, in UTC.',
  startFuture: 'This is in the future: enter an earlier day, or leave the field empty to import no history.',
  startEarly: 'The history may begin at most 3 years ago: enter a later day.',
  startNeedsKey:
    'The history can be imported only with the Freshdesk API key: enter the key too, or no start.',
  startShown: '{utc} UTC is {local} in {zone}, this browser’s time zone.',
  emailForm:
    'This is not an e-mail address: enter one, such as planner@example.com, or leave the field empty.',
  alertNeedsKey: 'A person can be told only with the Freshdesk API key: enter the key too, or no address.',
} as const;

/** What is tried again: nothing was found out. */
const UNCHECKED: readonly string[] = [HINTS.later, HINTS.injixoDown, HINTS.freshdeskDown];

/** How long after an outage, and how often for one text: ten minutes. */
const AGAIN_MS = 20_000;
const MOST_AGAIN = 30;

/** Number of requests to each side: an answer that arrives after a newer request is ignored. */
const turns = { injixo: 0, freshdesk: 0 };

/** Asks again later what could not be found out, unless something else is entered until then. */
function askAgain(side: keyof typeof turns, hint: string, times: number, ask: () => Promise<void>): void {
  if (!UNCHECKED.includes(hint) || times >= MOST_AGAIN) return;
  const turn = turns[side];
  window.setTimeout(() => {
    if (turn === turns[side]) void ask();
  }, AGAIN_MS);
}

const API_KEY = /^[!-~]+$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const THREE_YEARS_MS = 3 * 366 * 86_400_000;

/** The entered text; the platform may return undefined for an empty or untouched field. */
function entered(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The answer of a template's request; never rejects. */
async function settle(request: Promise<TemplateAnswer>): Promise<TemplateAnswer> {
  try {
    return await request;
  } catch (failure) {
    const { status = 0, response = '', errorSource = '' } = (failure ?? {}) as Partial<TemplateAnswer>;
    return { status: Number(status), response: String(response), errorSource };
  }
}

/** True if the platform did not make the request, so that the key is still unchecked. */
function wasNotMade({ status, errorSource }: TemplateAnswer): boolean {
  return errorSource === 'APP' && status < 500;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Hints for the two fields that injixo's answer to the empty request may concern. */
interface InjixoHints {
  readonly key: string;
  readonly id: string;
}

const INJIXO_MOVED: InjixoHints = { key: HINTS.injixoMoved, id: '' };

const INJIXO_BY_STATUS: Readonly<Record<number, InjixoHints>> = {
  401: { key: HINTS.injixoKey, id: '' },
  403: { key: HINTS.injixoKey, id: '' },
  404: { key: '', id: HINTS.idUnknown },
  301: INJIXO_MOVED,
  302: INJIXO_MOVED,
  307: INJIXO_MOVED,
  308: INJIXO_MOVED,
  410: INJIXO_MOVED,
};

/** True if the answer shows that the key was accepted: the empty request itself may be refused. */
function isKeyTaken({ status }: TemplateAnswer): boolean {
  return [400, 422].includes(status) || Math.floor(status / 100) === 2;
}

function wantsId({ status, response }: TemplateAnswer): boolean {
  return [400, 422].includes(status) && /integration_?configuration_?id/i.test(response);
}

function readInjixo(answer: TemplateAnswer, id: string): InjixoHints {
  // A gateway may ask to slow down before anybody has looked at the key.
  if (wasNotMade(answer) || answer.status === 429) return { key: HINTS.later, id: '' };
  const known = INJIXO_BY_STATUS[answer.status];
  if (known !== undefined) return known;
  if (wantsId(answer)) return { key: HINTS.injixoOk, id: HINTS.idNeeded };
  if (!isKeyTaken(answer)) return { key: HINTS.injixoDown, id: '' };
  return { key: HINTS.injixoOk, id: id === '' ? '' : HINTS.injixoOk };
}

async function askInjixo(key: string, id: string): Promise<InjixoHints> {
  const client = await app.initialized();
  const meta = id === '' ? {} : { meta: { integrationConfigurationId: Number(id) } };
  const body = JSON.stringify({ data: [], ...meta });
  const context = { injixo_api_key: key };
  return readInjixo(await settle(client.request.invokeTemplate('checkInjixoKey', { context, body })), id);
}

function showInjixo({ key, id }: InjixoHints): void {
  utils.set('injixo_api_key', { hint: key });
  utils.set('injixo_integration_id', { hint: id });
}

/** The hint for a key that needs no request; null if injixo must be asked. */
function readKey(key: string): string | null {
  if (key === '') return '';
  return API_KEY.test(key) ? null : HINTS.noKey;
}

async function findInjixoHints(key: string, id: string): Promise<InjixoHints> {
  try {
    return await askInjixo(key, id);
  } catch {
    return { key: HINTS.later, id: '' };
  }
}

function digitsHint(id: string): string {
  return /^\d*$/.test(id) ? '' : HINTS.idDigits;
}

/** Shows what injixo says of the key and the ID; `times` counts how often it was asked about them before. */
async function tryInjixo(key: string, id: string, times: number): Promise<void> {
  turns.injixo += 1;
  const turn = turns.injixo;
  const wrongId = digitsHint(id);
  const hints = await findInjixoHints(key, wrongId === '' ? id : '');
  if (turn !== turns.injixo) return;
  showInjixo({ ...hints, id: wrongId || hints.id });
  askAgain('injixo', hints.key, times, () => tryInjixo(key, id, times + 1));
}

async function showInjixoHints(key: string, id: string): Promise<void> {
  turns.injixo += 1;
  const known = readKey(key);
  showInjixo({ key: known ?? HINTS.checking, id: digitsHint(id) });
  if (known === null) await tryInjixo(key, id, 0);
}

/** Called when the injixo API key was entered. */
// config/iparams.json names it.
// eslint-disable-next-line no-unused-vars
async function checkInjixoKey(newValue: unknown): Promise<void> {
  await showInjixoHints(entered(newValue), entered(utils.get('injixo_integration_id')));
}

/** Called when the integration configuration ID was entered. */
// config/iparams.json names it.
// eslint-disable-next-line no-unused-vars
async function checkIntegrationId(newValue: unknown): Promise<void> {
  await showInjixoHints(entered(utils.get('injixo_api_key')), entered(newValue));
}

interface AgentFields {
  readonly ticket_scope?: unknown;
  readonly role_ids?: unknown;
}

function rolesHeld({ role_ids }: AgentFields): readonly unknown[] {
  return Array.isArray(role_ids) ? (role_ids as readonly unknown[]) : [];
}

function isAdministratorRole(role: unknown): boolean {
  const { name, default: isDefault } = (role ?? {}) as { name?: unknown; default?: unknown };
  return name === 'Account Administrator' && isDefault === true;
}

function holdsRole(agent: AgentFields, roles: unknown): boolean {
  if (!Array.isArray(roles)) return false;
  const ids = roles.filter(isAdministratorRole).map((role) => (role as { id?: unknown }).id);
  return rolesHeld(agent).some((id) => ids.includes(id));
}

const REFUSALS: ReadonlyMap<unknown, string> = new Map([
  ['require_feature', HINTS.freshdeskPlan],
  ['account_suspended', HINTS.freshdeskSuspended],
]);

/** The cause that a 401 or 403 gives: by its code, otherwise the key or its user's role; undefined for other answers. */
function readRefusal({ status, response }: TemplateAnswer): string | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const { code } = (parseJson(response) ?? {}) as { code?: unknown };
  return REFUSALS.get(code) ?? (status === 401 ? HINTS.freshdeskKey : HINTS.freshdeskRole);
}

/** What the answer to "who am I" shows. */
function readAgent(answer: TemplateAnswer): string {
  if (wasNotMade(answer)) return HINTS.later;
  const refusal = readRefusal(answer);
  if (refusal !== undefined) return refusal;
  const agent = answer.status === 200 ? parseJson(answer.response) : null;
  if (agent === null) return HINTS.freshdeskDown;
  return (agent as AgentFields).ticket_scope === 1 ? HINTS.freshdeskOk : HINTS.freshdeskScope;
}

/** What the answer to a request that only administrators may make shows. */
function readAdministrator(answer: TemplateAnswer): string {
  if (answer.status === 200) return HINTS.freshdeskOk;
  if (wasNotMade(answer)) return HINTS.later;
  return readRefusal(answer) ?? (answer.status === 404 ? HINTS.freshdeskRole : HINTS.freshdeskDown);
}

async function freshdeskHost(client: InstallPageClient): Promise<string> {
  const { currentHost } = await client.data.get('currentHost');
  return currentHost.endpoint_urls.freshdesk.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

async function askFreshdesk(key: string): Promise<string> {
  const client = await app.initialized();
  const { request } = client;
  const context = { freshdesk_api_key: key, freshdesk_host: await freshdeskHost(client) };
  const agent = await settle(request.invokeTemplate('checkFreshdeskAgent', { context }));
  const hint = readAgent(agent);
  if (hint !== HINTS.freshdeskOk) return hint;
  const roles = await settle(request.invokeTemplate('checkFreshdeskRoles', { context }));
  const held = parseJson(agent.response) as AgentFields;
  if (roles.status === 200 && holdsRole(held, parseJson(roles.response))) return hint;
  // Roles may be renamed or hidden; then only a request that needs an administrator shows the role.
  return readAdministrator(await settle(request.invokeTemplate('checkFreshdeskAdministrator', { context })));
}

function showFreshdesk(hint: string): void {
  utils.set('freshdesk_api_key', { hint });
}

async function findFreshdeskHint(key: string): Promise<string> {
  try {
    return await askFreshdesk(key);
  } catch {
    return HINTS.later;
  }
}

/** Shows what Freshdesk says of the key; `times` counts how often it was asked about it before. */
async function tryFreshdesk(key: string, times: number): Promise<void> {
  turns.freshdesk += 1;
  const turn = turns.freshdesk;
  const hint = await findFreshdeskHint(key);
  if (turn !== turns.freshdesk) return;
  showFreshdesk(hint);
  askAgain('freshdesk', hint, times, () => tryFreshdesk(key, times + 1));
}

/** Called when the Freshdesk API key was entered. */
// config/iparams.json names it.
// eslint-disable-next-line no-unused-vars
async function checkFreshdeskKey(newValue: unknown): Promise<void> {
  turns.freshdesk += 1;
  const key = entered(newValue);
  showNeeds(key);
  const known = readKey(key);
  showFreshdesk(known ?? HINTS.checking);
  if (known === null) await tryFreshdesk(key, 0);
}

/** The moment a text represents (UTC, ms); null if it is no date and time. */
function readStart(text: string): number | null {
  const isForm = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(text);
  const day = text.slice(0, 10);
  const at = isForm ? Date.parse(`${day}T${text.slice(11) || '00:00'}:00Z`) : Number.NaN;
  // Date would turn 30 February into a day in March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at;
}

function startHint(text: string, now: number): string {
  const at = readStart(text);
  if (at === null) return text === '' ? '' : HINTS.startForm;
  if (at >= now) return HINTS.startFuture;
  return at < now - THREE_YEARS_MS ? HINTS.startEarly : '';
}

/** A start in UTC, as it is entered, and by this browser's clock: what the account's zone is, the page shows later. */
function startWords(text: string): string {
  const at = readStart(text);
  if (at === null) return '';
  const local = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
  const { timeZone } = local.resolvedOptions();
  const utc = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return HINTS.startShown
    .replace('{utc}', utc)
    .replace('{local}', local.format(at))
    .replace('{zone}', timeZone);
}

/** The hint for a start: what is wrong with it, that it needs the Freshdesk API key, or when it is. */
function showStart(text: string, freshdeskKey: string): void {
  const needsKey = text !== '' && freshdeskKey === '' ? HINTS.startNeedsKey : '';
  utils.set('history_from', { hint: startHint(text, Date.now()) || needsKey || startWords(text) });
}

function showAlertEmail(text: string, freshdeskKey: string): void {
  const wrong = text === '' || EMAIL.test(text) ? '' : HINTS.emailForm;
  const needsKey = text !== '' && freshdeskKey === '' ? HINTS.alertNeedsKey : '';
  utils.set('alert_email', { hint: wrong || needsKey });
}

/** Shows with each change of the Freshdesk API key which entries need it. */
function showNeeds(freshdeskKey: string): void {
  showStart(entered(utils.get('history_from')), freshdeskKey);
  showAlertEmail(entered(utils.get('alert_email')), freshdeskKey);
}

/** Called when the start of the history was entered. */
// config/iparams.json names it.
// eslint-disable-next-line no-unused-vars
function checkHistoryFrom(newValue: unknown): void {
  showStart(entered(newValue), entered(utils.get('freshdesk_api_key')));
}

/** Called when the address of the person to tell was entered. */
// config/iparams.json names it.
// eslint-disable-next-line no-unused-vars
function checkAlertEmail(newValue: unknown): void {
  showAlertEmail(entered(newValue), entered(utils.get('freshdesk_api_key')));
}
