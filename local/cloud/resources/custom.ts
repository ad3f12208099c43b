import { randomUUID } from 'node:crypto';
import { arnOf, type Cloud } from '../cloud.ts';
import type { CustomResponse } from '../custom-responses.ts';
import type { Made } from '../template/scope.ts';
import type { Properties } from '../types.ts';
import { asTexts } from './texts.ts';

/** An answer may still be on its way when the function is done. */
const graceMs = 1000;

/**
 * A Lambda-backed custom resource: its function runs with a `Create` request and answers at the `ResponseURL`. Throws
 * with the function's reason when it fails, as a deployment would stop.
 */
export async function makeCustom(type: string, id: string, properties: Properties, cloud: Cloud): Promise<Made> {
  const definition = cloud.functions.find(String(properties.ServiceToken));
  if (!definition) throw new Error(`not emulated: ${type} ${id} is served by ${properties.ServiceToken}`);
  const { path, answer } = cloud.custom.expect();
  const event = {
    RequestType: 'Create',
    ServiceToken: properties.ServiceToken,
    ResponseURL: `${cloud.custom.baseUrl()}${path}`,
    StackId: arnOf(cloud, 'cloudformation', `stack/${cloud.place.stackName}/local`),
    RequestId: randomUUID(),
    ResourceType: type,
    LogicalResourceId: id,
    ResourceProperties: asTexts(properties),
  };
  const failed = cloud.functions.run(definition, event).then(async ({ invocation }): Promise<CustomResponse> => {
    if (invocation.outcome === 'ok') await new Promise((resolve) => setTimeout(resolve, graceMs));
    return { Status: 'FAILED', Reason: invocation.message ?? 'the function ended without an answer' };
  });
  const response = await Promise.race([answer, failed]);
  if (response.Status !== 'SUCCESS') throw new Error(`${definition.name} answered: ${response.Reason ?? 'FAILED'}`);
  return { ref: response.PhysicalResourceId ?? id, attributes: response.Data ?? {} };
}
