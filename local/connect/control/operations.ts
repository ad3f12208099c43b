import type { World } from '../exchange/world.ts';
import { listAgentStatuses, putUserStatus } from './agent-statuses.ts';
import { describeContact, getContactAttributes, stopContact, updateContactAttributes } from './contacts.ts';
import { getCurrentMetricData } from './metrics.ts';
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
} from './queues.ts';
import {
  createQuickConnect,
  deleteQuickConnect,
  describeQuickConnect,
  listQuickConnects,
  searchQuickConnects,
  tagResource,
  updateQuickConnectConfig,
  updateQuickConnectName,
} from './quick-connects.ts';
import { getCurrentUserData } from './user-data.ts';
import { describeSecurityProfile, describeUser, listSecurityProfiles, listUsers, searchUsers } from './users.ts';

/** Members as the SDK's schema names them; required ones are there. */
export type Input = Record<string, unknown>;
export type Operation = (world: World, input: Input) => object | undefined;

/** The operations that have behaviour here. Adding one is adding a function and a line. */
export const operations: Record<string, Operation> = {
  AssociatePhoneNumberContactFlow: associatePhoneNumberContactFlow,
  AssociateQueueQuickConnects: associateQueueQuickConnects,
  CreateQuickConnect: createQuickConnect,
  DeleteQuickConnect: deleteQuickConnect,
  DescribeContact: describeContact,
  DescribePhoneNumber: describePhoneNumber,
  DescribeQuickConnect: describeQuickConnect,
  DescribeSecurityProfile: describeSecurityProfile,
  DescribeUser: describeUser,
  DisassociatePhoneNumberContactFlow: disassociatePhoneNumberContactFlow,
  DisassociateQueueQuickConnects: disassociateQueueQuickConnects,
  GetContactAttributes: getContactAttributes,
  GetCurrentMetricData: getCurrentMetricData,
  GetCurrentUserData: getCurrentUserData,
  ListAgentStatuses: listAgentStatuses,
  ListPhoneNumbersV2: listPhoneNumbersV2,
  ListQueueQuickConnects: listQueueQuickConnects,
  ListQueues: listQueues,
  ListQuickConnects: listQuickConnects,
  ListSecurityProfiles: listSecurityProfiles,
  ListUsers: listUsers,
  PutUserStatus: putUserStatus,
  SearchQuickConnects: searchQuickConnects,
  SearchUsers: searchUsers,
  StopContact: stopContact,
  TagResource: tagResource,
  UpdateContactAttributes: updateContactAttributes,
  UpdateQuickConnectConfig: updateQuickConnectConfig,
  UpdateQuickConnectName: updateQuickConnectName,
};
