import fs from 'node:fs';
import path from 'node:path';
import type { Snippet } from './run-lint';
import { tryFences, type, value, type Breach } from './try-fences';

const PARTS = 'what a section needs of it comes with its parts';
const SECTIONS = 'Sections do not know each other';
const SHARED = 'What the sections share knows none of them';
const DOM = 'dom/ makes elements';
const LANGUAGE = 'language/ makes texts';
const TOOL = 'The sandbox is a development tool';
const BY_NAME = 'The page calls functions of the server by their names';

const ROOMS = ['shell', 'sections', 'sections/held', 'dom', 'language'];

/** The way from a room up to the repository. */
const rootFrom = (room: string): string => '../'.repeat(room.split('/').length + 2);

const BREACHES: readonly Breach[] = [
  ...ROOMS.flatMap((room): readonly Breach[] => [
    [`app/scripts/${room}/a.ts`, value(`${rootFrom(room)}sandbox/clock`), TOOL],
    [`app/scripts/${room}/a.ts`, type(`${rootFrom(room)}server/contacts/queue`), BY_NAME],
  ]),
  ['app/scripts/sections/held/a.ts', value('../../shell/tabs.ts'), PARTS],
  ['app/scripts/sections/held/a.ts', type('../../shell/tabs.ts'), PARTS],
  ['app/scripts/sections/held/a.ts', value('../history/history-view.ts'), SECTIONS],
  ['app/scripts/sections/held/a.ts', type('../history/history-view.ts'), SECTIONS],
  ['app/scripts/sections/held/a.ts', value('../../sections/history/history-view.ts'), SECTIONS],
  ['app/scripts/sections/a.ts', value('../shell/tabs.ts'), PARTS],
  ['app/scripts/sections/a.ts', type('./held/held-section.ts'), SHARED],
  ['app/scripts/dom/a.ts', value('../shell/refresh.ts'), DOM],
  ['app/scripts/dom/a.ts', type('../sections/page-parts.ts'), DOM],
  ['app/scripts/dom/a.ts', type('../language/speak.ts'), DOM],
  ['app/scripts/language/a.ts', value('../shell/user-language.ts'), LANGUAGE],
  ['app/scripts/language/a.ts', type('../sections/answers.ts'), LANGUAGE],
  ['app/scripts/language/a.ts', value('../dom/element.ts'), LANGUAGE],
];

const ALLOWED: readonly Snippet[] = [
  { file: 'app/scripts/shell/a.ts', code: value('../sections/held/held-section.ts') },
  { file: 'app/scripts/shell/a.ts', code: value('../dom/element.ts') },
  { file: 'app/scripts/shell/a.ts', code: value('../language/catalogue.ts') },
  { file: 'app/scripts/sections/held/a.ts', code: value('../async-place.ts') },
  { file: 'app/scripts/sections/held/a.ts', code: value('./batch-contacts.ts') },
  { file: 'app/scripts/sections/held/a.ts', code: value('../../dom/element.ts') },
  { file: 'app/scripts/sections/held/a.ts', code: type('../../language/speak.ts') },
  { file: 'app/scripts/sections/a.ts', code: value('./day-box.ts') },
  { file: 'app/scripts/sections/a.ts', code: value('../dom/button.ts') },
  { file: 'app/scripts/sections/a.ts', code: type('../language/speak.ts') },
  { file: 'app/scripts/dom/a.ts', code: value('./element.ts') },
  { file: 'app/scripts/language/a.ts', code: value('./catalogue.ts') },
];

describe('the fences inside the page', () => tryFences(BREACHES, ALLOWED));

it('stand around every folder of the page’s scripts', () => {
  const folders = fs.readdirSync(path.resolve(__dirname, '../../../app/scripts'));

  expect(folders.sort()).toEqual(ROOMS.filter((room) => !room.includes('/')).sort());
});
