import { helpOf, readArguments, type Command } from './command';

const COMMAND = {
  name: 'npm run rain',
  about: 'Makes rain.',
  options: {
    hours: { type: 'string', takes: '3', default: '1', about: 'how long' },
    warm: { type: 'boolean', default: false, about: 'in summer' },
  },
} as const satisfies Command;

it('shows each option with what it takes, does, and is without it', () => {
  expect(helpOf(COMMAND)).toBe(
    [
      'npm run rain -- [options]',
      '',
      'Makes rain.',
      '',
      '  --hours 3                how long (without it: 1)',
      '  --warm                   in summer',
      '  --help                   shows this, and does nothing else',
    ].join('\n'),
  );
});

it('shows what may stand without an option, and what there is to choose from', () => {
  const help = helpOf({ ...COMMAND, options: {}, operands: '[folder …]', more: 'Kinds: hail.' });

  expect(help).toMatch(/^npm run rain \[folder …\]\n/);
  expect(help).toMatch(/\n\nKinds: hail\.$/);
});

it('reads values, and presets of what is not given', () => {
  expect(readArguments(COMMAND, ['--hours', '4']).values).toEqual({ hours: '4', warm: false });
});

it.each([
  [['--hour', '4'], /^Unknown option '--hour'.*\. npm run rain knows --hours, --warm, --help\.$/],
  [['cold'], /^Unexpected argument 'cold'.* npm run rain knows --hours, --warm, --help\.$/],
  [['--hours'], /knows --hours, --warm, --help\.$/],
])('names the known options when it is given %p', (args, words) => {
  expect(() => readArguments(COMMAND, args)).toThrow(words);
});
