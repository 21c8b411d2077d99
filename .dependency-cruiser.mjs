/*
 * `npm run fences`: who may import whom. Each rule has its reason in its comment, which is printed with the violation;
 * scripts/review/fences/directions.test.ts tries each. Imports of types count. Tests are outside the fences.
 */
import { PAGE_RULES } from './scripts/review/fences/page-rules.mjs';
import { SANDBOX_RULES } from './scripts/review/fences/sandbox-rules.mjs';
import { SERVER_RULES } from './scripts/review/fences/server-rules.mjs';
import { TOOL_RULES } from './scripts/review/fences/tool-rules.mjs';

const NO_CIRCLES = {
  name: 'no circles',
  comment:
    'Imports tell a story with a beginning; a circle of values also runs half of it before it is defined.',
  severity: 'error',
  from: {},
  to: { circular: true },
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [NO_CIRCLES, ...SERVER_RULES, ...PAGE_RULES, ...SANDBOX_RULES, ...TOOL_RULES],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(?:^|/)node_modules/' },
    exclude: { path: '\\.test\\.ts$' },
    enhancedResolveOptions: { extensions: ['.ts', '.d.ts', '.mjs', '.cjs', '.js', '.json'] },
  },
};
