import { arnOf, type Factory, physicalName } from '../cloud.ts';
import { nameOf } from '../functions/functions.ts';

export const functions: Record<string, Factory> = {
  'AWS::Lambda::Function'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.FunctionName);
    const arn = arnOf(cloud, 'lambda', `function:${name}`);
    const role = cloud.roles.byArn(String(properties.Role));
    if (!role) throw new Error(`the role ${properties.Role} of ${name} is not in the template`);
    const code = (properties.Code ?? {}) as { S3Key?: string };
    if (!code.S3Key) throw new Error('not emulated: a function whose code is not an asset');
    const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
    cloud.functions.add({
      name,
      named: properties.FunctionName !== undefined,
      arn,
      folder: cloud.assembly.asset(code.S3Key),
      handler: String(properties.Handler),
      runtime: String(properties.Runtime),
      environment: Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, String(value)])),
      timeoutMs: Number(properties.Timeout ?? 3) * 1000,
      memoryMb: Number(properties.MemorySize ?? 128),
      role,
    });
    return { ref: name, attributes: { Arn: arn } };
  },
  'AWS::Lambda::Permission'(id, properties, cloud) {
    cloud.functions.permit({
      functionName: nameOf(String(properties.FunctionName)),
      principal: String(properties.Principal),
      sourceArn: properties.SourceArn as string | undefined,
      sourceAccount: properties.SourceAccount as string | undefined,
    });
    return { ref: id };
  },
  'AWS::Lambda::EventInvokeConfig'(id, properties, cloud) {
    const { OnFailure } = (properties.DestinationConfig ?? {}) as { OnFailure?: { Destination: string } };
    const functionName = nameOf(String(properties.FunctionName));
    cloud.asynchronous.setRule(functionName, {
      attempts: Number(properties.MaximumRetryAttempts ?? 2),
      onFailure: OnFailure && ((body, why) => cloud.queues.send(OnFailure.Destination, { body, why })),
    });
    return { ref: id };
  },
};
