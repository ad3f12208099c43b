// npm run check: all that CI runs, cheapest first.
import { run, setUp } from './setup.mjs';

setUp();
const node = process.execPath;
const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']],
  ['flows', ['--import', 'tsx', 'bin/flows-check.ts']],
  ['synth', ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet']],
  ['tests', ['node_modules/vitest/vitest.mjs', 'run']],
];
for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  const code = run(node, args);
  if (code !== 0) {
    console.error(`${name} failed`);
    process.exit(code);
  }
}
