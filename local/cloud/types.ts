/** A template as CloudFormation takes it; only what the laptop reads. */
export interface Template {
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Condition?: string }>;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
}

/** Properties of a resource after every reference was resolved. */
export type Properties = Record<string, unknown>;

/** The account and region that the laptop plays. ARNs carry them, so policies match as they would in AWS. */
export interface Place {
  region: string;
  account: string;
  partition: string;
  urlSuffix: string;
  stackName: string;
}

export const localPlace = (stack: { stackName: string; account?: string; region?: string }): Place => ({
  region: stack.region ?? 'us-east-1',
  account: stack.account ?? '000000000000',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
  stackName: stack.stackName,
});

/** What happened that somebody should mend: refused calls, faults of functions, events that nobody hears. */
export interface Problems {
  add(problem: string): void;
  list(): string[];
}

/** Keeps each problem once, in the order in which they came; `heard` is told of each new one. */
export function createProblems(heard: (problem: string) => void = () => undefined): Problems {
  const problems = new Set<string>();
  return {
    add(problem) {
      if (problems.has(problem)) return;
      problems.add(problem);
      heard(problem);
    },
    list: () => [...problems],
  };
}
