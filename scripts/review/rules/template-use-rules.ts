import type { AppPackage } from '../../shared/package/app-package';
import { declaredRequestsOf } from '../../shared/package/manifest';
import { listInvokedTemplates, listProperties } from '../../shared/package/parse-code';
import { findAt, findBroken, type Finding, type Rule } from './rule';
import { expressionsIn, invokedBelow, REQUESTS, scriptsBelow, templatesOf, type Template } from './templates';

const DOCS = 'App SDK 3.0, request method';

function findUndeclared(appPackage: AppPackage): Finding[] {
  const declared = declaredRequestsOf(appPackage);
  const written = templatesOf(appPackage).map(({ name }) => name);
  return [
    ...findBroken(
      written,
      (name) => !declared.includes(name),
      (name) => ({
        where: `${REQUESTS} ${name}`,
        what: 'is not declared in manifest.json modules.common.requests',
      }),
    ),
    ...findBroken(
      [...declared],
      (name) => !written.includes(name),
      (name) => ({
        where: `manifest.json modules.common.requests.${name}`,
        what: `is not defined in ${REQUESTS}`,
      }),
    ),
  ];
}

function findUnusedOrUnknown(appPackage: AppPackage): Finding[] {
  const written = templatesOf(appPackage).map(({ name }) => name);
  const used = invokedBelow(appPackage, '');
  return [
    ...findBroken(
      written,
      (name) => !used.includes(name),
      (name) => ({
        where: `${REQUESTS} ${name}`,
        what: 'is called by nothing',
      }),
    ),
    ...findBroken(
      [...new Set(used)],
      (name) => !written.includes(name),
      (name) => ({
        where: REQUESTS,
        what: `${name} is called and not there`,
      }),
    ),
  ];
}

function findWrongContext(appPackage: AppPackage): Finding[] {
  const onInstallPage = invokedBelow(appPackage, 'config/assets/');
  const onPages = invokedBelow(appPackage, 'app/');
  const stored = (template: Template): boolean =>
    expressionsIn(template.schema).some((text) => /\biparam\./.test(text));
  const steered = ({ schema }: Template): boolean =>
    [schema['host'], schema['headers']].flatMap(expressionsIn).some((text) => /\bcontext\./.test(text));
  return templatesOf(appPackage).flatMap((template) => [
    ...findAt(
      template.where,
      onInstallPage.includes(template.name) &&
        stored(template) &&
        'is for the install page, where only context.* has a value',
    ),
    ...findAt(
      template.where,
      onPages.includes(template.name) &&
        steered(template) &&
        'is for a page, which may not fill host or headers',
    ),
  ]);
}

/** The names of the values that a template expects from its caller. */
function contextOf({ schema }: Template): string[] {
  const names = expressionsIn(schema).flatMap((text) => [...text.matchAll(/\bcontext\.(\w+)/g)]);
  return [...new Set(names.map((match) => match[1] ?? ''))];
}

function findMissingContext(appPackage: AppPackage): Finding[] {
  return scriptsBelow(appPackage, '').flatMap((script) => {
    const code = appPackage.text(script);
    const [called, given] = [listInvokedTemplates(code), listProperties(code)];
    return templatesOf(appPackage)
      .filter(({ name }) => called.includes(name))
      .flatMap((template) =>
        findBroken(
          contextOf(template),
          (name) => !given.includes(name),
          (name) => ({ where: script, what: `calls ${template.name} without its context.${name}` }),
        ),
      );
  });
}

/** Rules on how request templates and the rest of the package fit together. */
export const TEMPLATE_USE_RULES: readonly Rule[] = [
  { name: 'declared', from: `${DOCS}, association with the app`, find: findUndeclared },
  { name: 'used', from: 'App review, no unused code', find: findUnusedOrUnknown },
  { name: 'context where it counts', from: `${DOCS}, substitution`, find: findWrongContext },
  { name: 'context as it is called', from: `${DOCS}, substitution`, find: findMissingContext },
  {
    name: 'called by pages, not through the server',
    from: 'fw-review FF-02M; ours: server code calls by axios',
    find: (appPackage) =>
      findBroken(
        scriptsBelow(appPackage, 'server/'),
        (name) => listInvokedTemplates(appPackage.text(name)).length > 0,
        (name) => ({ where: name, what: 'calls a template: a page can do that itself' }),
      ),
  },
];
