/** The named templates that a file sees. Text given to `tpl` adds its own on top, for as long as it runs. */
import type { Definition } from './ast.ts';
import { isBlank } from './ast.ts';

export class Templates {
  private readonly outer: Templates | null;
  private readonly own = new Map<string, Definition>();

  constructor(outer: Templates | null = null) {
    this.outer = outer;
  }

  get(name: string): Definition | undefined {
    return this.own.get(name) ?? this.outer?.get(name);
  }

  /** The last definition wins, unless it is empty. */
  add(definition: Definition): void {
    if (this.get(definition.name) !== undefined && isBlank(definition.body)) return;
    this.own.set(definition.name, definition);
  }

  names(): string[] {
    return [...new Set([...(this.outer?.names() ?? []), ...this.own.keys()])];
  }
}
