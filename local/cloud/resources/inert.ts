import { arnOf, type Cloud, type Factory, physicalName } from '../cloud.ts';
import { hashOf } from './names.ts';

type Inert = (name: string, cloud: Cloud, id: string) => { ref: string; attributes?: Record<string, unknown> };

const byName: Inert = (name) => ({ ref: name });
const withArn =
  (service: string, kind: string): Inert =>
  (name, cloud) => ({ ref: name, attributes: { Arn: arnOf(cloud, service, `${kind}${name}`) } });

/**
 * Types of the template that change nothing on a laptop, with why. What they give to others is still there. A type that
 * is neither here nor in the registry stops the start, so that nothing is left out unseen.
 */
const inert: Record<string, Inert> = {
  // Nobody watches a laptop: faults are shown as they happen.
  'AWS::CloudWatch::Alarm': withArn('cloudwatch', 'alarm:'),
  'AWS::CloudWatch::Dashboard': byName,
  'AWS::SNS::Topic': (name, cloud) => ({ ref: arnOf(cloud, 'sns', name), attributes: { TopicName: name } }),
  'AWS::SNS::TopicPolicy': byName,
  'AWS::SNS::Subscription': byName,
  // Output of functions is kept by the desk.
  'AWS::Logs::LogGroup': (name, cloud) => ({
    ref: name,
    attributes: { Arn: arnOf(cloud, 'logs', `log-group:${name}:*`) },
  }),
  'AWS::Logs::MetricFilter': byName,
  'AWS::Logs::ResourcePolicy': byName,
  // Data at rest is the developer's own disk.
  'AWS::KMS::Alias': byName,
  // Functions here are the only callers, and their roles are checked; resource policies of stores are not.
  'AWS::S3::BucketPolicy': byName,
  'AWS::SQS::QueuePolicy': byName,
  'AWS::CloudFront::OriginAccessControl': (_name, _cloud, id) => ({
    ref: hashOf(id, 14),
    attributes: { Id: hashOf(id, 14) },
  }),
  // Sign-ins and their groups are the desk's sample data.
  'AWS::Cognito::UserPoolGroup': byName,
  'AWS::Cognito::UserPoolResourceServer': byName,
  // Brings the AWS CLI to the function that fills buckets; the desk fills them itself.
  'AWS::Lambda::LayerVersion': (name, cloud) => ({ ref: arnOf(cloud, 'lambda', `layer:${name}:1`) }),
  // Empties a bucket before the stack is deleted; does nothing on creation.
  'Custom::S3AutoDeleteObjects': byName,
  'AWS::CDK::Metadata': byName,
};

/** Properties by which a template names such a resource itself. */
const nameProperties = ['LogGroupName', 'TopicName', 'AlarmName', 'GroupName', 'Name'];

export const inertFactories: Record<string, Factory> = Object.fromEntries(
  Object.entries(inert).map(([type, make]): [string, Factory] => [
    type,
    (id, properties, cloud) => {
      const given = nameProperties.map((name) => properties[name]).find((name) => typeof name === 'string');
      return make(physicalName(cloud, id, given), cloud, id);
    },
  ]),
);
