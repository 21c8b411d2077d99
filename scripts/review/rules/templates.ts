import { tableAt, type AppPackage, type Table } from '../../shared/package/app-package';
import { listInvokedTemplates } from '../../shared/package/parse-code';

/** The file with the request templates. */
export const REQUESTS = 'config/requests.json';

/** A request template of the package. */
export interface Template {
  readonly name: string;
  readonly where: string;
  readonly schema: Table;
  readonly options: Table;
}

/** The request templates of the package. */
export function templatesOf(appPackage: AppPackage): readonly Template[] {
  const all = appPackage.json(REQUESTS);
  return Object.keys(all).map((name) => ({
    name,
    where: `${REQUESTS} ${name}`,
    schema: tableAt(all, name, 'schema'),
    options: tableAt(all, name, 'options'),
  }));
}

/** The expressions `<%= … %>` in a value, objects included. */
export function expressionsIn(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return [...text.matchAll(/<%=(.*?)%>/g)].map((match) => (match[1] ?? '').trim());
}

/** The scripts below `folder`. */
export function scriptsBelow(appPackage: AppPackage, folder: string): readonly string[] {
  return appPackage.names.filter((name) => name.startsWith(folder) && name.endsWith('.js'));
}

/** The names of the templates that the scripts below `folder` call. */
export function invokedBelow(appPackage: AppPackage, folder: string): readonly string[] {
  return scriptsBelow(appPackage, folder).flatMap((name) => listInvokedTemplates(appPackage.text(name)));
}
