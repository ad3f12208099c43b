import type { World } from '../exchange/world.ts';
import { describeContact, getContactAttributes, updateContactAttributes } from './contacts.ts';
import {
  associatePhoneNumberContactFlow,
  describePhoneNumber,
  disassociatePhoneNumberContactFlow,
  listPhoneNumbersV2,
} from './numbers.ts';
import {
  associateQueueQuickConnects,
  disassociateQueueQuickConnects,
  listQueueQuickConnects,
  listQueues,
  listQuickConnects,
} from './queues.ts';
import {
  describeSecurityProfile,
  describeUser,
  listAgentStatuses,
  listSecurityProfiles,
  listUsers,
  searchUsers,
} from './users.ts';

/** Members as the SDK's schema names them; required ones are there. */
export type Input = Record<string, unknown>;
export type Operation = (world: World, input: Input) => object | undefined;

/** The operations that have behaviour here. Adding one is adding a function and a line. */
export const operations: Record<string, Operation> = {
  AssociatePhoneNumberContactFlow: associatePhoneNumberContactFlow,
  AssociateQueueQuickConnects: associateQueueQuickConnects,
  DescribeContact: describeContact,
  DescribePhoneNumber: describePhoneNumber,
  DescribeSecurityProfile: describeSecurityProfile,
  DescribeUser: describeUser,
  DisassociatePhoneNumberContactFlow: disassociatePhoneNumberContactFlow,
  DisassociateQueueQuickConnects: disassociateQueueQuickConnects,
  GetContactAttributes: getContactAttributes,
  ListAgentStatuses: listAgentStatuses,
  ListPhoneNumbersV2: listPhoneNumbersV2,
  ListQueueQuickConnects: listQueueQuickConnects,
  ListQueues: listQueues,
  ListQuickConnects: listQuickConnects,
  ListSecurityProfiles: listSecurityProfiles,
  ListUsers: listUsers,
  SearchUsers: searchUsers,
  UpdateContactAttributes: updateContactAttributes,
};
