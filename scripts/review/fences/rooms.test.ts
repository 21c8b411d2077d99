import { tryFences, type, value, type Breach } from './try-fences';

const ROOMS = ['build', 'bench', 'chaos', 'history', 'review', 'docs'];

const OTHER_ROOM = 'A room of scripts/ knows no other room';
const BUILT = 'This room works on the package as it is built';

describe('the fences between the rooms of scripts', () =>
  tryFences(
    [
      ...ROOMS.flatMap((room) =>
        ROOMS.filter((other) => other !== room).map((other): Breach => [
          `scripts/${room}/a.ts`,
          value(`../${other}/a`),
          OTHER_ROOM,
        ]),
      ),
      ...ROOMS.map((room): Breach => ['scripts/shared/package/a.ts', type(`../../${room}/a`), OTHER_ROOM]),
      ['scripts/review/rules/a.ts', type('../../build/a'), OTHER_ROOM],
      ...['build', 'chaos', 'review', 'docs'].map((room): Breach => [
        `scripts/${room}/a.ts`,
        type('../../server/contacts/queue'),
        BUILT,
      ]),
    ],
    [
      ...ROOMS.map((room) => ({ file: `scripts/${room}/a.ts`, code: value('../shared/read-option') })),
      { file: 'scripts/chaos/a.ts', code: value('../../sandbox/chaos/plan') },
      { file: 'scripts/review/rules/a.ts', code: value('../schemas/a') },
      { file: 'scripts/bench/a.ts', code: value('../../server/platform/limits') },
      { file: 'scripts/history/a.ts', code: value('../../server/history/history-problems') },
      { file: 'scripts/docs/a.test.ts', code: value('../bench/read-options') },
    ],
  ));
