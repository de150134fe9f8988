/** What a company knows about its own things, as its configuration says it. */
import type { Severity } from './finding.ts';
import type { Place } from './place.ts';
import type { RuleId } from './rule-id.ts';

export interface OwnCheck {
  readonly name: string;
  readonly finds: OwnSubject;
  readonly severity: Severity;
  readonly message: string;
  readonly because?: string | undefined;
  readonly instead: string;
  readonly link?: string | undefined;
}

export type OwnSubject =
  /** A repository, or the last segments of one; without a tag. */
  | { readonly kind: 'image'; readonly repository: string }
  | { readonly kind: 'chart'; readonly chart: string }
  /** The last keys of a setting, nearest last. */
  | { readonly kind: 'setting'; readonly keys: readonly string[]; readonly value?: string | undefined }
  | { readonly kind: 'variable'; readonly name: string; readonly value?: string | undefined }
  | { readonly kind: 'command'; readonly program: string }
  /** Normalised as the paths of facts are. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'unit'; readonly unit: string };

/** A command that runs its arguments on another machine, as `ssh` does. */
export interface OwnWrapper {
  readonly command: string;
  readonly runsOn: 'nodes' | 'here' | 'containers';
  /** Words behind the options that are no part of the command: the name of a host. */
  readonly skip: number;
}

/** What a rule is to advise here. */
export interface OwnAdvice {
  readonly instead?: string | undefined;
  readonly link?: string | undefined;
}

/** Asked with paths relative to the scanned root. */
export interface Knowledge {
  readonly checks: readonly OwnCheck[];
  readonly wrappers: ReadonlyMap<string, OwnWrapper>;
  placeOf(path: string): Place | undefined;
  adviceFor(rule: RuleId, path: string): OwnAdvice | undefined;
}

export const NO_KNOWLEDGE: Knowledge = {
  checks: [],
  wrappers: new Map(),
  placeOf: () => undefined,
  adviceFor: () => undefined,
};
