import { wasNeverSent } from './http-failures';

const OPEN = { socket: { secureConnecting: false } };
const SHAKING_HANDS = { socket: { secureConnecting: true } };

it.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])('knows from %s that nothing was sent', (code) => {
  expect(wasNeverSent({ code, request: OPEN })).toBe(true);
});

it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'EPROTO', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'takes %s for not sent only while the TLS handshake is under way',
  (code) => {
    expect(wasNeverSent({ code, request: SHAKING_HANDS })).toBe(true);
    expect(wasNeverSent({ code, request: OPEN })).toBe(false);
  },
);

it.each<[string, unknown]>([
  ['no request', undefined],
  ['null', null],
  ['a request without a socket', {}],
  ['a socket that is null', { socket: null }],
  ['a socket without TLS', { socket: {} }],
  ['a socket that is no object', { socket: 'tcp' }],
])('does not believe in an unsent request with %s', (_what, request) => {
  expect(wasNeverSent({ code: 'ECONNRESET', request })).toBe(false);
  expect(wasNeverSent({ request })).toBe(false);
});
