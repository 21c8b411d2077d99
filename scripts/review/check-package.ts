/**
 * Checks a built package (dist/ or the given folder) against the platform's rules and Freshworks' review scripts. Every
 * finding has a place, a problem and the source of the rule; any finding is a failure.
 */
import fs from 'node:fs';
import path from 'node:path';
import { readArguments, runCommand } from '../shared/command';
import { hasFdk } from '../shared/has-fdk';
import { createAppPackage, readPackageFiles } from '../shared/package/app-package';
import { countRules, findBrokenRules } from './rules/find-broken-rules';
import { runReviewScripts } from './fw-review';

const CHECK = {
  name: 'npm run check:package',
  about: 'Checks a built package against the platform’s rules and Freshworks’ review scripts.',
  options: {},
  operands: '[folder]',
  more: 'Without a folder it checks dist/, which npm run build writes.',
} as const;

function report(sentences: readonly string[], summary: string): void {
  for (const sentence of sentences) console.error(`✖ ${sentence}`);
  console.log(`${sentences.length === 0 ? '✔' : '✖'} ${summary}`);
  if (sentences.length > 0) process.exitCode = 1;
}

function check(packageDir: string): void {
  const broken = findBrokenRules(createAppPackage(readPackageFiles(packageDir)));
  report(
    broken.map(({ sentence }) => sentence),
    `${countRules()} rules, ${broken.length} findings`,
  );

  const reviewed = runReviewScripts(packageDir);
  const failed = reviewed.filter(({ passed }) => !passed);
  report(
    failed.flatMap(({ script, sentences }) =>
      sentences.map((sentence) => `${sentence} (fw-review ${script})`),
    ),
    `${reviewed.length} of Freshworks' review scripts, ${failed.length} not passed`,
  );
  if (!hasFdk())
    console.log('- fdk validate was not run: the FDK is not installed here (README.md says how)');
}

void runCommand(CHECK, (args) => {
  const [folder = path.join(__dirname, '../../dist')] = readArguments(CHECK, args).positionals;
  if (!fs.existsSync(path.join(folder, 'manifest.json')))
    throw new Error('There is no package to check: run npm run build first.');
  check(path.resolve(folder));
});
