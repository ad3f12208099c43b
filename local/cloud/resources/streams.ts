import { arnOf, type Cloud, type Factory, physicalName } from '../cloud.ts';
import type { Pattern } from '../events/pattern.ts';
import type { PolicyDocument } from '../iam/types.ts';
import { createMapping, type MappingSettings } from '../streams/mapping.ts';
import { ownKey, readingRefusal } from '../streams/rights.ts';
import type { Properties } from '../types.ts';
import { hashOf } from './names.ts';

/** What a mapping of the template may say; anything else would change what is delivered. */
const knownProperties = new Set([
  'EventSourceArn',
  'FunctionName',
  'StartingPosition',
  'Enabled',
  'BatchSize',
  'MaximumBatchingWindowInSeconds',
  'ParallelizationFactor',
  'BisectBatchOnFunctionError',
  'MaximumRetryAttempts',
  'MaximumRecordAgeInSeconds',
  'DestinationConfig',
  'FunctionResponseTypes',
  'FilterCriteria',
  'Tags',
]);

/** On demand there are four shards at the beginning [docs]. */
const shardsOnDemand = 4;

export const streams: Record<string, Factory> = {
  'AWS::Kinesis::Stream'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.Name);
    const arn = arnOf(cloud, 'kinesis', `stream/${name}`);
    const { StreamMode } = (properties.StreamModeDetails ?? {}) as { StreamMode?: string };
    const shards = StreamMode === 'ON_DEMAND' ? shardsOnDemand : Number(properties.ShardCount ?? 1);
    const { KeyId } = (properties.StreamEncryption ?? {}) as { KeyId?: string };
    cloud.streams.add({ arn, name, shards, key: KeyId && keyArn(cloud, KeyId) });
    return { ref: name, attributes: { Arn: arn } };
  },
  /** Its policy says whether Connect may write into a stream that is encrypted with it. */
  'AWS::KMS::Key'(id, properties, cloud) {
    const keyId = hashOf(id, 20);
    const arn = arnOf(cloud, 'kms', `key/${keyId}`);
    if (properties.KeyPolicy) cloud.keyPolicies.set(arn, properties.KeyPolicy as PolicyDocument);
    return { ref: keyId, attributes: { Arn: arn, KeyId: keyId } };
  },
  'AWS::Lambda::EventSourceMapping'(id, properties, cloud) {
    const unknown = Object.keys(properties).find((name) => !knownProperties.has(name));
    if (unknown) throw new Error(`not emulated: ${unknown} of an event source mapping`);
    const source = String(properties.EventSourceArn);
    const stream = cloud.streams.find(source);
    if (!stream) throw new Error(`not emulated: the event source ${source}, which is no stream of the template`);
    const target = cloud.functions.find(String(properties.FunctionName));
    if (!target) throw new Error(`the template has no function ${properties.FunctionName}`);
    const settings = settingsOf(properties, cloud);
    const refusal = readingRefusal(target.role, target.name, stream, settings.onFailure);
    if (refusal) throw new Error(refusal);
    if (properties.Enabled !== false && properties.Enabled !== 'false') {
      cloud.streams.read(stream.arn, createMapping(stream, target, settings, cloud));
    }
    const mappingId = hashOf(id, 20);
    return {
      ref: mappingId,
      attributes: { Id: mappingId, EventSourceMappingArn: arnOf(cloud, 'lambda', `event-source-mapping:${mappingId}`) },
    };
  },
};

function keyArn(cloud: Cloud, key: string): string {
  if (key.endsWith(ownKey)) return ownKey;
  if (key.includes('alias/')) throw new Error(`not emulated: the key of a stream by its alias ${key}`);
  return key.startsWith('arn:') ? key : arnOf(cloud, 'kms', `key/${key}`);
}

/** Defaults are Lambda's [docs]; -1 stands for "without end" there. */
function settingsOf(properties: Properties, cloud: Cloud): MappingSettings {
  const limit = (name: string) => {
    const value = Number(properties[name] ?? -1);
    return value < 0 ? undefined : value;
  };
  const age = limit('MaximumRecordAgeInSeconds');
  const { OnFailure } = (properties.DestinationConfig ?? {}) as { OnFailure?: { Destination: string } };
  if (OnFailure && !cloud.queues.has(OnFailure.Destination)) {
    throw new Error(`not emulated: the destination ${OnFailure.Destination}, which is no queue of the template`);
  }
  const { Filters = [] } = (properties.FilterCriteria ?? {}) as { Filters?: { Pattern: string }[] };
  return {
    batchSize: Number(properties.BatchSize ?? 100),
    windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
    parallel: Number(properties.ParallelizationFactor ?? 1),
    bisect: properties.BisectBatchOnFunctionError === true,
    partial: [properties.FunctionResponseTypes ?? []].flat().includes('ReportBatchItemFailures'),
    retries: limit('MaximumRetryAttempts'),
    maxAgeMs: age === undefined ? undefined : age * 1000,
    filters: Filters.map(({ Pattern: text }) => JSON.parse(text) as Pattern),
    onFailure: OnFailure?.Destination,
  };
}
