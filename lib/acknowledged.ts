import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Every finding of the security rules (cdk-nag, AwsSolutions) that stands, with the reason why. Constructs acknowledge
 * by name, on the narrowest construct that the finding names.
 */
const reasons = {
  'AwsSolutions-CFR1': 'Agents work from anywhere; access is decided by signing in, not by country.',
  'AwsSolutions-CFR2':
    'The page is static and public; the API behind it verifies a token on every route and is throttled.',
  'AwsSolutions-CFR3':
    'A line of the access log would hold the query string, and the desk looks people up by phone number. The API logs its own accesses without it.',
  'AwsSolutions-CFR4': 'The default certificate fixes the policy; a custom domain brings its own.',
  'AwsSolutions-S1': 'Holds only the public files of the page, or is itself where accesses are logged.',
  'AwsSolutions-COG3': 'Threat protection needs the Plus plan; a second factor is required instead.',
  'AwsSolutions-COG8': 'Threat protection needs the Plus plan; a second factor is required instead.',
  'AwsSolutions-IAM4': "The CDK's own function that uploads or empties a bucket; it runs while deploying only.",
  'AwsSolutions-IAM5':
    "The CDK's own function that uploads the page's files, or a kind of resource of which nobody knows the single ones beforehand.",
  'AwsSolutions-KDS3': 'Connect cannot write to a stream that is encrypted with the key that AWS manages.',
  'AwsSolutions-SQS3': 'Is itself where records of a stream are left that could not be worked off.',
  'AwsSolutions-L1': "The CDK's own function; its runtime moves with the version of the CDK.",
} as const;

type Rule = keyof typeof reasons;

/**
 * Lets findings stand on this construct and what lies below it: the rules, each with the single findings of it that are
 * meant, e.g. `Action::s3:List*`; none for a rule that finds one thing only.
 */
export function acknowledge(construct: IConstruct, rules: Partial<Record<Rule, string[]>>): void {
  for (const [rule, findings] of Object.entries(rules)) {
    const ids = findings.length > 0 ? findings.map((finding) => `${rule}[${finding}]`) : [rule];
    for (const id of ids) Validations.of(construct).acknowledge({ id, reason: reasons[rule as Rule] });
  }
}

/** A value of the template as findings write it, e.g. `<Instance.Arn>` for an attribute. */
export function named(scope: IConstruct, value: string): string {
  const flat = (part: unknown): string => {
    if (typeof part !== 'object' || part === null) return String(part);
    const [intrinsic, of] = Object.entries(part)[0] ?? [];
    if (intrinsic === 'Ref') return `<${of}>`;
    if (intrinsic === 'Fn::GetAtt') return `<${of.join('.')}>`;
    if (intrinsic === 'Fn::Join') return of[1].map(flat).join(of[0]);
    throw new Error(`${intrinsic} is not expected in what a finding names`);
  };
  return flat(Stack.of(scope).resolve(value));
}

/** The CDK's own function that uploads files: one for the whole stack, made by the first upload. */
export function acknowledgeUploads(scope: IConstruct, bucketArn: string): void {
  const uploader = Stack.of(scope).node.findChild('Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C');
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
  const { account, region } = Stack.of(scope);
  const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${named(scope, account)}-${named(scope, region)}`;
  acknowledge(uploader, {
    'AwsSolutions-L1': [],
    'AwsSolutions-IAM4': ['Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    'AwsSolutions-IAM5': [
      ...actions.map((action) => `Action::${action}`),
      ...[assets, named(scope, bucketArn)].map((bucket) => `Resource::${bucket}/*`),
    ],
  });
}
