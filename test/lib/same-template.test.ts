import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { readContext } from '../../lib/context.ts';
import { inTemporaryFolder } from './synth.ts';

const template = (outdir: string) => readFileSync(join(outdir, 'deskline-sample.template.json'), 'utf8');

it('the command line and a process give the same template', () => {
  // The synth that all tests share ran in a process.
  const inProcess = template(inject('assembly'));
  const byCommand = inTemporaryFolder((outdir) => {
    execFileSync('node', ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--output', outdir], { stdio: 'pipe' });
    return template(outdir);
  });
  expect(byCommand).toBe(inProcess);
}, 120_000);

it('the command line tells wrong settings in one line each', () => {
  const wrong = JSON.stringify({ ...(readContext().deskline as object), timeZone: 'Mars', stage: '' });
  // What the CDK's command line hands over for `--context`.
  const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ deskline: JSON.parse(wrong) }) };
  const run = () =>
    execFileSync('node', ['--import', 'tsx', 'bin/deskline.ts'], { env, stdio: 'pipe', encoding: 'utf8' });
  const lines = (error: unknown) =>
    String((error as { stderr: string }).stderr)
      .trim()
      .split('\n');
  try {
    run();
    expect.unreachable();
  } catch (error) {
    expect(lines(error)).toEqual([
      'deskline.stage: "" is not a stage; write e.g. sample, test or production',
      'deskline.timeZone: "Mars" is not a time zone; write an IANA name such as Europe/London',
    ]);
  }
});
