import { ArnFormat, Duration, Fn, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnAgentStatus } from 'aws-cdk-lib/aws-connect';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { eventSource, presenceChanged, workChanged } from '../domain/presence/events.ts';
import { busyWithACase } from '../domain/presence/work.ts';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import { alarmPeriod } from './alarms.ts';
import type { Directory } from './directory.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';
import type { EventStream, Stores } from './stores.ts';

export interface PresenceProps {
  instance: Instance;
  stores: Stores;
  directory: Directory;
  settings: Settings;
  alarms: Alarms;
}

const errorImpact =
  'Lists and other systems show agents as they were: calls may be handed to those who cannot take them.';

/** Milliseconds. An agent of whom nothing is heard for five minutes is taken to be offline. */
const longestDelay = 120_000;

/** How agents are: kept and made known as Connect says it, and changed as other systems say what agents work on. */
export class Presence extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PresenceProps,
  ) {
    super(scope, id);
    const { instance, stores } = props;
    if (stores.agentEvents) this.track(stores.agentEvents);
    this.followWork();
    new CfnAgentStatus(this, 'BusyWithACase', {
      instanceArn: instance.arn,
      name: busyWithACase,
      description: 'Works on a case that another system gave; no calls meanwhile',
      state: 'ENABLED',
      type: 'CUSTOM',
    });
  }

  private track(stream: EventStream): void {
    const lost =
      'Agents stay as they were until something else is heard of them: calls may be handed to those who cannot take them.';
    const deadLetters = this.deadLetters('Undelivered', lost);
    acknowledge(deadLetters, { 'AwsSolutions-SQS3': [] });
    const track = new HouseFunction(this, 'TrackPresence', {
      ...this.props,
      name: 'track-presence',
      errorImpact,
      timeout: Duration.seconds(30),
    });
    track.set('instanceArn', this.props.instance.arn);
    this.props.directory.grantPresence(track);
    const ours = { 'events:source': eventSource, 'events:detail-type': presenceChanged };
    track.allow(['events:PutEvents'], [this.busArn], ours);
    // What Lambda asks of the role of a function that reads a stream, but for its own consumers.
    const reads = [
      'DescribeStream',
      'DescribeStreamSummary',
      'ListStreams',
      'ListShards',
      'GetShardIterator',
      'GetRecords',
    ];
    track.allow(
      reads.map((read) => `kinesis:${read}`),
      [stream.arn],
    );
    if (stream.keyArn) track.allow(['kms:Decrypt'], [stream.keyArn]);
    const delay = track.lambda.metric('IteratorAge', { statistic: 'Maximum', period: alarmPeriod });
    const late = `Agent events are read minutes late. ${errorImpact}`;
    this.props.alarms.when(this, 'Late', delay, late, longestDelay);
    this.watchReading(stream, track);
    track.lambda.addEventSourceMapping('AgentEvents', {
      eventSourceArn: stream.arn,
      startingPosition: StartingPosition.LATEST,
      // Nobody waits for it, and what an agent does in one second is one run: the ring and the answer, say.
      maxBatchingWindow: Duration.seconds(1),
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      // What is older has been said again: Connect repeats how each agent is every two minutes.
      maxRecordAge: Duration.minutes(10),
      onFailure: new SqsDlq(deadLetters),
    });
  }

  /** A mapping that may not read, as without the right to the stream's key, calls nobody and so fails in no metric. */
  private watchReading({ arn }: EventStream, track: HouseFunction): void {
    const written = new Metric({
      namespace: 'AWS/Kinesis',
      metricName: 'IncomingRecords',
      dimensionsMap: { StreamName: Fn.select(1, Fn.split('/', arn)) },
      statistic: 'Sum',
      period: alarmPeriod,
    });
    const calls = track.lambda.metricInvocations({ statistic: 'Sum', period: alarmPeriod });
    // Metrics of one moment arrive minutes apart, as when the first agents come in the morning: so for three spans.
    const expression = 'IF(written > 5 AND FILL(calls, 0) < 1, written, 0)';
    const unread = new MathExpression({ expression, usingMetrics: { written, calls }, period: alarmPeriod });
    const impact =
      'Nobody reads the agent events that Connect writes, perhaps for lack of a right to their key. Agents who are there are shown as offline.';
    this.props.alarms.when(this, 'Unread', unread, impact, 0, 3);
  }

  private followWork(): void {
    const { instance, directory } = this.props;
    const impact = 'Agents who work on a case are handed calls, or agents who have finished one are handed none.';
    const deadLetters = this.deadLetters('WorkUndelivered', impact);
    const follow = new HouseFunction(this, 'FollowWork', {
      ...this.props,
      name: 'follow-work',
      errorImpact: impact,
      timeout: Duration.seconds(30),
      memory: 256,
      deadLetters,
    });
    follow.set('instanceArn', instance.arn);
    directory.grantWork(follow);
    // Whom other systems will name nobody knows, nor the ids of the instance's own statuses.
    const [agents, statuses] = [`${instance.arn}/agent/*`, `${instance.arn}/agent-state/*`];
    follow.allow(['connect:GetCurrentUserData'], [agents]);
    follow.allow(['connect:ListAgentStatuses'], [instance.arn, statuses]);
    follow.allow(['connect:PutUserStatus'], [instance.arn, agents, statuses]);
    const wild = [agents, statuses].map((resource) => `Resource::${named(this, resource)}`);
    acknowledge(follow, { 'AwsSolutions-IAM5': wild });
    new Rule(this, 'WorkRule', {
      description: 'What other systems say of the work of agents',
      eventPattern: { source: Match.anythingBut(eventSource), detailType: [workChanged] },
      targets: [
        new LambdaFunction(follow.lambda, {
          deadLetterQueue: deadLetters,
          retryAttempts: 20,
          // An agent's next status is worth nothing when it comes an hour late.
          maxEventAge: Duration.minutes(30),
        }),
      ],
    });
  }

  private deadLetters(id: string, impact: string): Queue {
    const queue = new Queue(this, `${id}Queue`, { retentionPeriod: Duration.days(14), enforceSSL: true });
    const waiting = queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod });
    this.props.alarms.when(this, id, waiting, impact);
    return queue;
  }

  private get busArn(): string {
    return Stack.of(this).formatArn({
      service: 'events',
      resource: 'event-bus',
      resourceName: 'default',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}
