/** A rendered file as the outside sees it: text, origins, activation. */
import type { Template } from './chart/scope.ts';
import { switchesOf } from './explore/guards.ts';
import { SourceMap } from './source-map.ts';
import { commentHoles } from './template/hole.ts';
import type { Activation, Pass, RenderedFile } from './types.ts';
import type { Fragment } from './values/origin.ts';
import type { StringValue } from './values/value.ts';

export interface RenderedFrom {
  readonly pass: Pass;
  readonly valuesFile?: string;
  /** What switches a fragment on; all text is on by default if absent. */
  readonly activation?: (fragment: Fragment) => Activation;
}

export function rendered(template: Template, output: StringValue, from: RenderedFrom): RenderedFile {
  const sources = new SourceMap(output);
  return {
    template: template.source.path,
    text: commentHoles(output.text.toWellFormed(), (offset) => sources.fragmentAt(offset)?.origin?.kind === 'hole'),
    pass: from.pass,
    ...(from.valuesFile === undefined ? {} : { valuesFile: from.valuesFile }),
    originAt: (start, end) => sources.originAt(start, end),
    activationAt: (offset) => {
      const fragment = sources.fragmentAt(offset);
      return fragment === null || from.activation === undefined ? { kind: 'default' } : from.activation(fragment);
    },
    switchesAt: (offset) => switchesOf(sources.fragmentAt(offset)?.context ?? null),
  };
}
