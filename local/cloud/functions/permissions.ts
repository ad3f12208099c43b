import { glob } from '../iam/glob.ts';

/** An AWS::Lambda::Permission: who else may invoke a function. */
export interface Permission {
  /** Name of the function. */
  functionName: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
}

export interface Invoker {
  principal: string;
  sourceArn?: string;
}

/**
 * Why a service may not invoke the function, naming the permission that the template lacks; undefined when it may.
 * A permission with a source ARN asks for a caller with a matching one, as Lambda's resource policies do.
 */
export function invokeRefusal(
  permissions: Permission[],
  functionName: string,
  invoker: Invoker,
  account: string,
): string | undefined {
  const ofFunction = permissions.filter((permission) => permission.functionName === functionName);
  const fits = ofFunction.some(
    ({ principal, sourceArn, sourceAccount }) =>
      principal === invoker.principal &&
      (sourceArn === undefined || (invoker.sourceArn !== undefined && glob(sourceArn, invoker.sourceArn))) &&
      (sourceAccount === undefined || sourceAccount === account),
  );
  if (fits) return undefined;
  const others = ofFunction
    .filter(({ principal }) => principal === invoker.principal)
    .map(({ sourceArn }) => sourceArn);
  const hint = others.length ? ` (there is one for ${others.join(', ')})` : '';
  const source = invoker.sourceArn ? ` with source ARN ${invoker.sourceArn}` : '';
  return `${invoker.principal} may not invoke ${functionName}: the template has no AWS::Lambda::Permission for it${source}${hint}`;
}
