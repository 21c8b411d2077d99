import { Linter } from 'eslint';
import { createEmittedLintConfig } from '../lint/emitted-lint-config';
import { findRefusedSyntax } from '../../shared/package/find-refused-syntax';
import type { AppPackage } from '../../shared/package/app-package';
import { dependenciesOf } from '../../shared/package/manifest';
import { listLogged } from '../../shared/package/parse-code';
import { findBroken, type Finding, type Rule } from './rule';

const LINT = 'lint rules of FDK 10';

/** A literal value assigned to the name of a credential. */
const CREDENTIAL =
  /(?:api_?key|token|secret|password|authorization)["']?\s*[:=]\s*["'](?:(?:Bearer|Basic|Token) )?[A-Za-z0-9+/=_-]{16,}["']/i;

/** Parameters of handlers, which contain the settings including keys. */
const GIVEN = ['payload', 'args', 'iparams'];

interface LintFinding extends Finding {
  readonly rule: string;
}

const linted = new WeakMap<AppPackage, readonly LintFinding[]>();

/** The scripts that run in Freshdesk or on the platform; the FDK lints no others. */
const scriptsOf = (appPackage: AppPackage): string[] =>
  appPackage.names.filter((name) => /^(?:app|config|server)\/.*\.js$/.test(name));

function lint(appPackage: AppPackage): readonly LintFinding[] {
  const linter = new Linter();
  const config = createEmittedLintConfig(Object.keys(dependenciesOf(appPackage)));
  return scriptsOf(appPackage).flatMap((name) =>
    linter
      .verify(appPackage.text(name), config, { filename: `dist/${name}` })
      .map(({ line, message, ruleId }) => ({
        where: `${name}:${line}`,
        what: `${message} (${ruleId ?? 'syntax'})`,
        rule: ruleId ?? 'syntax',
      })),
  );
}

/** The linter's findings in the package, cached. */
function lintOnce(appPackage: AppPackage): readonly LintFinding[] {
  const found = linted.get(appPackage) ?? lint(appPackage);
  linted.set(appPackage, found);
  return found;
}

function findRefused(appPackage: AppPackage): Finding[] {
  return scriptsOf(appPackage)
    .flatMap((name) => findRefusedSyntax(name, appPackage.text(name)))
    .map((sentence) => ({ where: sentence.split(' ')[0] ?? '', what: sentence.replace(/^\S+ /, '') }));
}

function findLogged(appPackage: AppPackage): Finding[] {
  return scriptsOf(appPackage).flatMap((name) =>
    listLogged(appPackage.text(name), GIVEN).map((line) => ({
      where: `${name}:${line}`,
      what: 'gives the console something of what the platform handed over',
    })),
  );
}

/** Rules on the emitted JavaScript, which is what Freshworks reviews. */
export const CODE_RULES: readonly Rule[] = [
  {
    name: 'lint, no error and no warning',
    from: `${LINT}; fw-review GN-02L`,
    find: (appPackage) => lintOnce(appPackage).filter(({ rule }) => rule !== 'no-undef'),
  },
  {
    name: 'no name the platform lacks',
    from: 'App SDK 3.0, serverless apps; no process, Buffer or timers',
    find: (appPackage) => lintOnce(appPackage).filter(({ rule }) => rule === 'no-undef'),
  },
  { name: 'no payload in the log', from: 'App review, no sensitive data in logs', find: findLogged },
  { name: "none of the compiler's helpers", from: `${LINT}, no-var`, find: findRefused },
  {
    name: 'no credential in the code',
    from: 'fw-review FF-06A',
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => /\.(?:js|json|html)$/.test(name)),
        (name) => CREDENTIAL.test(appPackage.text(name)),
        (name) => ({ where: name, what: 'holds what looks like a credential' }),
      ),
  },
];
