import { button } from '../../dom/button.ts';
import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { Overview } from '../../../../server/page-contract';
import type { PageParts, Section } from '../page-parts.ts';
import { nameField, type NameField } from './name-field.ts';
import { knownNames, nameRows, type NameWords } from './names-view.ts';

type Say = (text: string) => void;

/** Saves what was entered, all of it or nothing, and begins a run that uses it. Repeating it does no harm. */
async function save(
  fields: readonly NameField[],
  { server, speaker, refresh }: PageParts,
  tell: Say,
): Promise<void> {
  const { say, sayCode } = speaker;
  const entries = fields.flatMap((field) => {
    const naming = field.entered();
    field.tell('');
    return naming === null ? [] : [{ field, naming }];
  });
  const count = entries.length;
  if (count === 0) return tell(say('names.nothing'));
  tell(say('names.saving', { done: 0, count }));
  const answer = await server.nameGroups(entries.map(({ naming }) => naming));
  tell(answer.ok ? say('names.saved', { count }) : '');
  if (!answer.ok) return entries.forEach(({ field }) => field.tell(sayCode('error', answer.code)));
  await server.runNow();
  await refresh();
}

function knownTable(lines: readonly NameWords[], { speaker }: PageParts): Node[] {
  const { say } = speaker;
  if (lines.length === 0) return [element('p', { class: 'empty', text: say('names.none_known') })];
  const heads = [say('names.name'), say('names.of'), say('names.how'), say('names.at')];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const rows = lines.map(([name, ...others]) => {
    const cells = others.map((text) => element('td', { text }));
    return element('tr', {}, element('th', { scope: 'row', text: name }), ...cells);
  });
  const table = element(
    'table',
    { class: 'table' },
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return [element('div', { class: 'scroll' }, table)];
}

/** Keeps one field for each row: those that are still there stay as they are, with what is typed into them. */
function createFields(list: HTMLElement, parts: PageParts) {
  const fields = new Map<string, NameField>();
  const update = (overview: Overview): void => {
    const rows = nameRows(overview, parts.freshdeskUrl(), parts.speaker, parts.format());
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
  return { update, all: (): readonly NameField[] => [...fields.values()] };
}

/** The names of groups and of the account's own sources: those that are missing in one form, and those that are known. */
export function createNamesSection(panel: HTMLElement, parts: PageParts): Section {
  const { say } = parts.speaker;
  const intro = element('p', { text: say('page.loading') });
  const list = element('ul', { class: 'name-rows' });
  const status = element('p', { class: 'outcome', role: 'status' });
  const none = element('p', { class: 'empty', text: say('names.none_missing') });
  const fields = createFields(list, parts);
  const tell: Say = (text) => {
    status.textContent = text;
  };
  const press = button(say('names.save'), 'primary', () => save(fields.all(), parts, tell), parts.fault);
  const missing = element(
    'section',
    { class: 'name-part' },
    element('h3', { text: say('names.missing') }),
    none,
    list,
    press,
  );
  const known = element('div');
  const knownPart = element(
    'section',
    { class: 'name-part' },
    element('h3', { text: say('names.known') }),
    known,
  );
  missing.hidden = true;
  knownPart.hidden = true;
  panel.replaceChildren(intro, missing, status, knownPart);
  return {
    update: (overview) => {
      intro.textContent = say(overview.way === 'live' ? 'names.intro' : 'names.read');
      fields.update(overview);
      missing.hidden = overview.way !== 'live';
      knownPart.hidden = false;
      none.hidden = fields.all().length > 0;
      press.hidden = fields.all().length === 0;
      const lines = knownNames(overview.named ?? [], parts.speaker, parts.format());
      drawIfChanged(known, lines, (each) => knownTable(each, parts));
    },
  };
}
