/** The options as types and layers: what a run is told, by whom, and who wins. */
import type { RuleId } from '../model/rule-id.ts';
import type { KnowledgeSettings } from './knowledge.ts';
import { OPTIONS, type OptionDescription, type PathOverride, type RuleLevels, type Surface } from './option-list.ts';

export {
  FORMATS,
  type Format,
  KUBERNETES_MINORS,
  NEWEST_MINOR,
  type OptionDescription,
  type PathOverride,
  RULE_LEVELS,
  type RuleLevel,
  type RuleLevels,
} from './option-list.ts';

export type OptionName = keyof typeof OPTIONS;
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

type ValueOf<O extends OptionDescription> = O extends { type: 'choice'; choices: readonly (infer C)[] }
  ? C
  : O extends { type: 'version' }
    ? number
    : O extends { type: 'boolean' }
      ? boolean
      : O extends { type: 'list' }
        ? readonly string[]
        : O extends { type: 'rule-list' }
          ? readonly RuleId[]
          : O extends { type: 'rule-levels' }
            ? RuleLevels
            : O extends { type: 'overrides' }
              ? readonly PathOverride[]
              : O extends { type: 'knowledge' }
                ? KnowledgeSettings
                : string;

type OrAbsent<O extends OptionDescription, V> = O extends { type: 'text' } ? V | undefined : V;

/** The value of every option, under the option's own name. */
export type Settings = { readonly [N in OptionName]: OrAbsent<(typeof OPTIONS)[N], ValueOf<(typeof OPTIONS)[N]>> };

/** What one source of settings says: the command line, the Action's inputs, a configuration file. */
export type Layer = Partial<Settings>;

export function describe(name: OptionName): OptionDescription {
  return OPTIONS[name];
}

export function optionsOn(surface: Surface): readonly OptionName[] {
  return OPTION_NAMES.filter((name) => describe(name).on.includes(surface));
}

/** Defaults, then the layers: a later one wins, and lists replace each other as a whole. */
export function mergeLayers(layers: readonly Layer[]): Settings {
  const merged: Record<string, unknown> = {};
  for (const name of OPTION_NAMES) merged[name] = describe(name).default;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) if (value !== undefined) merged[name] = value;
  }
  return merged as Settings;
}
