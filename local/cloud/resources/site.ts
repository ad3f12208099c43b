import { type Cloud, type Factory, physicalName } from '../cloud.ts';
import { createBucket } from '../site/bucket.ts';
import { bucketOrigin } from '../site/bucket-origin.ts';
import { type Deployment, deploy } from '../site/deployment.ts';
import { type Behaviour, createDistribution, type Origin } from '../site/distribution.ts';
import { edgeFunction } from '../site/edge-function.ts';
import { forwardingOf } from '../site/forwarding.ts';
import { headersPolicy } from '../site/headers-policy.ts';
import type { Properties } from '../types.ts';
import { hashOf } from './names.ts';
import { asTexts } from './texts.ts';

interface CacheBehaviour {
  PathPattern?: string;
  TargetOriginId: string;
  AllowedMethods?: string[];
  CachePolicyId?: string;
  OriginRequestPolicyId?: string;
  ResponseHeadersPolicyId?: string;
  FunctionAssociations?: { EventType: string; FunctionARN: string }[];
  LambdaFunctionAssociations?: unknown[];
}

interface DistributionConfig {
  Origins: { Id: string; DomainName: string; OriginPath?: string }[];
  DefaultCacheBehavior: CacheBehaviour;
  CacheBehaviors?: CacheBehaviour[];
  DefaultRootObject?: string;
  CustomErrorResponses?: unknown[];
  Aliases?: string[];
}

const bucketHost = (cloud: Cloud, name: string) => `${name}.s3.${cloud.place.region}.${cloud.place.urlSuffix}`;

function behaviourOf(behaviour: CacheBehaviour, origins: DistributionConfig['Origins'], cloud: Cloud): Behaviour {
  if (behaviour.LambdaFunctionAssociations?.length) throw new Error('not emulated: Lambda@Edge');
  const origin = origins.find(({ Id }) => Id === behaviour.TargetOriginId);
  if (!origin) throw new Error(`the distribution has no origin ${behaviour.TargetOriginId}`);
  const [association, ...more] = behaviour.FunctionAssociations ?? [];
  if (more.length || (association && association.EventType !== 'viewer-request')) {
    throw new Error('not emulated: a CloudFront function elsewhere than at the viewer request');
  }
  const named = <T>(among: Map<string, T>, id: string | undefined, what: string) => {
    if (id === undefined) return undefined;
    const found = among.get(id);
    if (!found) throw new Error(`not emulated: the ${what} ${id}, which is not in the template`);
    return found;
  };
  return {
    pathPattern: behaviour.PathPattern ?? '*',
    originHost: origin.DomainName,
    originPath: origin.OriginPath ?? '',
    methods: behaviour.AllowedMethods ?? ['GET', 'HEAD'],
    viewerRequest: named(cloud.edgeFunctions, association?.FunctionARN, 'CloudFront function'),
    forwarding: forwardingOf(behaviour),
    responseHeaders:
      named(cloud.headersPolicies, behaviour.ResponseHeadersPolicyId, 'response headers policy') ?? ((same) => same),
  };
}

const originOf = (cloud: Cloud, host: string): Origin | undefined => {
  const bucket = [...cloud.buckets.values()].find(({ name }) => bucketHost(cloud, name) === host);
  if (bucket) return bucketOrigin(bucket);
  return [...cloud.httpApis.values()].find((api) => api.host === host)?.handle;
};

export const site: Record<string, Factory> = {
  'AWS::S3::Bucket'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.BucketName).toLowerCase();
    cloud.buckets.set(name, createBucket(name));
    const attributes = {
      Arn: `arn:${cloud.place.partition}:s3:::${name}`,
      DomainName: `${name}.s3.${cloud.place.urlSuffix}`,
      RegionalDomainName: bucketHost(cloud, name),
    };
    return { ref: name, attributes };
  },
  'AWS::CloudFront::Function'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.Name);
    const arn = `arn:${cloud.place.partition}:cloudfront::${cloud.place.account}:function/${name}`;
    const { KeyValueStoreAssociations } = (properties.FunctionConfig ?? {}) as Properties;
    if (KeyValueStoreAssociations) throw new Error('not emulated: key value stores of CloudFront functions');
    cloud.edgeFunctions.set(arn, edgeFunction(name, String(properties.FunctionCode)));
    return { ref: arn, attributes: { FunctionARN: arn } };
  },
  'AWS::CloudFront::ResponseHeadersPolicy'(id, properties, cloud) {
    const policyId = hashOf(id, 24);
    cloud.headersPolicies.set(policyId, headersPolicy(properties.ResponseHeadersPolicyConfig as object));
    return { ref: policyId, attributes: { Id: policyId } };
  },
  'AWS::CloudFront::Distribution'(id, properties, cloud) {
    const config = properties.DistributionConfig as DistributionConfig;
    if (config.CustomErrorResponses?.length) throw new Error('not emulated: custom error responses');
    const distributionId = hashOf(id, 14).toUpperCase();
    const domainName = `d${hashOf(id, 13)}.cloudfront.net`;
    for (const host of [domainName, ...(config.Aliases ?? [])]) cloud.origins.addSite(host);
    const behaviours = [...(config.CacheBehaviors ?? []), config.DefaultCacheBehavior];
    cloud.distributions.push(
      createDistribution(
        domainName,
        behaviours.map((behaviour) => behaviourOf(behaviour, config.Origins, cloud)),
        config.DefaultRootObject,
        (host) => originOf(cloud, host),
      ),
    );
    return { ref: distributionId, attributes: { Id: distributionId, DomainName: domainName } };
  },
  'Custom::CDKBucketDeployment'(id, properties, cloud) {
    const bucket = cloud.buckets.get(String(properties.DestinationBucketName));
    if (!bucket) throw new Error(`the template has no bucket ${properties.DestinationBucketName}`);
    deploy(asTexts(properties) as unknown as Deployment, bucket, cloud.assembly.asset, cloud.origins);
    const attributes = {
      DestinationBucketArn: `arn:${cloud.place.partition}:s3:::${bucket.name}`,
      SourceObjectKeys: properties.SourceObjectKeys,
    };
    return { ref: id, attributes };
  },
};
