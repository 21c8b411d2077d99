import { RuleTester } from 'eslint';
import { noCrossScopeAssign } from './no-cross-scope-assign';
import { noDependencyMismatch } from './no-dependency-mismatch';
import { noDeprecatedApis } from './no-deprecated-apis';
import { noLoggingRejections } from './no-logging-rejections';
import { noNonClientRequestModel } from './no-non-client-request-model';
import { noUnhandledPromise } from './no-unhandled-promise';
import { noUnpkgCdn } from './no-unpkg-cdn';

const tester = new RuleTester({ languageOptions: { ecmaVersion: 2020, sourceType: 'commonjs' } });

tester.run('no-unhandled-promise', noUnhandledPromise, {
  valid: [
    'async function f() { await $db.get("lease"); }',
    '$db.get("lease").catch(hold);',
    'load().then(show, tell);',
    'load().then(show).catch(tell).finally(done);',
    'async function f() { return 1; } f().catch(tell);',
    'function f() { return 1; } f();',
    'client.events.on("app.activated", refresh);',
    'const p = $db.get("lease"); use(p);',
  ],
  invalid: [
    { code: '$db.get("lease");', errors: [{ messageId: 'unhandled' }] },
    {
      code: '$db.entity({ version: "v1" }).get("contacts").create(data);',
      errors: [{ messageId: 'unhandled' }],
    },
    { code: '$schedule.create(tick);', errors: [{ messageId: 'unhandled' }] },
    { code: 'client.request.invoke("getOverview", {});', errors: [{ messageId: 'unhandled' }] },
    { code: 'app.initialized();', errors: [{ messageId: 'unhandled' }] },
    { code: 'load().then(show);', errors: [{ messageId: 'unhandled' }] },
    { code: 'load().then(show).finally(done);', errors: [{ messageId: 'unhandled' }] },
    { code: 'new Promise(run);', errors: [{ messageId: 'unhandled' }] },
    { code: 'f(); async function f() { return 1; }', errors: [{ messageId: 'unhandled' }] },
    { code: 'const f = async () => 1; f();', errors: [{ messageId: 'unhandled' }] },
  ],
});

tester.run('no-logging-rejections', noLoggingRejections, {
  valid: [
    'try { f(); } catch (error) { console.error(error.message); throw error; }',
    'try { f(); } catch { show("Try again in a minute."); }',
    'f().catch((error) => hold(error));',
    'f().then(console.log);',
  ],
  invalid: [
    {
      code: 'try { f(); } catch (error) { console.error(error.message); }',
      errors: [{ messageId: 'logged' }],
    },
    { code: 'f().catch((error) => console.log(error));', errors: [{ messageId: 'logged' }] },
    { code: 'f().catch(function (error) { console.log(error); });', errors: [{ messageId: 'logged' }] },
    { code: 'f().catch(console.error);', errors: [{ messageId: 'logged' }] },
    { code: 'f().then(show, console.error);', errors: [{ messageId: 'logged' }] },
  ],
});

const options = [['axios', 'date-fns', '@scope/name']];
tester.run('no-dependency-mismatch', noDependencyMismatch, {
  valid: [
    { code: 'require("axios");', options },
    { code: 'require("date-fns/addMinutes");', options },
    { code: 'require("@scope/name/part");', options },
    { code: 'require("./lib/run"); require("../keys");', options },
  ],
  invalid: [
    { code: 'require("lodash");', options, errors: [{ messageId: 'undeclared' }] },
    { code: 'require("axios-retry");', options, errors: [{ messageId: 'undeclared' }] },
    { code: 'require("node:fs");', options, errors: [{ messageId: 'undeclared' }] },
    { code: 'require(name);', options, errors: [{ messageId: 'computed' }] },
    { code: 'require("axios");', errors: [{ messageId: 'undeclared' }] },
  ],
});

tester.run('no-cross-scope-assign', noCrossScopeAssign, {
  valid: [
    'let a = 1; a = 2;',
    'function f(a) { a = 1; { a = 2; } return a; }',
    'const page = { a: 1 }; function f() { page.a = 2; }',
    'function f() { let a = 0; for (const b of []) a += b; return a; }',
    'function f() { let made = 0; made += 1; return made; } let made = 0;',
  ],
  invalid: [
    { code: 'let a = 1; function f() { a = 2; }', errors: [{ messageId: 'assigned' }] },
    { code: 'function f(a) { return () => { a += 1; }; }', errors: [{ messageId: 'assigned' }] },
    {
      code: 'function f() { let a; load().then((b) => { a = b; }, g); }',
      errors: [{ messageId: 'assigned' }],
    },
  ],
});

tester.run('no-deprecated-apis', noDeprecatedApis, {
  valid: [
    '$request.invokeTemplate("getTicket", {}).catch(tell);',
    'client.request.invoke("getOverview", {}).catch(tell);',
    'map.get("request"); request.headers.get("a"); $db.get("lease");',
  ],
  invalid: [
    { code: '$request.get("https://a.com", {});', errors: [{ messageId: 'removed' }] },
    { code: 'client.request.post("https://a.com", {});', errors: [{ messageId: 'removed' }] },
    { code: 'parts.client.request.delete("https://a.com");', errors: [{ messageId: 'removed' }] },
  ],
});

tester.run('no-unpkg-cdn', noUnpkgCdn, {
  valid: ['load("https://cdn.jsdelivr.net/npm/x@1");', 'load("https://notunpkg.community");'],
  invalid: [
    { code: 'load("https://unpkg.com/x@1");', errors: [{ messageId: 'unpkg' }] },
    { code: 'load(`https://unpkg.com/${name}`);', errors: [{ messageId: 'unpkg' }] },
  ],
});

tester.run('no-non-client-request-model', noNonClientRequestModel, {
  valid: ['client.request.invoke("f", {}).catch(tell);', 'map.get("fetch");', 'this.fetch("x");'],
  invalid: [
    { code: 'fetch("/x");', errors: [{ messageId: 'direct' }] },
    { code: 'window.fetch("/x");', errors: [{ messageId: 'direct' }] },
    { code: 'new XMLHttpRequest();', errors: [{ messageId: 'direct' }] },
    { code: 'axios.get("/x");', errors: [{ messageId: 'direct' }] },
    { code: '$.ajax("/x");', errors: [{ messageId: 'direct' }] },
  ],
});
