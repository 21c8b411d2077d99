import { PackageError } from './app-package';
import { manifestWith, platformWith, removePackages, type PackageFiles } from '../package-fixture';

afterAll(removePackages);

const doNothing = 'async function () { renderData(); }';

function problemsOf(files: PackageFiles, handlers: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    platformWith(handlers, { files });
  } catch (error) {
    if (error instanceof PackageError) return error.problems;
    throw error;
  }
  return [];
}

async function answerOfFunction(body: string, files: PackageFiles = {}): Promise<unknown> {
  const { platform } = platformWith({ probe: `async function () { ${body} }` }, { files });
  await platform.install({});
  const { answer } = await platform.callFunction('probe');
  return answer.ok ? answer.response : answer.message;
}

describe('loading a package', () => {
  it.each([
    [
      'a handler that is not there',
      'exports = { other: function () {} };',
      'does not export onTicketCreateHandler',
    ],
    ['an arrow function', 'exports = { onTicketCreateHandler: () => 1 };', 'without arrow'],
    [
      'exports that are not written out',
      'exports.onTicketCreateHandler = function () {};',
      'no literal exports',
    ],
    ['a package that is not declared', "require('date-fns'); exports = {};", "Cannot find module 'date-fns'"],
    ['a module of Node', "require('fs'); exports = {};", "Cannot find module 'fs'"],
    ['a file outside server/', "require('../config/iparams.json'); exports = {};", 'Cannot find module'],
    ['a syntax error', 'exports = {', 'cannot be loaded'],
  ])('refuses %s', (_what, source, problem) => {
    const problems = problemsOf({ 'server/server.js': source }, { onTicketCreate: doNothing });

    expect(problems.join('\n')).toContain(problem);
  });

  it.each([
    ['platform-version', { 'manifest.json': { modules: { support_ticket: {} } } }],
    ['At least one module', { 'manifest.json': { 'platform-version': '3.0', modules: { common: {} } } }],
    ['Invalid event', { 'manifest.json': { modules: { common: { events: { onSync: { handler: 'h' } } } } } }],
    [
      "Invalid event: 'onGroupCreate' for module: support_ticket",
      { 'manifest.json': { modules: { support_ticket: { events: { onGroupCreate: { handler: 'h' } } } } } },
    ],
    ['allowed values', { 'manifest.json': { modules: { common: { functions: { fn: { timeout: 7 } } } } } }],
    ['exact version', { 'manifest.json': { dependencies: { axios: '^1.0.0' } } }],
    [
      'not defined in config/requests.json',
      { 'manifest.json': { modules: { common: { requests: { a: {} } } } } },
    ],
    ['iparams.json holds no JSON object', { 'config/iparams.json': '[' }],
    ['unknown type', { 'config/entities.json': { a: { fields: [{ name: 'n', type: 'blob' }] } } }],
  ])('names what is wrong: %s', (problem, files) => {
    expect(problemsOf(files).join('\n')).toContain(problem);
  });

  it('takes a manifest without server code', () => {
    expect(problemsOf({ 'manifest.json': manifestWith([]) })).toEqual([]);
  });
});

describe('the code of a package', () => {
  it('finds only plain ECMAScript and the documented globals', async () => {
    const names = [
      'process',
      'Buffer',
      'setTimeout',
      'setImmediate',
      'queueMicrotask',
      'URL',
      'fetch',
      'module',
    ];
    const documented = [
      '$request',
      '$db',
      '$schedule',
      'renderData',
      'console',
      'exports',
      'require',
      'Intl',
    ];
    const ask = `renderData(null, ${JSON.stringify([...names, ...documented])}.filter(function (name) {
      return name === 'exports' || name === 'require' ? true : typeof globalThis[name] !== 'undefined'; }));`;

    await expect(answerOfFunction(ask)).resolves.toEqual(documented);
  });

  it('cannot make code out of text', async () => {
    await expect(
      answerOfFunction("try { new Function('1'); } catch (e) { renderData(null, e.name); }"),
    ).resolves.toBe('EvalError');
  });

  it('requires files below server/, in both ways of exporting and in a circle', async () => {
    const files = {
      'server/lib/whole.js': "exports = { one: 1, deep: require('./deep/part').two };",
      'server/lib/deep/part.js':
        '"use strict"; const n = 2; exports.two = n; exports.other = require("../circle");',
      'server/lib/circle.js': "const part = require('./deep/part'); exports.seen = part.two;",
    };
    const ask = `const whole = require('./lib/whole.js');
      renderData(null, { whole, seen: require('./lib/circle').seen, same: require('./lib/whole') === whole });`;

    await expect(answerOfFunction(ask, files)).resolves.toEqual({
      whole: { one: 1, deep: 2 },
      seen: 2,
      same: true,
    });
  });

  it('takes the time from the sandbox, and keeps the rest of Date', async () => {
    const ask = `const early = new Date(0); renderData(null, {
      now: new Date().toISOString(), text: Date().slice(0, 15), utc: Date.UTC(1970, 0, 2), parsed: Date.parse('1970-01-01T00:00:01Z'),
      early: early.toISOString(), is: early instanceof Date, made: early.constructor === Date });`;

    await expect(answerOfFunction(ask)).resolves.toEqual({
      now: '2026-11-05T12:00:00.000Z',
      text: 'Thu Nov 05 2026',
      utc: 86_400_000,
      parsed: 1000,
      early: '1970-01-01T00:00:00.000Z',
      is: true,
      made: true,
    });
  });

  it('has a wrong clock when the faults say so', async () => {
    const { platform, clock } = platformWith({ probe: 'function () { renderData(null, Date.now()); }' });
    await platform.install({});
    platform.faults.clockSkewMs = -5000;

    const { answer } = await platform.callFunction('probe');

    expect(answer).toEqual({ ok: true, response: clock.now() - 5000 });
  });

  it('writes to the log of the platform', async () => {
    const { platform, clock } = platformWith({
      probe: "function () { console.warn('a %d', 1, { b: 2 }); renderData(); }",
    });
    await platform.install({});

    const { invocation } = await platform.callFunction('probe');

    expect(platform.log({ level: 'warn' })).toEqual([
      { at: clock.now(), level: 'warn', text: 'a 1 { b: 2 }', invocation: invocation?.id },
    ]);
  });
});
