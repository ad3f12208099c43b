import { ArnFormat, Aws, Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { output } from './output.ts';

/** Where alarms arrive. Who is to be woken subscribes to the topic; the stack knows no addresses. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    // Asking for TLS gives the topic a policy, and with one the topic's own, which let this account publish, is gone.
    const sourceArn = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const conditions = {
      ArnLike: { 'aws:SourceArn': sourceArn },
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    };
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions }));
    output(this, 'AlarmTopicArn', this.topic.topicArn);
  }

  /**
   * Alarms when the metric passes `threshold` in five minutes, or in each of so many `spans` of five minutes, one after
   * the other. `impact` says in words who is hurt, and how.
   */
  when(scope: Construct, id: string, metric: IMetric, impact: string, threshold = 0, spans = 1): void {
    const alarm = new Alarm(scope, id, {
      alarmDescription: impact,
      metric,
      threshold,
      evaluationPeriods: spans,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

/** The span over which alarms add up. */
export const alarmPeriod = Duration.minutes(5);
