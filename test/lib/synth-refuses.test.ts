import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeApp, readContext } from '../../lib/app.ts';
import { flowFolder, readFlows } from '../../lib/flow-files.ts';
import { inTemporaryFolder } from './synth.ts';

describe('a synth fails for', () => {
  /** The report of the checks when the synth failed. */
  const synthWith = (add: (stack: IConstruct) => void): string =>
    inTemporaryFolder((outdir) => {
      const app = makeApp({ context: readContext(), outdir });
      add(app.node.findChild('deskline-sample'));
      const { error } = console;
      console.error = () => undefined;
      try {
        app.synth();
        return 'synthesized';
      } catch {
        return readFileSync(join(outdir, 'validation-report.json'), 'utf8');
      } finally {
        console.error = error;
      }
    });

  it('a template that CloudFormation would refuse', () => {
    const properties = { VisibilityTimeout: 'soon' };
    const report = synthWith((stack) => new CfnResource(stack, 'Wrong', { type: 'AWS::SQS::Queue', properties }));
    expect(report).toContain('VisibilityTimeout');
  });

  it('an error of the security rules that nobody acknowledged', () => {
    expect(synthWith((stack) => new CfnTopic(stack, 'Open'))).toContain('AwsSolutions-SNS3');
  });

  it('a warning of the security rules, as for an error', () => {
    const own = { shardCount: 1, streamEncryption: { encryptionType: 'KMS', keyId: 'alias/own' } };
    expect(synthWith((stack) => new CfnStream(stack, 'Own', own))).toContain('AwsSolutions-KDS3');
  });
});

describe('a flow fails the synth when', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskline-flows-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const linesWith = (file: string, change: (text: string) => string): string => {
    cpSync(flowFolder, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    try {
      readFlows(folder);
      return 'no finding';
    } catch (error) {
      return String(error);
    }
  };

  it.each<[string, string, [string, string], RegExp]>([
    [
      'a step leads nowhere',
      'disconnect',
      ['"hang-up"', '"nowhere"'],
      /^WrongFlows: disconnect\.json say-goodbye: V\d\d/,
    ],
    ['a placeholder is not known', 'queue', ['HoldMusicArn', 'SadMusicArn'], /^WrongFlows: .*SadMusicArn/],
    ['it says no type', 'queue', ['CUSTOMER_QUEUE', 'QUEUE'], /^WrongFlows: queue\.json: .*type/],
    ['it is no JSON', 'inbound', ['{', '['], /^WrongFlows: inbound\.json: /],
  ])('%s', (_, name, [from, to], line) => {
    expect(linesWith(`${name}.json`, (text) => text.replace(from, to))).toMatch(line);
  });

  it('and only then', () => {
    expect(linesWith('queue.json', (text) => text)).toBe('no finding');
  });
});
