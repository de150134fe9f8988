/** Where YAML text was written: in a file, or in a string that a template built and whose characters have origins of their own. */
import type { Fragment, Origin, OriginKind, Source } from '../values/origin.ts';
import { fragment } from '../values/origin.ts';
import { blurred, cutFragments, fromFragments, tracked } from '../values/tracked.ts';
import type { StringValue } from '../values/value.ts';
import type { Run } from './token.ts';

export interface Written {
  readonly text: string;
  /** The tracked text of a scalar made of these runs. */
  string(text: string, runs: readonly Run[], from: number, to: number, path: string): StringValue;
  /** The origin of [from, to); exact if the caller's text is that slice. */
  origin(from: number, to: number, exact: boolean, path: string): Origin | null;
}

export function inFile(source: Source, kind: OriginKind): Written {
  const origin = (from: number, to: number, exact: boolean, path: string): Origin => ({
    source,
    from,
    to,
    exact,
    kind,
    path,
  });
  return {
    text: source.text,
    origin,
    string: (text, runs, from, to, path) => {
      const only = runs[0];
      if (only === undefined) return tracked(text, origin(from, to, false, path));
      if (runs.length === 1) return tracked(text, origin(only.from, only.to, only.exact, path));
      return fromFragments(
        text,
        runs.map((run) => fragment(run.length, origin(run.from, run.to, run.exact, path))),
      );
    },
  };
}

export function inString(value: StringValue): Written {
  return {
    text: value.text,
    origin: (from, to, exact) => rangeOrigin(value, from, to, exact),
    string: (text, runs, from, to) => {
      const fragments: Fragment[] = [];
      for (const run of runs) {
        if (run.exact) cutFragments(value.fragments, run.from, run.to, fragments);
        else fragments.push(fragment(run.length, rangeOrigin(value, run.from, run.to, false)));
      }
      if (runs.length === 0) return tracked(text, rangeOrigin(value, from, to, false));
      return fromFragments(text, fragments);
    },
  };
}

function rangeOrigin(value: StringValue, from: number, to: number, exact: boolean): Origin | null {
  const parts: Fragment[] = [];
  cutFragments(value.fragments, from, Math.max(to, from + 1), parts);
  const part = parts.find((one) => one.origin !== null);
  if (part === undefined || part.origin === null) return null;
  if (!exact || parts.length > 1 || !part.origin.exact) return blurred(part.origin);
  const start = part.origin.from + part.delta;
  return { ...part.origin, from: start, to: start + (to - from) };
}
