import { knownFields } from './known-fields';

it('leaves out what is null, and keeps zero and false', () => {
  expect(knownFields({ source: 0, groupId: null, spam: false })).toStrictEqual({ source: 0, spam: false });
});
