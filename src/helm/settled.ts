/**
 * A rendered text after its chart has been read. While a chart is rendered, every fragment leads to parsed templates and to the
 * values that conditions read, and so to the whole chart; what a finding asks for later are places and switches. Here a fragment
 * keeps these alone, so that a repository of hundreds of charts fits into memory.
 */
import { switchesOf } from './explore/guards.ts';
import { rangeOf, SourceMap } from './source-map.ts';
import type { Activation, FileRange } from './types.ts';
import type { Context, Fragment, Origin, Site, Source } from './values/origin.ts';
import type { StringValue } from './values/value.ts';

/** `prove` may render the chart once more; `recall` takes what is known. */
export type Effort = 'prove' | 'recall';
export type ActivationOf = (fragment: Fragment, effort: Effort) => Activation;

export interface Settled {
  readonly sources: SourceMap;
  /** By the index of the fragment. */
  readonly activations: readonly Activation[];
  readonly switches: readonly (readonly FileRange[])[];
}

/** `only`: whether findings may come from a line. */
export function settle(
  { text, fragments }: StringValue,
  activationOf: ActivationOf,
  only: (text: string) => boolean,
): Settled {
  const worth = new Set(fragmentsOfLines({ text, fragments }, only));
  const light = new Lightener();
  const switches = new Map<Context | null, readonly FileRange[]>();
  return {
    sources: new SourceMap(fragments.map((part) => light.fragment(part))),
    activations: fragments.map((part) => activationOf(part, worth.has(part) ? 'prove' : 'recall')),
    switches: fragments.map(({ context }) => remembered(switches, context, () => switchesOf(context))),
  };
}

/** Fragments of the lines that hold such a word. */
export function fragmentsOfLines(
  { text, fragments }: Pick<StringValue, 'text' | 'fragments'>,
  only: (text: string) => boolean,
): Fragment[] {
  const result: Fragment[] = [];
  let index = 0;
  let at = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (only(text.slice(start, end))) {
      while (index > 0 && at > start) at -= fragments[--index]!.length;
      while (index < fragments.length && at + fragments[index]!.length <= start) at += fragments[index++]!.length;
      while (index < fragments.length && at < end) {
        const part = fragments[index]!;
        if (text.slice(Math.max(at, start), Math.min(at + part.length, end)).trim() !== '') result.push(part);
        at += part.length;
        index++;
      }
    }
    start = end + 1;
  }
  return result;
}

/** Fragments as the source map needs them, and no more; what many share they share again. */
class Lightener {
  private readonly sites = new Map<Site, Site>();
  private readonly contexts = new Map<Context, Context | null>();
  private readonly sources = new Map<Source, Source>();
  private readonly origins = new Map<Origin, Origin>();

  fragment({ length, origin, delta, site, context }: Fragment): Fragment {
    const place = site ?? context?.site ?? null;
    return {
      length,
      origin: origin === null ? null : this.origin(origin),
      delta,
      site: place === null ? null : this.site(place),
      context: this.context(context),
    };
  }

  private site(site: Site): Site {
    return remembered(this.sites, site, () => {
      const { path, from, to } = rangeOf(site);
      return { source: { path, text: '', kind: site.source.kind }, from, to };
    });
  }

  /** The scopes that a reader is told of: what included the text. */
  private context(context: Context | null): Context | null {
    if (context === null) return null;
    return remembered(this.contexts, context, () => {
      const parent = this.context(context.parent);
      const { kind, site } = context;
      return kind === 'include' || kind === 'template' || kind === 'tpl'
        ? { parent, kind, site: this.site(site) }
        : parent;
    });
  }

  private origin(origin: Origin): Origin {
    return remembered(this.origins, origin, () => ({ ...origin, source: this.source(origin.source) }));
  }

  private source(source: Source): Source {
    return remembered(this.sources, source, () => {
      const { path, kind, behind } = source;
      if (behind === undefined) return { path, text: '', kind };
      const fragments = behind.fragments.map(({ length, origin, delta }) => ({
        length,
        origin: origin === null ? null : this.origin(origin),
        delta,
        site: null,
        context: null,
      }));
      return { path, text: '', kind, behind: { kind: 'string', text: '', fragments } };
    });
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, compute: () => V): V {
  const before = known.get(key);
  if (before !== undefined || known.has(key)) return before as V;
  const value = compute();
  known.set(key, value);
  return value;
}
