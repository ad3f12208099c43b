import { describe, expect, it, vi } from 'vitest';
import { callWithoutPermit } from '../../domain/calling/permit.ts';
import { expiryAttribute } from '../../domain/tables.ts';
import { callingHours } from '../../lambdas/desk-api/calling-hours.ts';
import { makeLog } from '../../lambdas/shared/log.ts';
import { readContext } from '../../lib/context.ts';
import { readSettings } from '../../lib/settings.ts';
import { ofType, sampleTemplate } from './template.ts';

describe('calls out in the template', () => {
  const template = sampleTemplate();
  const filter = ofType(template, 'AWS::Logs::MetricFilter')[0]?.[1] ?? expect.fail('no metric filter');

  it('count what is dialled without a permit, by the line that the function logs', () => {
    const write = vi.fn();
    makeLog({ function: 'track-contact' }, write).error(callWithoutPermit, { interactionId: 'a' });
    const logged = JSON.parse(write.mock.calls[0]?.[0]);
    expect(filter.Properties.FilterPattern).toBe(`{ $.message = "${logged.message}" }`);
  });

  it('wake somebody with words that say who is hurt', () => {
    const [transformation] = filter.Properties.MetricTransformations as {
      MetricName: string;
      MetricNamespace: string;
    }[];
    const alarm = ofType(template, 'AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) => Properties)
      .find((each) => each.MetricName === transformation?.MetricName);
    expect(alarm).toMatchObject({ Namespace: transformation?.MetricNamespace, Threshold: 0, Statistic: 'Sum' });
    expect(alarm?.AlarmDescription).toMatch(/^Agents call people past the desk: .+\.$/);
    expect(alarm?.AlarmActions).toHaveLength(1);
  });

  it('let permits go after some weeks', () => {
    const expiring = ofType(template, 'AWS::DynamoDB::Table').flatMap(
      ([, { Properties }]) => Properties.TimeToLiveSpecification ?? [],
    );
    expect(expiring).toEqual([{ AttributeName: expiryAttribute, Enabled: true }]);
  });

  it('hand the calling hours to the function as it reads them', () => {
    const [, desk] =
      ofType(template, 'AWS::Lambda::Function').find(([, { Properties }]) =>
        String(Properties.FunctionName).endsWith('desk-api'),
      ) ?? expect.fail('no desk-api');
    const { Variables } = desk.Properties.Environment as { Variables: Record<string, string> };
    expect(callingHours(Variables)).toEqual(readSettings(readContext().deskline).callingHours);
    expect(() => callingHours({ ...Variables, CALLING_HOURS: '{"from":"8"}' })).toThrow('CALLING_HOURS holds no');
  });
});
