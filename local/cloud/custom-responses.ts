import { randomUUID } from 'node:crypto';

/** What a custom resource puts to its `ResponseURL`. */
export interface CustomResponse {
  Status: 'SUCCESS' | 'FAILED';
  Reason?: string;
  PhysicalResourceId?: string;
  Data?: Record<string, unknown>;
}

/** Waits for the answers of custom resources. */
export interface CustomResponses {
  /** A path that takes one answer, and that answer. */
  expect(): { path: string; answer: Promise<CustomResponse> };
  /** Takes a body put to a path; false when nobody waits there. */
  receive(path: string, body: string): boolean;
  /** The gateway's address, which the path is below. */
  baseUrl(): string;
}

export function createCustomResponses(baseUrl: () => string): CustomResponses {
  const waiting = new Map<string, (answer: CustomResponse) => void>();
  return {
    baseUrl,
    expect() {
      const path = `/cloudformation-response/${randomUUID()}`;
      const answer = new Promise<CustomResponse>((resolve) => waiting.set(path, resolve));
      return { path, answer };
    },
    receive(path, body) {
      const take = waiting.get(path);
      if (!take) return false;
      waiting.delete(path);
      take(JSON.parse(body) as CustomResponse);
      return true;
    },
  };
}
