import type { Provisioned } from '../../ports.ts';
import type { QuickConnect, Weekday } from '../resources.ts';
import type { Provisioning } from './index.ts';
import type { Reader } from './properties.ts';

const minutes = (time: Reader) => time.number('Hours') * 60 + time.number('Minutes');

export function hoursOfOperation({ properties, resources, arn }: Provisioning): Provisioned {
  const hours = {
    arn: arn('hours'),
    name: properties.text('Name'),
    timeZone: timeZone(properties.text('TimeZone')),
    days: properties.objects('Config').map((day) => ({
      day: day.text('Day') as Weekday,
      start: minutes(day.object('StartTime')),
      end: minutes(day.object('EndTime')),
    })),
  };
  resources.hours.set(hours.arn, hours);
  return { ref: hours.arn, attributes: { HoursOfOperationArn: hours.arn } };
}

function timeZone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new Error(`"${name}" is no time zone; write its IANA name, e.g. America/New_York`);
  }
}

export function queue({ properties, resources, arn, now, region }: Provisioning): Provisioned {
  const caller = properties.optionalObject('OutboundCallerConfig');
  const made = {
    arn: arn('queue'),
    name: properties.text('Name'),
    hoursArn: properties.text('HoursOfOperationArn'),
    maxContacts: properties.optionalNumber('MaxContacts'),
    enabled: properties.optionalText('Status') !== 'DISABLED',
    outboundCallerId: caller?.optionalText('OutboundCallerIdNumberArn'),
    outboundFlowArn: caller?.optionalText('OutboundFlowArn'),
    quickConnectArns: properties.texts('QuickConnectArns'),
  };
  resources.queues.set(made.arn, made);
  return {
    ref: made.arn,
    attributes: {
      QueueArn: made.arn,
      Type: 'STANDARD',
      LastModifiedRegion: region,
      LastModifiedTime: String(now / 1000),
    },
  };
}

export function quickConnect({ properties, resources, arn }: Provisioning): Provisioned {
  const config = properties.object('QuickConnectConfig');
  const type = config.text('QuickConnectType') as QuickConnect['type'];
  const made: QuickConnect = { arn: arn('quickConnect'), name: properties.text('Name'), type };
  made.description = properties.optionalText('Description');
  made.tags = Object.fromEntries(properties.objects('Tags').map((tag) => [tag.text('Key'), tag.text('Value')]));
  if (type === 'QUEUE') {
    const queueConfig = config.object('QueueConfig');
    made.queueArn = queueConfig.text('QueueArn');
    made.flowArn = queueConfig.text('ContactFlowArn');
  } else if (type === 'USER') {
    const userConfig = config.object('UserConfig');
    made.userArn = userConfig.text('UserArn');
    made.flowArn = userConfig.text('ContactFlowArn');
  } else if (type === 'PHONE_NUMBER') {
    made.phoneNumber = config.object('PhoneConfig').text('PhoneNumber');
  } else {
    throw new Error(`not emulated: quick connect of type ${type}`);
  }
  resources.quickConnects.set(made.arn, made);
  return { ref: made.arn, attributes: { QuickConnectArn: made.arn, QuickConnectType: type } };
}

export function routingProfile({ properties, resources, arn }: Provisioning): Provisioned {
  const profile = {
    arn: arn('routingProfile'),
    name: properties.text('Name'),
    defaultOutboundQueueArn: properties.text('DefaultOutboundQueueArn'),
    queues: properties
      .objects('QueueConfigs')
      .map((config) => ({ config, reference: config.object('QueueReference') }))
      .filter(({ reference }) => reference.text('Channel') === 'VOICE')
      .map(({ config, reference }) => ({
        queueArn: reference.text('QueueArn'),
        priority: config.number('Priority'),
        delay: config.number('Delay'),
      })),
  };
  resources.routingProfiles.set(profile.arn, profile);
  return { ref: profile.arn, attributes: { RoutingProfileArn: profile.arn } };
}
