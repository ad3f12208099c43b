/** Reads CloudFormation properties, which arrive as unknown JSON, with errors that name the resource and the property. */
export type Properties = Record<string, unknown>;

export interface Reader {
  text(name: string): string;
  optionalText(name: string): string | undefined;
  /** CloudFormation gives numbers as numbers or as their text. */
  number(name: string): number;
  optionalNumber(name: string): number | undefined;
  object(name: string): Reader;
  optionalObject(name: string): Reader | undefined;
  /** Empty when absent. */
  objects(name: string): Reader[];
  texts(name: string): string[];
}

export function read(where: string, properties: Properties): Reader {
  const fail = (name: string, wanted: string): never => {
    throw new Error(`${where}: ${name} must be ${wanted}, but it is ${JSON.stringify(properties[name])}`);
  };
  const asObject = (name: string, value: unknown): Reader =>
    isObject(value) ? read(`${where}.${name}`, value) : fail(name, 'an object');
  const list = (name: string): unknown[] => {
    const value = properties[name] ?? [];
    return Array.isArray(value) ? value : fail(name, 'a list');
  };
  const optionalText = (name: string) => {
    const value = properties[name];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : fail(name, 'a text');
  };
  const optionalNumber = (name: string) => {
    const value = properties[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : fail(name, 'a number');
  };
  return {
    optionalText,
    text: (name) => optionalText(name) ?? fail(name, 'a text'),
    optionalNumber,
    number: (name) => optionalNumber(name) ?? fail(name, 'a number'),
    object: (name) => asObject(name, properties[name]),
    optionalObject: (name) => (properties[name] === undefined ? undefined : asObject(name, properties[name])),
    objects: (name) => list(name).map((value, index) => asObject(`${name}[${index}]`, value)),
    texts: (name) => list(name).map((value) => (typeof value === 'string' ? value : fail(name, 'a list of texts'))),
  };
}

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
