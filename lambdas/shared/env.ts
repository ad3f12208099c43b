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

/**
 * Organisations whose people agents may select; undefined when they may select everybody.
 *
 * @throws Error when the variable holds no JSON list of names.
 */
export function allowedOrganisations(env: Record<string, string | undefined> = process.env): string[] | undefined {
  const names = listSetting('organisations', env);
  return names.length > 0 ? names : undefined;
}

/**
 * Reads a variable that holds a JSON list of names.
 *
 * @throws Error when it holds none.
 */
export function listSetting(name: Variable, env: Record<string, string | undefined> = process.env): string[] {
  const names: unknown = JSON.parse(setting(name, env));
  if (!Array.isArray(names) || !names.every((each) => typeof each === 'string'))
    throw new Error(`${variables[name]} is no JSON list of names; the function's construct sets it.`);
  return names;
}
