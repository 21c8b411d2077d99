import { idOf, isReplyId } from './contact';

it.each([
  ['ticket:7', 7, false],
  ['reply:900', 900, true],
  ['unknown:12345678901', 12_345_678_901, false],
])('finds the number in %s, and whether it is a reply', (contactId, id, isReply) => {
  expect(idOf(contactId)).toBe(id);
  expect(isReplyId(contactId)).toBe(isReply);
});
