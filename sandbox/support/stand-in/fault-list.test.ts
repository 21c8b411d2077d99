import { createFaultList } from './fault-list';

const always = (): boolean => true;

describe('a list of faults', () => {
  it('strikes the oldest that applies, as often as told', () => {
    const faults = createFaultList<{ readonly name: string; readonly times?: number }>();
    faults.add({ name: 'twice', times: 2 });
    faults.add({ name: 'always' });

    const struck = [1, 2, 3, 4].map(() => faults.strike(always)?.name);

    expect(struck).toEqual(['twice', 'twice', 'always', 'always']);
    expect(faults.list()).toEqual([{ name: 'always' }]);
  });

  it('forgets one fault, or all', () => {
    const faults = createFaultList<{ readonly name: string; readonly times?: number }>();
    const remove = faults.add({ name: 'first' });
    faults.add({ name: 'second' });

    remove();
    expect(faults.list()).toEqual([{ name: 'second' }]);

    faults.clear();
    expect(faults.strike(always)).toBeUndefined();
  });
});
