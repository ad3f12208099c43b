import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation } from '../../../local/ports.ts';
import { aFunction, cloudOf, type TestCloud } from './cloud-of.ts';

/** One function that does what its event says. */
const worker = `
let runs = 0;
const kept = Date.now;
export async function handler(event, context) {
  runs++;
  if (event.do === 'environment') return process.env;
  if (event.do === 'time') return { now: new Date().toISOString(), kept: kept(), fixed: new Date(0).toISOString(), real: new Date() instanceof Date };
  if (event.do === 'throw') throw new TypeError('that went wrong');
  if (event.do === 'crash') setTimeout(() => { throw new Error('out of nowhere'); }, 1);
  if (event.do === 'exit') process.exit(3);
  if (event.do === 'hang' || event.do === 'crash') await new Promise(() => setInterval(() => {}, 1000));
  if (event.do === 'wait') await new Promise((done) => setTimeout(done, event.ms));
  if (event.do === 'nothing') return;
  return { runs, pid: process.pid, left: context.getRemainingTimeInMillis(), id: context.awsRequestId };
}`;

describe('the function runtime', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    process.env.OF_THIS_MACHINE = 'secret';
    cloud = await cloudOf(
      {
        ...aFunction('worker', { properties: { Timeout: 1, Environment: { Variables: { COLOUR: 'green' } } } }),
        ...aFunction('broken'),
        Permission: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            ...{ Action: 'lambda:InvokeFunction', FunctionName: { Ref: 'worker' }, Principal: 'connect.amazonaws.com' },
            SourceArn: 'arn:aws:connect:us-east-1:000000000000:instance/i',
          },
        },
      },
      { worker, broken: 'throw new Error("no such setting"); export const handler = () => 1;' },
    );
  });
  afterAll(async () => {
    delete process.env.OF_THIS_MACHINE;
    await cloud.stop();
  });
  const instance = {
    principal: 'connect.amazonaws.com',
    sourceArn: 'arn:aws:connect:us-east-1:000000000000:instance/i',
  };
  const run = (event: unknown, options?: { timeoutMs?: number }) =>
    cloud.functions.invoke('worker', event, instance, options);

  it('gives a function the template’s variables and AWS’s, and nothing of this machine', async () => {
    const { payload } = await run({ do: 'environment' });
    expect(payload).toMatchObject({
      ...{
        COLOUR: 'green',
        AWS_REGION: 'us-east-1',
        AWS_LAMBDA_FUNCTION_NAME: 'worker',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
    expect(Object.keys(payload as object).filter((name) => /^(OF_THIS_MACHINE|HOME|PATH|NODE_)/.test(name))).toEqual(
      [],
    );
  });

  describe('with trouble on request', () => {
    afterEach(() => cloud.functions.faults.set('worker', { slowMs: 0, fails: false }));

    it('lets a function fail without running it', async () => {
      const { runs } = (await run({})).payload as { runs: number };
      cloud.functions.faults.set('worker', { fails: true });
      expect((await run({})).invocation).toMatchObject({ outcome: 'error', message: 'was told to fail' });
      cloud.functions.faults.set('worker', { fails: false });
      expect((await run({})).payload).toMatchObject({ runs: runs + 1 });
    });

    it('slows it down, at the cost of its own timeout', async () => {
      cloud.functions.faults.set('worker', { slowMs: 200 });
      const slow = await run({});
      expect(slow.invocation.outcome).toBe('ok');
      expect(slow.invocation.ms).toBeGreaterThanOrEqual(199);
      expect((await run({ do: 'wait', ms: 900 })).invocation.outcome).toBe('timeout');
      cloud.functions.faults.set('worker', { slowMs: 1500 });
      expect((await run({})).invocation).toMatchObject({ outcome: 'timeout', message: 'ran into its timeout of 1 s' });
    });

    it('knows a function by its name alone', () => {
      expect(() => cloud.functions.faults.set('nothing', { fails: true })).toThrow('0 functions of the template fit');
      expect(cloud.functions.faults.list()).toContainEqual({ name: 'worker', slowMs: 0, fails: false });
    });
  });

  it('lets it live in the instance’s time', async () => {
    cloud.clock.advance(3_600_000);
    const { payload } = await run({ do: 'time' });
    const { now, kept, fixed, real } = payload as { now: string; kept: number; fixed: string; real: boolean };
    expect(Math.abs(Date.parse(now) - cloud.clock.now())).toBeLessThan(5_000);
    expect(Math.abs(kept - cloud.clock.now())).toBeLessThan(5_000);
    expect([fixed, real]).toEqual(['1970-01-01T00:00:00.000Z', true]);
  });

  it('uses a process again, and another for a run at the same time', async () => {
    const [first, second] = await Promise.all([run({ do: 'wait', ms: 100 }), run({ do: 'wait', ms: 100 })]);
    const pids = [first, second].map(({ payload }) => (payload as { pid: number }).pid);
    expect(new Set(pids).size).toBe(2);
    const { payload } = await run({});
    expect(pids).toContain((payload as { pid: number }).pid);
    expect((payload as { runs: number }).runs).toBeGreaterThan(1);
  });

  it.each([
    ['throw', 'error', 'TypeError: that went wrong'],
    ['crash', 'error', 'Error: out of nowhere'],
    ['exit', 'error', 'the process ended before it answered'],
    ['hang', 'timeout', 'ran into its timeout of 1 s'],
  ])('says what happened when a function does this: %s', async (what, outcome, message) => {
    const { invocation, payload } = await run({ do: what });
    expect(invocation).toMatchObject({ functionName: 'worker', outcome, message });
    expect(payload).toBeUndefined();
    expect(cloud.problems.list()).toContain(`worker: ${outcome}: ${message}`);
    expect((await run({})).invocation.outcome).toBe('ok');
  });

  it('answers a caller who does not wait as long as the function runs', async () => {
    const { invocation } = await run({ do: 'wait', ms: 900 }, { timeoutMs: 100 });
    expect(invocation).toMatchObject({
      outcome: 'timeout',
      message: 'gave no answer within the 0.1 s that its caller waits',
    });
    expect(invocation.ms).toBeLessThan(900);
  });

  it('gives null for nothing, as JSON does', async () => {
    expect((await run({ do: 'nothing' })).payload).toBeNull();
  });

  it('says why a bundle could not be loaded, and keeps what it printed', async () => {
    const definition = cloud.functions.find('broken');
    const { invocation } = definition ? await cloud.functions.run(definition, {}) : { invocation: undefined };
    expect(invocation?.message).toBe('could not be loaded: Error: no such setting');
    await expect.poll(() => cloud.logs.of('broken').join('\n')).toContain('no such setting');
  });

  it('refuses who has no permission, naming it, and tells who listens', async () => {
    const heard: Invocation[] = [];
    cloud.functions.onInvocation((invocation) => heard.push(invocation));
    const events = { principal: 'events.amazonaws.com', sourceArn: 'arn:aws:events:us-east-1:000000000000:rule/r' };
    const other = { ...instance, sourceArn: 'arn:aws:connect:us-east-1:000000000000:instance/other' };
    for (const by of [events, other]) {
      const { invocation } = await cloud.functions.invoke('worker', {}, by);
      expect(invocation.outcome).toBe('refused');
      expect(invocation.message).toContain(
        `${by.principal} may not invoke worker: the template has no AWS::Lambda::Permission`,
      );
      expect(invocation.message).toContain(by.sourceArn);
    }
    expect((await cloud.functions.invoke('nobody', {}, instance)).invocation.message).toContain(
      'no function of this name',
    );
    expect(heard.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
  });
});
