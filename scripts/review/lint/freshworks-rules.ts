import type { ESLint } from 'eslint';
import { noCrossScopeAssign } from './no-cross-scope-assign';
import { noDependencyMismatch } from './no-dependency-mismatch';
import { noDeprecatedApis } from './no-deprecated-apis';
import { noLoggingRejections } from './no-logging-rejections';
import { noNonClientRequestModel } from './no-non-client-request-model';
import { noUnhandledPromise } from './no-unhandled-promise';
import { noUnpkgCdn } from './no-unpkg-cdn';

/** Stand-ins for the rules that exist only in Freshworks' own `fdk validate`, under the same names. */
export const freshworksRules: ESLint.Plugin = {
  rules: {
    'no-cross-scope-assign': noCrossScopeAssign,
    'no-dependency-mismatch': noDependencyMismatch,
    'no-deprecated-apis': noDeprecatedApis,
    'no-logging-rejections': noLoggingRejections,
    'no-non-client-request-model': noNonClientRequestModel,
    'no-unhandled-promise': noUnhandledPromise,
    'no-unpkg-cdn': noUnpkgCdn,
  },
};
