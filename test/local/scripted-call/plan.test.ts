import { describe, expect, it } from 'vitest';
import { planOf } from '../../../local/scripted-call/plan.ts';

const plan = (...args: string[]) => planOf(args, ['ned', 'beth']);

describe('the command line of a scripted call', () => {
  it('takes any caller id, also none', () => {
    for (const from of ['+12125550123', '', 'anonymous', 'sip:alice@example.com', '7000']) {
      expect(plan('--from', from)).toMatchObject({ from });
    }
    expect(plan('--from=')).toMatchObject({ from: '' });
  });

  it('lets ned answer unless told otherwise', () => {
    expect(plan('--from', '1')).toMatchObject({ agent: 'ned' });
    expect(plan('--from', '1', '--agent', 'none')).toMatchObject({ agent: undefined });
  });

  it.each([
    ['greeting', { kind: 'prompt', prompt: 'greeting' }],
    ['menu', { kind: 'prompt', prompt: 'menu' }],
    ['queue', { kind: 'phase', phase: 'queue' }],
    ['ringing', { kind: 'phase', phase: 'ringing' }],
    ['talking', { kind: 'phase', phase: 'talking' }],
    ['12', { kind: 'seconds', seconds: 12 }],
    ['2.5', { kind: 'seconds', seconds: 2.5 }],
    ['greet-known', { kind: 'block', id: 'greet-known' }],
  ])('hangs up after %s', (text, moment) => {
    expect(plan('--from', '1', '--hang-up-after', text)).toMatchObject({ hangUpAfter: moment });
  });

  it('reads keys and waits in their order', () => {
    expect(plan('--from', '1', '--press', 'wait=3 1,5s 2#')).toMatchObject({
      keys: [
        { kind: 'wait', seconds: 3 },
        { kind: 'keys', keys: '1' },
        { kind: 'wait', seconds: 5 },
        { kind: 'keys', keys: '2#' },
      ],
    });
  });

  it.each([
    [[], '--from is missing'],
    [['--from', '1', '--agent', 'zoe'], 'nobody of that name; one of ned, beth, none'],
    [['--from', '1', '--press', 'one'], '"one" is neither keys'],
    [['--from', '1', '--at', 'soon'], 'not an ISO 8601 time'],
    [['--from', '1', '--hang-up-after', ' '], '--hang-up-after is empty'],
    [['--form', '1'], "Unknown option '--form'"],
  ])('says in one line what is wrong with %j', (args, message) => {
    const result = plan(...args);
    expect('problem' in result && result.problem).toContain(message);
    expect('problem' in result && result.problem).not.toContain('\n');
  });
});
