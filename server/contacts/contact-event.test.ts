import { fc } from '../../test/property';
import { checkContactEvent, toContactEvent } from './contact-event';
import type { ContactEvent } from './contact-event';
import { UNKNOWN_QUEUES, channelOf, queueIdentifier, nameQueue } from './queue';

const CONTACT = {
  queue: {
    name: 'CustomerService email Tickets',
    identifier: 'freshdesk:351:1:tickets',
    channel: 'cases',
  },
  occurredAt: Date.UTC(2026, 10, 5, 12, 45, 13),
  unknown: false,
} as const;

it('writes a contact as injixo documents it, without a duration', () => {
  expect(toContactEvent(CONTACT)).toEqual({
    queueName: 'CustomerService email Tickets',
    queueIdentifier: 'freshdesk:351:1:tickets',
    timestamp: '2026-11-05T12:45:13Z',
    channel: 'cases',
    properties: { offered: true, handled: true },
  });
});

it('writes a contact of an Unknown queue as offered and not handled', () => {
  const event = toContactEvent({ ...CONTACT, queue: UNKNOWN_QUEUES.replies, unknown: true });

  expect(event.properties).toEqual({ offered: true, handled: false });
  expect(checkContactEvent(event)).toBeNull();
});

it('finds nothing wrong with what the app names and writes', () => {
  const contact = fc.record({
    groupName: fc.string({ unit: 'binary' }),
    groupId: fc.option(fc.maxSafeNat().map((id) => id + 1)),
    source: fc.nat(2000),
    sourceLabel: fc.option(fc.string({ unit: 'binary' })),
    kind: fc.constantFrom('tickets', 'replies'),
  });
  fc.assert(
    fc.property(contact, (parts) => {
      const event = toContactEvent({
        ...CONTACT,
        queue: {
          name: nameQueue(parts),
          identifier: queueIdentifier(parts.groupId, parts.source, parts.kind),
          channel: channelOf(parts.source, 'By source'),
        },
      });

      expect(checkContactEvent(event)).toBeNull();
    }),
  );
});

// What a stored or frozen name could be after a bug: the types rule it out, so the cases are given as data.
it.each([
  ['an empty name', { queueName: '' }, 'the queue has no proper name'],
  ['a name with a space at its end', { queueName: 'VIP ' }, 'the queue has no proper name'],
  ['a name that is too long', { queueName: 'n'.repeat(101) }, 'the queue has no proper name'],
  ['a name with a line break', { queueName: 'VIP\nTickets' }, 'the queue has no proper name'],
  ['a name that is none', { queueName: null }, 'the queue has no proper name'],
  ['an empty identifier', { queueIdentifier: '' }, 'the queue has no proper identifier'],
  ['a foreign identifier', { queueIdentifier: 'zendesk:1:2:tickets' }, 'the queue has no proper identifier'],
  ['a time with an offset', { timestamp: '2026-11-05T12:45:13+01:00' }, 'the time is not a UTC second'],
  ['a day that no calendar has', { timestamp: '2026-02-30T12:45:13Z' }, 'the time is not a UTC second'],
  ['a channel of its own', { channel: 'fax' }, 'the channel is not one of injixo'],
  ['a missing flag', { properties: { offered: true } }, 'offered and handled are not both given'],
])('refuses %s', (_case, fields, reason) => {
  const event = { ...toContactEvent(CONTACT), ...fields } as unknown as ContactEvent;

  expect(checkContactEvent(event)).toBe(reason);
});
