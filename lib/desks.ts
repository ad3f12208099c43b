import { CfnHoursOfOperation, CfnQueue, CfnRoutingProfile, CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ContactFlows } from './contact-flows.ts';
import type { Instance } from './instance.ts';
import type { Line } from './line.ts';
import type { Settings } from './settings.ts';

export interface DesksProps {
  instance: Instance;
  line: Line;
  flows: ContactFlows;
  settings: Settings;
}

/** When the line is open, the queues where callers wait, and the profiles that agents are given. */
export class Desks extends Construct {
  readonly hoursArn: string;
  readonly serviceDesk: CfnQueue;
  readonly billing: CfnQueue;
  readonly network: CfnQueue;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DesksProps,
  ) {
    super(scope, id);
    const { instance, settings } = props;
    const { days, from, to } = settings.openingHours;
    const hours = new CfnHoursOfOperation(this, 'Hours', {
      instanceArn: instance.arn,
      name: 'Deskline opening hours',
      timeZone: settings.timeZone,
      config: days.map((day) => ({ day, startTime: from, endTime: to })),
    });
    this.hoursArn = hours.attrHoursOfOperationArn;
    this.serviceDesk = this.queue('ServiceDesk', settings.queues.serviceDesk);
    this.billing = this.queue('Billing', settings.queues.billing);
    this.network = this.queue('Network', settings.queues.network);
    this.routingProfiles();
    this.securityProfiles(instance);
  }

  get queues(): CfnQueue[] {
    return [this.serviceDesk, this.billing, this.network];
  }

  private queue(id: string, name: string): CfnQueue {
    const { instance, line, flows } = this.props;
    // The queue does not name its quick connects: they name the queue, and that would be a circle.
    return new CfnQueue(this, id, {
      instanceArn: instance.arn,
      name,
      hoursOfOperationArn: this.hoursArn,
      // Calls out are made from a queue: whoever is called sees the desk's own number, and hears the desk's own words.
      outboundCallerConfig: { outboundFlowArn: flows.outboundWhisperArn, outboundCallerIdNumberArn: line.numberArn },
    });
  }

  private routingProfiles(): void {
    const { serviceDesk, billing, network } = this;
    const helps = 'calls first, then those of the service desk';
    this.routingProfile('RoutingProfile', 'Deskline desk', 'Takes calls of every Deskline queue', [this.queues]);
    this.routingProfile('BillingProfile', 'Deskline billing', `Takes billing ${helps}`, [[billing], [serviceDesk]]);
    this.routingProfile('NetworkProfile', 'Deskline network', `Takes network ${helps}`, [[network], [serviceDesk]]);
  }

  /** Whose calls an agent is offered: queues of an earlier rank first, those of one rank by who waits longest. */
  private routingProfile(id: string, name: string, takes: string, ranks: CfnQueue[][]): void {
    new CfnRoutingProfile(this, id, {
      instanceArn: this.props.instance.arn,
      name,
      description: `${takes}, one at a time.`,
      defaultOutboundQueueArn: this.serviceDesk.attrQueueArn,
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: ranks.flatMap((queues, rank) =>
        queues.map((queue) => ({
          queueReference: { channel: 'VOICE', queueArn: queue.attrQueueArn },
          priority: rank + 1,
          delay: 0,
        })),
      ),
    });
  }

  /** A new instance brings profiles named Agent and Admin, so ours carry the system's name. */
  private securityProfiles(instance: Instance): void {
    const agent = ['BasicAgentAccess', 'OutboundCallAccess', 'TransferDestinations.View'];
    new CfnSecurityProfile(this, 'AgentProfile', {
      instanceArn: instance.arn,
      securityProfileName: 'Deskline agent',
      description: 'Takes, makes and transfers calls.',
      permissions: agent,
    });
    new CfnSecurityProfile(this, 'SupervisorProfile', {
      instanceArn: instance.arn,
      securityProfileName: 'Deskline supervisor',
      description: 'As an agent, and sees metrics and contacts and listens in.',
      permissions: [...agent, 'AccessMetrics', 'ManagerListenIn', 'ContactSearch.View'],
    });
  }
}
