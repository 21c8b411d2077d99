import { parseFreshdeskUrl } from './settings';

function onPlatform(freshdesk: unknown) {
  return { currentHost: { endpoint_urls: { freshdesk } } };
}

it.each([
  ['the platform’s address', onPlatform('https://example.freshdesk.com')],
  ['an address without a scheme', onPlatform('example.freshdesk.com')],
  ['an address with a slash', onPlatform('https://example.freshdesk.com/')],
  ['capital letters', onPlatform('Example.Freshdesk.com')],
  ['the domain of a local test payload', { domain: 'example.freshdesk.com' }],
  ['both, the platform’s first', { ...onPlatform('https://example.freshdesk.com'), domain: 'x.example.com' }],
])('reads %s', (_case, payload) => {
  expect(parseFreshdeskUrl(payload)).toBe('https://example.freshdesk.com');
});

it.each([
  ['nothing', null],
  ['no address', {}],
  ['a path', onPlatform('https://example.freshdesk.com/api')],
  ['a port', onPlatform('example.freshdesk.com:8080')],
  ['a user', onPlatform('https://user@example.freshdesk.com')],
  ['a user before a foreign host', onPlatform('example.freshdesk.com@evil.example')],
  ['an IP address', onPlatform('127.0.0.1')],
  ['one word', onPlatform('localhost')],
  ['another scheme', onPlatform('ftp://example.freshdesk.com')],
  ['two lines', onPlatform('example.freshdesk.com\nevil.example')],
  ['a number', onPlatform(7)],
])('refuses %s', (_case, payload) => {
  expect(parseFreshdeskUrl(payload)).toBeNull();
});
