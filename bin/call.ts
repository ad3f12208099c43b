/** npm run call: one scripted call through an in-memory cloud, in the terminal. */
import { readdirSync } from 'node:fs';
import { freshAssembly } from '../lib/fresh-assembly.ts';
import { sampleAgents } from '../local/sample/index.ts';
import { planOf, usage } from '../local/scripted-call/plan.ts';
import { transcriptLine } from '../local/scripted-call/report.ts';
import { scriptedCall } from '../local/scripted-call/run.ts';

if (process.argv.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
const plan = planOf(
  process.argv.slice(2),
  sampleAgents.map(({ username }) => username),
);
if ('problem' in plan) {
  console.error(`${plan.problem} (--help lists the options)`);
  process.exit(1);
}

/** Ends with one line of reason. */
const fail = (error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
  process.exitCode = 1;
};

try {
  let begin: number | undefined;
  const report = await scriptedCall(plan, await freshAssembly(), folderOf, (event) => {
    begin ??= event.at;
    const line = plan.json ? undefined : transcriptLine(event, begin);
    if (line) console.log(line);
  });
  if (plan.json) console.log(JSON.stringify(report));
  else console.log(`\n${JSON.stringify({ interaction: report.interaction, functions: report.functions }, null, 2)}`);
} catch (error) {
  fail(error);
}

/** Deployed names carry the stage; reports say the folder, e.g. `identify-caller`. */
function folderOf(deployed: string): string {
  return readdirSync('lambdas').find((folder) => deployed.endsWith(`-${folder}`)) ?? deployed;
}
