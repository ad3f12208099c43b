import { Duration, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Agents } from './agents.ts';
import type { Alarms } from './alarms.ts';
import { alarmPeriod } from './alarms.ts';
import type { Directory } from './directory.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Interactions } from './interactions.ts';
import type { QueueTransfer } from './line.ts';
import { output } from './output.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

export interface DeskApiProps {
  instance: Instance;
  directory: Directory;
  interactions: Interactions;
  agents: Agents;
  transfers: QueueTransfer[];
  signIn: SignIn;
  settings: Settings;
  alarms: Alarms;
}

const errorImpact = 'Agents at their desks cannot look up callers, open requests or see calls.';

/** Our flows ask for a recording of every call; an instance that exists may have a place for it that we were not told. */
const recordsCalls = ({ recordings, instance }: Settings): boolean =>
  recordings.kind !== 'none' || instance.kind === 'existing';

/** What the desk page asks, below `/api` of the page's own address. */
export class DeskApi extends Construct {
  /** Host name of the API itself, which the page's address hands `/api/*` on to. */
  readonly host: string;
  private readonly api: HttpApi;
  private readonly desk: HouseFunction;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DeskApiProps,
  ) {
    super(scope, id);
    this.desk = new HouseFunction(this, 'Desk', {
      ...props,
      name: 'desk-api',
      errorImpact,
      timeout: Duration.seconds(10),
    });
    this.desk.set('lineRegion', props.settings.lineRegion);
    this.desk.set('organisations', JSON.stringify(props.settings.organisations ?? []));
    this.desk.set('callingHours', JSON.stringify(props.settings.callingHours));
    this.desk.set('timeZone', props.settings.timeZone);
    this.desk.set('callsRecorded', recordsCalls(props.settings) ? 'yes' : 'no');
    this.desk.set('rolesClaim', props.signIn.rolesClaim);
    props.directory.grantDesk(this.desk);
    props.interactions.grantDesk(this.desk);
    props.agents.grantSync(this.desk);
    this.showQueues();
    this.api = new HttpApi(this, 'Api', { apiName: `deskline-${props.settings.stage}`, createDefaultStage: false });
    this.stage();
    this.host = Fn.select(2, Fn.split('/', this.api.apiEndpoint));
    // The function answers its own faults, so its error metric stays still; the API counts them.
    props.alarms.when(
      this,
      'Faults',
      this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      errorImpact,
    );
    output(this, 'ApiUrl', this.api.apiEndpoint);
  }

  /** Opens the API to access tokens for this audience. All routes are the function's: it answers unknown ones too. */
  serve(audience: string): void {
    this.api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Integration', this.desk.lambda),
      authorizer: new HttpJwtAuthorizer('Authorizer', this.props.signIn.issuer, { jwtAudience: [audience] }),
    });
  }

  /** Which queues calls can be handed to, and how it is in them. */
  private showQueues(): void {
    const { instance, transfers } = this.props;
    this.desk.set('instanceArn', instance.arn);
    this.desk.set('queueTransfers', JSON.stringify(transfers));
    const queues = transfers.map(({ queue }) => queue);
    this.desk.allow(['connect:GetCurrentMetricData'], queues);
  }

  private stage(): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Neither path nor query: they hold people and their numbers.
    const line = {
      request: '$context.requestId',
      at: '$context.requestTime',
      method: '$context.httpMethod',
      status: '$context.status',
    };
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          JSON.stringify({ ...line, length: '$context.responseLength', error: '$context.error.message' }),
        ),
      },
    });
  }
}
