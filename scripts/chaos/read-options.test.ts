import { KIND_NAMES } from '../../sandbox/scenarios/chaos/kinds';
import { CHAOS_MODES } from '../../sandbox/scenarios/chaos/plan';
import { helpOf } from '../shared/command';
import { CHAOS, readChaosOptions } from './read-options';

it('takes all kinds, some by name, or none', () => {
  expect(readChaosOptions([]).kinds).toEqual(KIND_NAMES);
  expect(readChaosOptions(['--kinds', 'all']).kinds).toEqual(KIND_NAMES);
  expect(readChaosOptions(['--kinds', 'none']).kinds).toEqual([]);
  expect(readChaosOptions(['--kinds', 'future,list-fails']).kinds).toEqual(['future', 'list-fails']);
  expect(() => readChaosOptions(['--kinds', 'rain'])).toThrow('--kinds takes one of unreadable-ticket');
});

it('lists each mode and each kind of fault in its help', () => {
  const lines = helpOf(CHAOS).split('\n');
  const named = (name: string): number => lines.filter((line) => line.startsWith(`  ${name} `)).length;
  expect([...CHAOS_MODES, ...KIND_NAMES].map(named)).toEqual([...CHAOS_MODES, ...KIND_NAMES].map(() => 1));
});
