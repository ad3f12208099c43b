import { arnBelow, idFrom, idOf } from '../arn.ts';
import { now } from '../exchange/world.ts';
import { find, type QuickConnect, type Resources } from '../resources.ts';
import { duplicate, invalid, notFound } from './errors.ts';
import type { Input, Operation } from './operations.ts';
import { page } from './page.ts';
import { configOf, targetOf } from './quick-connect-config.ts';
import { searchOf } from './search.ts';

/** By id or ARN. */
export function quickConnectOf({ quickConnects }: Resources, id: unknown): QuickConnect {
  const quickConnect = find(quickConnects, String(id));
  if (!quickConnect) throw notFound(`quick connect ${id}`);
  return quickConnect;
}

/** The id comes from the name where it can, so that the same one is found again after a restart. */
export const createQuickConnect: Operation = (world, input) => {
  const { resources, ports } = world;
  const named = { name: nameOf(resources, input.Name), description: descriptionOf(input.Description) };
  const target = targetOf(world, input.QuickConnectConfig);
  const instanceArn = resources.instance?.arn ?? '';
  const lasting = arnBelow(instanceArn, 'quickConnect', idFrom(`quick connect ${named.name}`));
  const arn = resources.quickConnects.has(lasting) ? arnBelow(instanceArn, 'quickConnect', ports.newId()) : lasting;
  const made = { arn, ...named, ...target, tags: tagsOf(input.Tags), modified: now(world) };
  resources.quickConnects.set(arn, made);
  return { QuickConnectARN: arn, QuickConnectId: idOf(arn) };
};

export const describeQuickConnect: Operation = ({ resources, ports }, input) => ({
  QuickConnect: description(quickConnectOf(resources, input.QuickConnectId), ports.region),
});

/** Also takes it from every queue. */
export const deleteQuickConnect: Operation = ({ resources }, input) => {
  const { arn } = quickConnectOf(resources, input.QuickConnectId);
  resources.quickConnects.delete(arn);
  for (const queue of resources.queues.values()) {
    queue.quickConnectArns = queue.quickConnectArns.filter((other) => other !== arn);
  }
  return undefined;
};

/** A member that is left out stays as it is. */
export const updateQuickConnectName: Operation = (world, input) => {
  const quickConnect = quickConnectOf(world.resources, input.QuickConnectId);
  const { Name, Description } = input;
  if (Name === undefined && Description === undefined) throw invalid('give a Name or a Description');
  const name = Name === undefined ? quickConnect.name : nameOf(world.resources, Name, quickConnect);
  const description = Description === undefined ? quickConnect.description : descriptionOf(Description);
  Object.assign(quickConnect, { name, description, modified: now(world) });
  return undefined;
};

/** What kind it is stays: a quick connect to a person does not become one to a queue [assumed]. */
export const updateQuickConnectConfig: Operation = (world, input) => {
  const quickConnect = quickConnectOf(world.resources, input.QuickConnectId);
  const target = targetOf(world, input.QuickConnectConfig);
  if (target.type !== quickConnect.type) throw invalid(`the quick connect is of type ${quickConnect.type}`);
  Object.assign(quickConnect, target, { modified: now(world) });
  return undefined;
};

export const listQuickConnects: Operation = ({ resources }, input) => {
  const types = Array.isArray(input.QuickConnectTypes) ? input.QuickConnectTypes : undefined;
  const wanted = [...resources.quickConnects.values()].filter(({ type }) => types?.includes(type) ?? true);
  const { items, NextToken } = page(wanted, input, 1000);
  return { QuickConnectSummaryList: items.map(quickConnectSummary), NextToken };
};

/** By name, description or id, and by one tag. */
export const searchQuickConnects: Operation = ({ resources, ports }, input) => {
  const fits = searchOf<QuickConnect>(input, {
    fields: {
      name: ({ name }) => name,
      description: (one) => one.description ?? '',
      resourceid: ({ arn }) => idOf(arn),
    },
    tags: ({ tags = {} }) => tags,
  });
  const found = [...resources.quickConnects.values()].filter(fits);
  const { items, NextToken } = page(found, input, 100);
  return {
    QuickConnects: items.map((item) => description(item, ports.region)),
    NextToken,
    ApproximateTotalCount: found.length,
  };
};

export const quickConnectSummary = ({ arn, name, type, modified }: QuickConnect) => ({
  Id: idOf(arn),
  Arn: arn,
  Name: name,
  QuickConnectType: type,
  LastModifiedTime: modified === undefined ? undefined : new Date(modified),
});

const description = (quickConnect: QuickConnect, region: string) => ({
  QuickConnectARN: quickConnect.arn,
  QuickConnectId: idOf(quickConnect.arn),
  Name: quickConnect.name,
  Description: quickConnect.description,
  QuickConnectConfig: configOf(quickConnect),
  Tags: quickConnect.tags ?? {},
  LastModifiedTime: quickConnect.modified === undefined ? undefined : new Date(quickConnect.modified),
  LastModifiedRegion: region,
});

/** 1 to 127 characters, and no other quick connect of the instance has it [docs]. */
function nameOf({ quickConnects }: Resources, given: unknown, own?: QuickConnect): string {
  if (typeof given !== 'string' || given.length < 1 || given.length > 127)
    throw invalid('Name has 1 to 127 characters');
  const other = [...quickConnects.values()].find((one) => one.name === given && one !== own);
  if (other) throw duplicate(`a quick connect has the name ${given} already`);
  return given;
}

function descriptionOf(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || given.length > 250) throw invalid('Description has at most 250 characters');
  return given;
}

const tagsOf = (given: Input[string]) =>
  Object.fromEntries(Object.entries(Object(given)).map(([key, value]) => [key, String(value)]));

/** Sets tags; those of other keys stay. Of quick connects only: nothing else here carries tags that can change. */
export const tagResource: Operation = ({ resources }, input) => {
  const quickConnect = quickConnectOf(resources, input.resourceArn);
  quickConnect.tags = { ...quickConnect.tags, ...tagsOf(input.tags) };
  return undefined;
};
