/** A rendered file as the outside sees it: text, origins, activation. */
import type { Template } from './chart/scope.ts';
import { switchesOf } from './explore/guards.ts';
import { type ActivationOf, type Settled, settle } from './settled.ts';
import { SourceMap } from './source-map.ts';
import { commentHoles } from './template/hole.ts';
import type { Pass, RenderedFile } from './types.ts';
import type { StringValue } from './values/value.ts';

export interface RenderedFrom {
  readonly pass: Pass;
  readonly valuesFile?: string;
  /** What switches a fragment on; all text is on by default if absent. */
  readonly activation?: ActivationOf;
}

const ALWAYS: ActivationOf = () => ({ kind: 'default' });

export function rendered(template: Template, output: StringValue, from: RenderedFrom): RenderedFile {
  const { pass, valuesFile, activation = ALWAYS } = from;
  const sources = new SourceMap(output.fragments);
  const text = commentHoles(output.text.toWellFormed(), (at) => sources.fragmentAt(at)?.origin?.kind === 'hole');
  return new Rendering(template.source.path, text, pass, valuesFile, { output, sources, activation });
}

/** What the engine still knows of a text. */
interface Live {
  readonly output: StringValue;
  readonly sources: SourceMap;
  readonly activation: ActivationOf;
}

class Rendering implements RenderedFile {
  readonly template: string;
  readonly text: string;
  readonly pass: Pass;
  readonly valuesFile: string | undefined;
  #known: Live | Settled;

  constructor(template: string, text: string, pass: Pass, valuesFile: string | undefined, live: Live) {
    this.template = template;
    this.text = text;
    this.pass = pass;
    this.valuesFile = valuesFile;
    this.#known = live;
  }

  originAt(start: number, end: number): ReturnType<RenderedFile['originAt']> {
    return this.#known.sources.originAt(start, end);
  }

  activationAt(offset: number): ReturnType<RenderedFile['activationAt']> {
    const known = this.#known;
    if ('activations' in known) return known.activations[known.sources.find(offset)] ?? { kind: 'default' };
    const fragment = known.sources.fragmentAt(offset);
    return fragment === null ? { kind: 'default' } : known.activation(fragment, 'prove');
  }

  switchesAt(offset: number): ReturnType<RenderedFile['switchesAt']> {
    const known = this.#known;
    if ('switches' in known) return known.switches[known.sources.find(offset)] ?? [];
    return switchesOf(known.sources.fragmentAt(offset)?.context ?? null);
  }

  settle(only: (text: string) => boolean): void {
    if ('output' in this.#known) this.#known = settle(this.#known.output, this.#known.activation, only);
  }
}
