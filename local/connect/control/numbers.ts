import { idOf } from '../arn.ts';
import { find, type PhoneNumber } from '../resources.ts';
import { notFound } from './errors.ts';
import type { Operation } from './operations.ts';
import { page } from './page.ts';

const named = (numbers: Map<string, PhoneNumber>, given: unknown): PhoneNumber => {
  const number = find(numbers, String(given));
  if (!number) throw notFound(`phone number ${given}`);
  return number;
};

/** The only way by which a number comes to lead to a flow: CloudFormation has no property for it. */
export const associatePhoneNumberContactFlow: Operation = ({ resources }, input) => {
  const number = named(resources.numbers, input.PhoneNumberId);
  const flow = find(resources.flows, String(input.ContactFlowId));
  if (!flow) throw notFound(`flow ${input.ContactFlowId}`);
  number.flowArn = flow.arn;
  return undefined;
};

export const disassociatePhoneNumberContactFlow: Operation = ({ resources }, input) => {
  named(resources.numbers, input.PhoneNumberId).flowArn = undefined;
  return undefined;
};

export const describePhoneNumber: Operation = ({ resources }, input) => {
  const number = named(resources.numbers, input.PhoneNumberId);
  return {
    ClaimedPhoneNumberSummary: {
      ...summary(number),
      TargetArn: resources.instance?.arn,
      PhoneNumberStatus: { Status: 'CLAIMED' },
    },
  };
};

export const listPhoneNumbersV2: Operation = ({ resources }, input) => {
  const { items, NextToken } = page([...resources.numbers.values()], input, 1000);
  return {
    ListPhoneNumbersSummaryList: items.map((number) => ({
      ...summary(number),
      TargetArn: resources.instance?.arn,
      InstanceId: resources.instance?.id,
    })),
    NextToken,
  };
};

const summary = ({ arn, address, country, type }: PhoneNumber) => ({
  PhoneNumberId: idOf(arn),
  PhoneNumberArn: arn,
  PhoneNumber: address,
  PhoneNumberCountryCode: country,
  PhoneNumberType: type,
});
