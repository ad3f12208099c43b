/**
 * Reads the members of one object of the settings. A wrong member adds one line that names it, says what is wrong and
 * how to write it, and reads as undefined, so that one synth shows all mistakes at once.
 */
export class Fields {
  private readonly members: Record<string, unknown>;
  private readonly seen = new Set<string>();

  constructor(
    private readonly path: string,
    value: unknown,
    private readonly lines: string[],
  ) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) lines.push(`${path}: ${show(value)} is not an object of settings; see docs/deploy.md`);
    this.members = isObject ? (value as Record<string, unknown>) : {};
  }

  has(name: string): boolean {
    return this.members[name] !== undefined;
  }

  /** The member as it stands. */
  take(name: string): unknown {
    this.seen.add(name);
    return this.members[name];
  }

  /**
   * A text that fits `pattern`; must be there when nothing stands for it `otherwise`. `remedy` ends the line of a wrong
   * one: what it is not and, after a semicolon, how to write it.
   */
  text(name: string, pattern: RegExp, remedy: string, otherwise?: string): string | undefined {
    const value = this.take(name) ?? otherwise;
    if (value === undefined) return this.wrong(name, ['is missing', ...remedy.split('; ').slice(1)].join('; '));
    if (typeof value !== 'string' || !pattern.test(value)) return this.wrong(name, `${show(value)} ${remedy}`);
    return value;
  }

  section(name: string): Fields {
    return new Fields(`${this.path}.${name}`, this.take(name), this.lines);
  }

  /** Adds the line of a wrong member. */
  wrong(name: string, message: string): undefined {
    this.seen.add(name);
    this.lines.push(`${this.path}.${name}: ${message}`);
    return undefined;
  }

  /** To be called last: every member that nobody asked for is a mistake, most often of spelling. */
  done(known: readonly string[]): void {
    for (const name of Object.keys(this.members)) {
      if (!this.seen.has(name) && !known.includes(name))
        this.wrong(name, `is no setting; known are ${known.join(', ')}`);
    }
  }
}

export function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
