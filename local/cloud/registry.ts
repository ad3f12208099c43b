import type { Factory } from './cloud.ts';
import { makeCustom } from './resources/custom.ts';
import { events } from './resources/events.ts';
import { functions } from './resources/functions.ts';
import { httpApi } from './resources/http-api.ts';
import { identity } from './resources/identity.ts';
import { inertFactories } from './resources/inert.ts';
import { signIn } from './resources/sign-in.ts';
import { site } from './resources/site.ts';
import { streams } from './resources/streams.ts';
import { tables } from './resources/tables.ts';

/** Every type that is emulated; what a family does stands in its file. */
const factories: Record<string, Factory> = {
  ...tables,
  ...identity,
  ...functions,
  ...events,
  ...streams,
  ...httpApi,
  ...signIn,
  ...site,
  ...inertFactories,
};

/** The factory of a type. Throws for a type that is not emulated, naming the resource. */
export function factoryOf(type: string, logicalId: string): Factory {
  const factory = factories[type];
  if (factory) return factory;
  if (type.startsWith('AWS::Connect::')) {
    return (id, properties, cloud) => cloud.connect.provision(type, id, properties);
  }
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') {
    return (id, properties, cloud) => makeCustom(type, id, properties, cloud);
  }
  throw new Error(`not emulated: ${type} ${logicalId}`);
}
