/** What the settings mean for the pipeline. */
import type { Knowledge } from '../model/knowledge.ts';
import type { LintOptions } from '../model/result.ts';
import { anyGlob, type Matcher } from './glob.ts';
import type { KnowledgeSettings } from './knowledge.ts';
import type { OptionName, Settings } from './options.ts';

/** Every setting that the pipeline is told: two runs over the same files that agree in these find the same. */
export const JUDGING = [
  'target-runtime',
  'kubernetes-version',
  'select',
  'ignore',
  'rules',
  'overrides',
  'unsuppressible',
  'values',
  'knowledge',
] as const satisfies readonly OptionName[];

export type Judging = Pick<Settings, (typeof JUDGING)[number]>;

/**
 * `base` is put before the paths of the scanned root when they are matched: it is empty where the configuration file
 * stands in the root, and ends with a slash otherwise.
 */
export function lintOptions(settings: Judging, today: string, base = ''): LintOptions {
  const overrides = settings.overrides.map(({ paths, rules }) => ({ matches: anyGlob(paths), rules }));
  return {
    target: { runtime: settings['target-runtime'], minor: settings['kubernetes-version'] },
    levelOf(rule, path) {
      if (!isSelected(settings, rule)) return 'off';
      const last = overrides.findLast(({ matches, rules }) => rules[rule] !== undefined && matches(base + path));
      return last ? last.rules[rule] : settings.rules[rule];
    },
    unsuppressible: settings.unsuppressible,
    today,
    values: settings.values,
    knowledge: knowledgeOf(settings.knowledge, base),
  };
}

function knowledgeOf({ checks, wrappers, places, advice }: KnowledgeSettings, base: string): Knowledge {
  const located = places.map(({ paths, place }) => ({ matches: anyGlob(paths), place }));
  const advised = advice.map(({ rule, paths, ...own }) => ({
    rule,
    own,
    matches: paths ? anyGlob(paths) : () => true,
  }));
  return {
    checks,
    wrappers: new Map(wrappers.map((wrapper) => [wrapper.command, wrapper])),
    placeOf: (path) => located.findLast(({ matches }) => matches(base + path))?.place,
    adviceFor: (rule, path) => advised.findLast((one) => one.rule === rule && one.matches(base + path))?.own,
  };
}

export function excluded(settings: Settings, base = ''): Matcher {
  const matches = anyGlob(settings.exclude);
  return (path) => matches(base + path);
}

/** Rules that this run is about. */
export function isSelected({ select, ignore }: Pick<Settings, 'select' | 'ignore'>, rule: string): boolean {
  const listed = (rules: readonly string[]) => rules.includes(rule);
  return (select.length === 0 || listed(select)) && !listed(ignore);
}
