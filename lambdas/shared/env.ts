import { type Variable, variables } from '../../domain/settings.ts';

/**
 * Reads a variable that the deployment sets.
 *
 * @throws Error that names the variable, so that a template without it says what it lacks.
 */
export function setting(name: Variable, env: Record<string, string | undefined> = process.env): string {
  const value = env[variables[name]]?.trim();
  if (!value)
    throw new Error(`The environment variable ${variables[name]} is not set; the function's construct sets it.`);
  return value;
}
