import { asyncPlace } from '../async-place.ts';
import { button } from '../../dom/button.ts';
import { element } from '../../dom/element.ts';
import type { Named, Naming } from '../../../../server/page-contract';
import type { PageParts, Section } from '../page-parts.ts';
import { nameField, type NameField } from './name-field.ts';
import { knownNames, nameRows, type NameRow, type NameWords } from './names-view.ts';

type Say = (text: string) => void;

interface Entry {
  readonly field: NameField;
  readonly naming: Naming;
}

/**
 * Saves these entries at once; how many were taken. Where one of them is no name, each is tried by itself, so that the page can
 * say which.
 */
async function send(entries: readonly Entry[], parts: PageParts, tell: Say): Promise<number> {
  const answer = await parts.server.saveNames(entries.map(({ naming }) => naming));
  if (answer.ok) return entries.length;
  const words = parts.speaker.sayCode('error', answer.code);
  const [first, ...others] = entries;
  if (answer.code !== 'name_invalid' || first === undefined) tell(words);
  else if (others.length === 0) first.field.tell(words);
  else return (await send([first], parts, tell)) + (await send(others, parts, tell));
  return 0;
}

/** Saves what was entered, and begins a run that uses it. Repeating it does no harm. */
async function save(fields: readonly NameField[], parts: PageParts, tell: Say): Promise<void> {
  const { server, speaker, refresh } = parts;
  const entries = fields.flatMap((field): Entry[] => {
    const naming = field.entered();
    field.tell('');
    return naming === null ? [] : [{ field, naming }];
  });
  if (entries.length === 0) return tell(speaker.say('names.nothing'));
  tell(speaker.say('names.saving'));
  const refused: string[] = [];
  const saved = await send(entries, parts, (words) => void refused.push(words));
  const taken = saved > 0 ? [speaker.say('names.saved', { count: saved })] : [];
  tell([...taken, ...new Set(refused)].join(' '));
  if (saved === 0) return;
  await server.runNow();
  await refresh();
}

function knownTable(lines: readonly NameWords[], { speaker }: PageParts): Node[] {
  const { say } = speaker;
  if (lines.length === 0) return [element('p', { class: 'empty', text: say('names.none_known') })];
  const heads = [say('names.name'), say('names.of'), say('names.how'), say('names.at')];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const rows = lines.map(([name, ...others]) => {
    const cells = others.map((text, nth) => element('td', { 'data-label': heads[nth + 1] ?? '', text }));
    return element('tr', {}, element('th', { scope: 'row', text: name }), ...cells);
  });
  const table = element(
    'table',
    { class: 'table known' },
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return [element('div', { class: 'scroll' }, table)];
}

/** Keeps one field for each row: those that are still there stay as they are, with what is typed into them. */
function createFields(list: HTMLElement, parts: PageParts) {
  const fields = new Map<string, NameField>();
  const show = (rows: readonly NameRow[]): void => {
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, field] of fields) {
      if (keys.has(key)) continue;
      field.element.remove();
      fields.delete(key);
    }
    for (const row of rows) {
      const field = fields.get(row.key) ?? nameField(row, parts);
      if (!fields.has(row.key)) list.append(field.element);
      fields.set(row.key, field);
      field.update(row);
    }
  };
  return { show, all: (): readonly NameField[] => [...fields.values()] };
}

/** The form for the names that are missing, and for those that can still be changed. */
function createForm(parts: PageParts, again: () => Promise<void>) {
  const { say } = parts.speaker;
  const list = element('ul', { class: 'name-rows' });
  const status = element('p', { class: 'outcome', role: 'status' });
  const none = element('p', { class: 'empty', text: say('names.none_missing') });
  const fields = createFields(list, parts);
  const tell: Say = (text) => {
    status.textContent = text;
  };
  const act = async (): Promise<void> => {
    await save(fields.all(), parts, tell);
    await again();
  };
  const press = button(say('names.save'), 'primary', act, parts.fault);
  const title = element('h3', { text: say('names.missing') });
  const form = element('section', { class: 'name-part' }, title, none, list, press, status);
  const show = (rows: readonly NameRow[], isAsked: boolean): void => {
    fields.show(rows);
    form.hidden = !isAsked;
    none.hidden = rows.length > 0;
    press.hidden = rows.length === 0;
  };
  show([], false);
  return { element: form, show };
}

/** The names of groups and of the account's own sources: those that are missing in one form, and those that are known. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { server, speaker, fault } = parts;
  const intro = element('p', { text: speaker.say('page.loading') });
  const known = element('div');
  const place = asyncPlace(known, parts);
  const seen: { named: readonly Named[] } = { named: [] };
  const showRows = (): void => {
    const overview = parts.overview();
    if (overview === null) return;
    intro.textContent = speaker.say(overview.way === 'live' ? 'names.intro' : 'names.read');
    const rows = nameRows(overview, seen.named, parts.freshdeskUrl(), speaker, parts.format());
    form.show(rows, overview.way === 'live');
  };
  const load = (): Promise<void> =>
    place.load(server.getNames, ({ named }) => {
      seen.named = named;
      showRows();
      return knownTable(knownNames(named, speaker, parts.format()), parts);
    });
  const form = createForm(parts, load);
  const title = element('h3', { text: speaker.say('names.known') });
  panel.replaceChildren(intro, form.element, element('section', { class: 'name-part' }, title, known));
  return {
    show: () => void load().catch(fault),
    update: showRows,
  };
}
