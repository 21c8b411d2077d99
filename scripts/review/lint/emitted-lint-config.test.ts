import { Linter } from 'eslint';
import { createEmittedLintConfig } from './emitted-lint-config';

const linter = new Linter();
const config = createEmittedLintConfig(['axios']);

const rulesBroken = (file: string, code: string): (string | null)[] =>
  linter.verify(code, config, { filename: file }).map(({ ruleId, message }) => ruleId ?? message);

describe('the lint of emitted server code', () => {
  it.each([
    ['exports = { f: async function () { await require("axios").get("x"); } };', []],
    ['exports.f = function () { return Intl.NumberFormat; };', []],
    ['exports.f = function (a, _b) { return a; };', ['no-unused-vars']],
    ['exports.f = { set a(b) { return b; } };', ['no-setter-return']],
    ['exports.f = async function () { return 1; };', ['require-await']],
    ['exports.f = function () { return setTimeout; };', ['no-undef']],
    ['exports.f = function () { return Buffer; };', ['no-undef']],
    ['exports.f = function () { return globalThis.setTimeout; };', ['no-undef']],
    ['module.exports = 1;', ['no-undef']],
    ['exports.f = async function () { await $request.get("a"); };', ['freshworks/no-deprecated-apis']],
    ['exports.f = function () { var a = 1; return a; };', ['no-var']],
    ['exports.f = function (a) { return a == 1; };', ['eqeqeq']],
    ['exports.f = function (error) { return 1; };', ['handle-callback-err', 'no-unused-vars']],
    ['exports.f = require("lodash");', ['freshworks/no-dependency-mismatch']],
    ['exports.f = function () { $db.get("a"); };', ['freshworks/no-unhandled-promise']],
  ])('%s breaks %j', (code, rules) => {
    expect(rulesBroken('dist/server/lib/a.js', code)).toEqual(rules);
  });
});

describe('the lint of emitted pages', () => {
  it('knows the browser, and no requests beside the client', () => {
    expect(rulesBroken('dist/app/scripts/a.js', 'document.title = "a"; export {};')).toEqual([]);
    expect(rulesBroken('dist/app/scripts/a.js', 'window.fetch("a");')).toEqual([
      'freshworks/no-non-client-request-model',
    ]);
  });

  it('wants a function to assign only what it declares', () => {
    expect(
      rulesBroken('dist/app/scripts/a.js', 'let a = 1; export const f = () => { a += 1; return a; };'),
    ).toEqual(['freshworks/no-cross-scope-assign']);
  });

  it('wants a waiver on the functions that only iparams.json names', () => {
    const waiver = '// eslint-disable-next-line no-unused-vars\n';
    const check = 'function check(v) { utils.set("a", v); }';

    expect(rulesBroken('dist/config/assets/iparams.js', check)).toEqual(['no-unused-vars']);
    expect(rulesBroken('dist/config/assets/iparams.js', waiver + check)).toEqual([]);
  });
});
