import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { isOutside, loadedBy, pagesOf, targetOf, type Loaded } from '../../shared/package/loaded-files';
import { findAt, findBroken, type Finding, type Rule } from './rule';

/** Allowed hosts of browser libraries: fw-review allows more, of which Freshworks' lint refuses unpkg. */
const HOSTS = ['cdn.jsdelivr.net', 'static.freshdev.io', 'fonts.googleapis.com', 'fonts.gstatic.com'];

/** `https://cdn.jsdelivr.net/npm/<package>@<version>/…` */
const NPM_ADDRESS = /^https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?/;
const PRODUCT_CSS = /fresh(?:desk|service|sales|team|marketer)\.css/i;
const WRITES_HTML = /\b(?:innerHTML|outerHTML)\s*=|\binsertAdjacentHTML\(|\bdocument\.write(?:ln)?\(/;

/** A rule on what pages load. */
function loadRule(
  name: string,
  from: string,
  isBroken: (loaded: Loaded, appPackage: AppPackage) => boolean,
  what: string,
): Rule {
  return {
    name,
    from,
    find: (appPackage) =>
      findBroken(
        loadedBy(appPackage),
        (loaded) => isBroken(loaded, appPackage),
        ({ page, address }) => ({ where: `${page} ${address}`, what }),
      ),
  };
}

const hostOf = ({ address }: Loaded): string => /^(?:https?:)?\/\/([^/]+)/i.exec(address)?.[1] ?? '';

function isUndeclared(loaded: Loaded, appPackage: AppPackage): boolean {
  const library = NPM_ADDRESS.exec(loaded.address)?.[1];
  const declared = tableAt(appPackage.json('package.json'), 'dependencies');
  return library !== undefined && !(library in declared);
}

const isUnversioned = (loaded: Loaded): boolean => {
  const match = NPM_ADDRESS.exec(loaded.address);
  return match !== null && !/\d/.test(match[2] ?? '');
};

/** Code of a page that the lint cannot see. */
function findInline(appPackage: AppPackage): Finding[] {
  return pagesOf(appPackage).flatMap((page) => {
    const text = appPackage.text(page);
    return [
      ...findAt(
        page,
        /<script(?![^>]*\ssrc=)[^>]*>/i.test(text) && 'has a script inside: put it into a file',
      ),
      ...findAt(page, /<[^>]+\son[a-z]+\s*=/i.test(text) && 'has a handler attribute such as onclick'),
    ];
  });
}

function findLibrariesUnused(appPackage: AppPackage): Finding[] {
  const used = loadedBy(appPackage).map(({ address }) => NPM_ADDRESS.exec(address)?.[1]);
  return findBroken(
    Object.keys(tableAt(appPackage.json('package.json'), 'dependencies')),
    (library) => !used.includes(library),
    (library) => ({ where: `package.json dependencies.${library}`, what: 'is loaded by no page' }),
  );
}

/** Rules on what pages load and on their scripts. */
export const PAGE_RULES: readonly Rule[] = [
  {
    name: "the platform's client",
    from: 'App SDK 3.0, front-end apps',
    find: (appPackage) =>
      findBroken(
        pagesOf(appPackage),
        (page) => !appPackage.text(page).includes('<script src="{{{appclient}}}"></script>'),
        (page) => ({ where: page, what: 'has to load <script src="{{{appclient}}}"></script>' }),
      ),
  },
  { name: 'nothing inline', from: 'ours: Freshworks lints files only', find: findInline },
  loadRule(
    'https only',
    'fw-review FFS-04L',
    (loaded) => isOutside(loaded) && !/^https:/i.test(loaded.address),
    'has to be loaded by https://',
  ),
  loadRule(
    'known hosts',
    'fw-review FFS-02L; lint rule no-unpkg-cdn',
    (loaded) => isOutside(loaded) && !HOSTS.includes(hostOf(loaded)),
    `has to come from one of ${HOSTS.join(', ')}`,
  ),
  loadRule(
    'libraries declared',
    'fw-review FFS-02L',
    isUndeclared,
    'is not named in package.json dependencies',
  ),
  loadRule(
    'libraries with their version',
    'ours: what was reviewed is what runs',
    isUnversioned,
    'names no version',
  ),
  { name: 'libraries used', from: 'App review, no unused code', find: findLibrariesUnused },
  loadRule(
    'files that are there',
    'App SDK 3.0, front-end apps',
    (loaded, appPackage) => !isOutside(loaded) && !appPackage.has(targetOf(loaded)),
    'is not in the package',
  ),
  loadRule(
    "no product's style sheet",
    'fw-review GN-08L',
    ({ address }) => PRODUCT_CSS.test(address),
    'has to go',
  ),
  {
    name: 'no HTML from data',
    from: 'App review, security',
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => /^(?:app|config)\/.*\.js$/.test(name)),
        (name) => WRITES_HTML.test(appPackage.text(name)),
        (name) => ({ where: name, what: 'writes HTML: use textContent and elements' }),
      ),
  },
];
