import { idOf } from '../arn.ts';
import { securityProfilesOf } from '../exchange/agents.ts';
import { routingProfileOf } from '../exchange/waiting.ts';
import type { Agent, World } from '../exchange/world.ts';
import { find } from '../resources.ts';
import { notEmulated, notFound } from './errors.ts';
import type { Operation } from './operations.ts';
import { page } from './page.ts';

const agents = (world: World) => [...world.agents.values()];

export const listUsers: Operation = (world, input) => {
  const { items, NextToken } = page(agents(world), input, 1000);
  return {
    UserSummaryList: items.map(({ id, arn, username }) => ({ Id: id, Arn: arn, Username: username })),
    NextToken,
  };
};

/** By id or ARN. */
export function agentOf(world: World, given: unknown): Agent {
  const id = idOf(String(given));
  const agent = agents(world).find((candidate) => candidate.id === id);
  if (!agent) throw notFound(`user ${given}`);
  return agent;
}

export const describeUser: Operation = (world, input) => ({ User: userOf(world, agentOf(world, input.UserId)) });

/** By user name alone: the other search fields are not needed yet and would not be honest if they were ignored. */
export const searchUsers: Operation = (world, input) => {
  const { StringCondition: condition, ...others } = Object(input.SearchCriteria);
  if (Object.keys(others).length || Object.keys(Object(input.SearchFilter)).length) {
    throw notEmulated('SearchUsers with other criteria than one StringCondition');
  }
  const found = agents(world).filter((agent) => !condition || meets(agent, Object(condition)));
  const { items, NextToken } = page(found, input, 500);
  return { Users: items.map((agent) => userOf(world, agent)), NextToken, ApproximateTotalCount: found.length };
};

function meets(agent: Agent, { FieldName: field, Value: value, ComparisonType: comparison }: Record<string, unknown>) {
  if (String(field).toLowerCase() !== 'username') throw notEmulated(`SearchUsers by ${field}`);
  const wanted = String(value);
  if (comparison === 'STARTS_WITH') return agent.username.startsWith(wanted);
  if (comparison === 'CONTAINS') return agent.username.includes(wanted);
  return agent.username === wanted;
}

const userOf = (world: World, agent: Agent) => ({
  Id: agent.id,
  Arn: agent.arn,
  Username: agent.username,
  IdentityInfo: { FirstName: agent.firstName, LastName: agent.lastName },
  PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
  SecurityProfileIds: securityProfilesOf(world, agent).map((profile) => idOf(profile.arn)),
  RoutingProfileId: idOf(routingProfileOf(world, agent)?.arn ?? ''),
  Tags: {},
});

export const listSecurityProfiles: Operation = ({ resources }, input) => {
  const { items, NextToken } = page([...resources.securityProfiles.values()], input, 1000);
  return {
    SecurityProfileSummaryList: items.map(({ arn, name }) => ({ Id: idOf(arn), Arn: arn, Name: name })),
    NextToken,
  };
};

export const describeSecurityProfile: Operation = ({ resources }, input) => {
  const profile = find(resources.securityProfiles, String(input.SecurityProfileId));
  if (!profile) throw notFound(`security profile ${input.SecurityProfileId}`);
  return {
    SecurityProfile: {
      Id: idOf(profile.arn),
      Arn: profile.arn,
      SecurityProfileName: profile.name,
      OrganizationResourceId: resources.instance?.id,
    },
  };
};
