import { createFreshdesk, type Freshdesk } from '../../freshdesk/create-freshdesk';
import { whyNotCounted } from './why-not-counted';

const NOW = Date.parse('2026-11-02T06:00:00Z');

describe('why a ticket does not count', () => {
  const why = (
    input: Parameters<Freshdesk['actions']['createTicket']>[0],
    cutOver: number | null = NOW,
  ): string =>
    whyNotCounted(createFreshdesk({ clock: { now: () => NOW } }).actions.createTicket(input), cutOver);

  it.each([
    ['a customer’s', {}, ''],
    ['an agent’s e-mail', { source: 10 }, /agent’s e-mail/],
    ['a task inside a chat', { source: 14 }, /task inside a chat/],
    ['a migrated one', { importId: '7' }, /migration tool/],
    ['the app’s own', { tags: ['injixo-connect-alert'] }, /own alert/],
  ])('%s', (_what, input, sentence) => {
    expect(why(input)).toMatch(sentence === '' ? /^$/ : sentence);
  });

  it('says so before the installation, and of what is older than it', () => {
    expect(why({}, null)).toMatch(/not installed/);
    expect(why({}, NOW + 1000)).toMatch(/older than the installation/);
  });
});
