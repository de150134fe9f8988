/** Turns the text of a flag, an input or a scalar into an option's value, or says what is wrong with it. */
import { RULE_IDS, type RuleId } from '../model/rule-id.ts';
import { describe, KUBERNETES_MINORS, type Layer, type OptionName } from './options.ts';
import { UsageError, unknownName } from './usage-error.ts';

/**
 * `texts` holds one entry per occurrence: a flag may be repeated, an input has a line each. `spelled` is what the
 * person wrote (`--fail-on`, `input fail-on`), for the sentence.
 */
export function readOption(name: OptionName, texts: readonly string[], spelled: string): Layer {
  const option = describe(name);
  const last = texts.at(-1) ?? '';
  switch (option.type) {
    case 'choice':
      return { [name]: readChoice(last, option.choices, spelled) };
    case 'version':
      return { [name]: readMinor(last, spelled) };
    case 'text':
      if (last.trim() === '') throw new UsageError(`${spelled} needs a value.`);
      return { [name]: last };
    case 'list':
      return { [name]: texts.map((text) => text.trim()).filter((text) => text !== '') };
    case 'boolean':
      return { [name]: readBoolean(last, spelled) };
    case 'rule-list':
      return { [name]: texts.flatMap((text) => text.split(',')).map((text) => readRuleId(text.trim())) };
    case 'rule-levels':
    case 'overrides':
    case 'knowledge':
      throw new UsageError(`${spelled} can only be written in the configuration file.`);
  }
}

/** The inputs of the Action, as the toolkit reads them. */
export interface InputReader {
  text(name: string): string;
  lines(name: string): readonly string[];
  /** Throws for what is neither true nor false. */
  boolean(name: string): boolean;
}

/** Empty inputs are absent, lists have one entry per line. */
export function readInputs(names: readonly OptionName[], input: InputReader): Layer {
  const layers = names.flatMap((name): Layer[] => {
    const text = input.text(name);
    if (text.trim() === '') return [];
    const spelled = `Input "${name}"`;
    switch (describe(name).type) {
      case 'list':
        return [readOption(name, input.lines(name), spelled)];
      case 'boolean':
        return [{ [name]: readSwitch(() => input.boolean(name), text, spelled) }];
      default:
        return [readOption(name, [text.trim()], spelled)];
    }
  });
  return Object.assign({}, ...layers);
}

function readSwitch(read: () => boolean, text: string, spelled: string): boolean {
  try {
    return read();
  } catch {
    throw notBoolean(spelled, text);
  }
}

function notBoolean(spelled: string, text: string): UsageError {
  return new UsageError(`${spelled} must be true or false, not "${text}".`);
}

export function readChoice(text: string, choices: readonly string[], spelled: string): string {
  if (choices.includes(text)) return text;
  throw new UsageError(`${spelled} must be one of ${choices.join(', ')}. ${unknownName('value', text, choices)}`);
}

/** `1.24`, `v1.24.3`, `1.24.3-gke.100` → 24. */
export function readMinor(text: string, spelled: string): number {
  const match = /^v?1\.(\d{1,3})(?:$|[.+-])/.exec(text.trim());
  const minor = Number(match?.[1]);
  const { oldest, newest } = KUBERNETES_MINORS;
  if (match && minor >= oldest && minor <= newest) return minor;
  throw new UsageError(`${spelled} must be a Kubernetes version such as 1.24 (from 1.${oldest}), not "${text}".`);
}

function readBoolean(text: string, spelled: string): boolean {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  if (word === 'false') return false;
  throw notBoolean(spelled, text);
}

export function readRuleId(text: string): RuleId {
  const id = RULE_IDS.find((known) => known === text);
  if (id) return id;
  throw new UsageError(unknownName('rule', text, RULE_IDS));
}
