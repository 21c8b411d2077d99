import { UNKNOWN_QUEUES, channelOf, queueIdentifier } from './queue';
import { OWN_SOURCES } from './sources';

it.each([
  [351, 1, 'tickets', 'freshdesk:351:1:tickets'],
  [null, 1, 'replies', 'freshdesk:none:1:replies'],
  [67000123456, 1001, 'replies', 'freshdesk:67000123456:1001:replies'],
] as const)('group %s, source %i, %s: %s', (groupId, source, kind, identifier) => {
  expect(queueIdentifier(groupId, source, kind)).toBe(identifier);
});

it('has two Unknown queues with literal names', () => {
  expect(UNKNOWN_QUEUES).toEqual({
    tickets: {
      identifier: 'freshdesk:unknown:tickets',
      name: 'Unknown group/source Tickets',
      channel: 'cases',
    },
    replies: {
      identifier: 'freshdesk:unknown:replies',
      name: 'Unknown group/source Replies',
      channel: 'cases',
    },
  });
});

it.each([...OWN_SOURCES.keys(), 1001])('source %i is a case unless the settings say otherwise', (source) => {
  expect(channelOf(source, 'Cases')).toBe('cases');
});

it.each([
  ['emails', [1, 2, 9, 10, 16]],
  ['chats', [7, 12, 15, 21]],
  ['calls', [3]],
  ['social_media', [5, 6, 13, 17, 18, 19, 20, 22]],
  ['cases', [4, 8, 11, 14, 23, 1001]],
])('by source, %s is the channel of %j', (channel, sources) => {
  expect(sources.map((source) => channelOf(source, 'By source'))).toEqual(sources.map(() => channel));
});
