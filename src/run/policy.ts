/** Finds what a change does to the rules that it is judged by: settings it edits, suppressions it adds. */
import { posix } from 'node:path';
import { EMPTY_KNOWLEDGE, SECTION_NAMES, type SectionName } from '../config/knowledge.ts';
import { describe, type Layer, type OptionName, optionsOn, type PathOverride } from '../config/options.ts';
import type { NewSuppression, PolicyEdit } from '../model/policy.ts';
import type { Suppressed } from '../model/result.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import type { Baseline } from '../suppress/baseline.ts';
import { positionAt } from '../text/source.ts';
import type { Base } from './base.ts';

export function changedConfiguration({ changes, prefix }: Base, files: readonly string[]): readonly string[] {
  return files.filter((file) => changes.paths.has(posix.normalize(prefix + file)));
}

/** What differs between two configuration files; `shown` says what an absolute path is called. */
export function settingEdits(before: Layer, after: Layer, shown: (path: string) => string): readonly PolicyEdit[] {
  return optionsOn('file').flatMap((name) => optionEdits(name, before, after, shown));
}

function optionEdits(
  name: OptionName,
  before: Layer,
  after: Layer,
  shown: (path: string) => string,
): readonly PolicyEdit[] {
  switch (name) {
    case 'rules':
      return RULE_IDS.flatMap((id) =>
        valueEdit(`rules.${id}`, before.rules?.[id] ?? 'default', after.rules?.[id] ?? 'default'),
      );
    case 'overrides':
      return listEdits(name, (before.overrides ?? []).map(overrideText), (after.overrides ?? []).map(overrideText));
    case 'knowledge':
      return SECTION_NAMES.flatMap((section) =>
        listEdits(`${name}.${section}`, entryTexts(before, section), entryTexts(after, section)),
      );
    case 'values':
      return listEdits(name, (before.values ?? []).map(shown), (after.values ?? []).map(shown));
    case 'exclude':
    case 'unsuppressible':
      return listEdits(name, before[name] ?? [], after[name] ?? []);
    case 'baseline':
      return valueEdit(name, before.baseline && shown(before.baseline), after.baseline && shown(after.baseline));
    default:
      return valueEdit(name, scalarText(name, before), scalarText(name, after));
  }
}

function scalarText(name: OptionName, layer: Layer): string {
  const value = layer[name] ?? describe(name).default;
  return name === 'kubernetes-version' ? `1.${value}` : String(value);
}

function overrideText({ paths, rules }: PathOverride): string {
  const levels = Object.entries(rules).map(([rule, level]) => `${rule}: ${level}`);
  return `${paths.join(', ')} → ${levels.join(', ')}`;
}

function entryTexts({ knowledge = EMPTY_KNOWLEDGE }: Layer, section: SectionName): readonly string[] {
  return knowledge[section].map((entry) => textOf(entry));
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.map(([key, part]) => `${key}: ${textOf(part)}`).join('; ');
}

function valueEdit(setting: string, before: string | undefined, after: string | undefined): readonly PolicyEdit[] {
  return before === after ? [] : [{ setting, before, after }];
}

function listEdits(setting: string, before: readonly string[], after: readonly string[]): readonly PolicyEdit[] {
  const edits = [
    ...withoutAll(after, before).map((item): PolicyEdit => ({ setting, before: undefined, after: item })),
    ...withoutAll(before, after).map((item): PolicyEdit => ({ setting, before: item, after: undefined })),
  ];
  // Of overrides and values files the last one wins.
  return edits.length > 0 ? edits : valueEdit(setting, before.join(', '), after.join(', '));
}

/** The entries that come and go, whatever their number: three others for three are six. */
export function baselineEdits(before: Baseline | undefined, after: Baseline | undefined): readonly PolicyEdit[] {
  const texts = (baseline: Baseline | undefined) =>
    (baseline?.entries ?? []).map(({ rule, path, fingerprint }) => `${rule}\0${path}\0${fingerprint}`);
  const setting = (after ?? before)?.path ?? '';
  const added = withoutAll(texts(after), texts(before)).length;
  const gone = withoutAll(texts(before), texts(after)).length;
  const entries = (amount: number) => `${amount} ${amount === 1 ? 'entry' : 'entries'}`;
  return [
    ...(added > 0 ? [{ setting, before: undefined, after: entries(added) }] : []),
    ...(gone > 0 ? [{ setting, before: entries(gone), after: undefined }] : []),
  ];
}

/** The items, less one for each equal one of the others. */
function withoutAll(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return items.filter((item) => {
    const known = left.get(item) ?? 0;
    if (known > 0) left.set(item, known - 1);
    return known === 0;
  });
}

/** Suppressions of the head that the base does not account for. */
export function addedSuppressions(
  before: readonly Suppressed[],
  after: readonly Suppressed[],
): readonly NewSuppression[] {
  const left = new Map<string, number>();
  for (const { finding } of before) left.set(finding.fingerprint, (left.get(finding.fingerprint) ?? 0) + 1);
  return after.flatMap(({ finding, reason, by }): NewSuppression[] => {
    const known = left.get(finding.fingerprint) ?? 0;
    if (known > 0) left.set(finding.fingerprint, known - 1);
    // A baseline is one file, which is shown as such.
    if (known > 0 || by === 'baseline') return [];
    const { source, start } = finding.span;
    return [{ rule: finding.rule, path: source.path, line: positionAt(source, start).line, reason }];
  });
}
