import type { AwsResponse } from '../../ports.ts';

/** An error in the service's shape: the SDK makes its exception class of it by the name. */
export class ApiError extends Error {
  constructor(
    readonly type: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  response(): AwsResponse {
    return {
      status: this.status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': this.type },
      body: JSON.stringify({ __type: this.type, Message: this.message, message: this.message }),
    };
  }
}

export const notFound = (what: string) => new ApiError('ResourceNotFoundException', 404, `there is no ${what}`);
export const invalid = (message: string) => new ApiError('InvalidParameterException', 400, message);
export const duplicate = (message: string) => new ApiError('DuplicateResourceException', 409, message);
/** 501 is not among the statuses that the SDK tries again. */
export const notEmulated = (what: string) => new ApiError('NotEmulatedException', 501, `not emulated: ${what}`);
