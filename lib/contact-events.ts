import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { callWithoutPermit } from '../domain/calling/permit.ts';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import { alarmPeriod } from './alarms.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Interactions } from './interactions.ts';
import type { Settings } from './settings.ts';

/** This instance's contact events become facts of the interactions. */
export class ContactEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { instance: Instance; interactions: Interactions; settings: Settings; alarms: Alarms },
  ) {
    super(scope, id);
    const deadLetters = new Queue(this, 'DeadLetters', { retentionPeriod: Duration.days(14), enforceSSL: true });
    const track = new HouseFunction(this, 'TrackContact', {
      ...props,
      name: 'track-contact',
      errorImpact:
        'Calls show a state that is behind: supervisors and lists see calls as waiting or open that are not.',
      timeout: Duration.seconds(30),
      deadLetters,
    });
    props.interactions.grantTrack(track);
    track.set('instanceArn', props.instance.arn);
    // Only the description of a contact says why it ended; which contacts there will be nobody knows.
    track.allow(['connect:DescribeContact'], [`${props.instance.arn}/contact/*`]);
    acknowledge(track, { 'AwsSolutions-IAM5': [`Resource::${named(this, props.instance.arn)}/contact/*`] });
    // Agents dial in their browsers, so nothing on the server can hold a call back; this tells of it within minutes.
    const violations = new MetricFilter(this, 'CallsWithoutPermit', {
      logGroup: track.log,
      filterPattern: FilterPattern.stringValue('$.message', '=', callWithoutPermit),
      metricNamespace: `Deskline/${props.settings.stage}`,
      metricName: 'CallsWithoutPermit',
    });
    props.alarms.when(
      this,
      'Violations',
      violations.metric({ period: alarmPeriod, statistic: 'Sum' }),
      'Agents call people past the desk: somebody who must not be called, or at night, may have been rung. The records say who.',
    );
    new Rule(this, 'Rule', {
      description: 'Contact events of the desk',
      eventPattern: {
        source: ['aws.connect'],
        detailType: ['Amazon Connect Contact Event'],
        detail: {
          // The bus carries the events of every instance in the account and region.
          instanceArn: [props.instance.arn],
          // The noisiest type, and it says nothing of who has the call.
          eventType: [{ 'anything-but': ['CONTACT_DATA_UPDATED'] }],
        },
      },
      targets: [
        new LambdaFunction(track.lambda, {
          deadLetterQueue: deadLetters,
          retryAttempts: 20,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
    const undelivered = deadLetters.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod });
    const impact = 'Some calls lack a fact: their record may stay open, or miss who answered. Send the queue again.';
    props.alarms.when(this, 'Undelivered', undelivered, impact);
  }
}
