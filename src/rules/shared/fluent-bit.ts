/** Fluent Bit: its parser of Docker's lines, and what becomes of it. */
import { POD_LOGS } from '../../data/paths.ts';
import type { EnvFact, Fact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { projectFolderOf } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { lineBefore } from '../../text/source.ts';
import type { Report, ReportFix, RuleContext } from '../rule.ts';
import { settingsBeside } from './documents.ts';
import { replaceBy, spanning } from './fixes.ts';
import { hasRecentImage, oldImageOf, withNewerImage } from './old-images.ts';
import { entryReplacement } from './removals.ts';
import { lastKey } from './settings.ts';
import { quoted } from './words.ts';

export function isParserOfDocker(fact: SettingFact): boolean {
  return /^parser$/i.test(lastKey(fact)) && /^docker(?:_no_time|-daemon)?$/i.test(fact.value.text.trim());
}

/** An input with `multiline.parser docker, cri` asks nothing else. https://docs.fluentbit.io/manual/pipeline/inputs/tail#multiline-support */
export function isPassedOver(fact: SettingFact, context: RuleContext): boolean {
  if (!/^(?:parser|docker_?mode\w*)$/i.test(lastKey(fact))) return false;
  return settingsBeside(fact, context).some(
    (one) => /^multiline\.?parser$/i.test(lastKey(one)) && /\bcri\b/i.test(one.value.text),
  );
}

/** What has to go with the parser: Fluent Bit does not take both. */
export function besidesOf(fact: SettingFact | EnvFact, context: RuleContext): string {
  if (fact.kind !== 'setting' || fact.format !== 'fluent-bit' || !isParserOfDocker(fact)) return '';
  const keys = settingsBeside(fact, context).map(lastKey);
  const modes = [...new Set(keys.filter((key) => /^docker_mode/i.test(key)))];
  if (modes.length === 0) return '';
  if (valueKey(fact) === undefined) return `, and delete ${modes.join(', ')}`;
  const mode = settingsBeside(fact, context).find((one) => /^docker_mode$/i.test(lastKey(one)));
  const key = mode && valueKey(mode);
  return key === undefined ? '' : `, and ${quoted(`${key}: "Off"`)}`;
}

/** The key of the values that the template of a chart writes here: `parser: docker` for `Parser {{ .Values.input.parser }}`. */
function valueKey({ value }: SettingFact): string | undefined {
  const { source, start } = spanOf(value);
  return /^[ \t-]*["']?([\w.-]{1,80})["']?:[ \t]*["']?$/.exec(lineBefore(source.text, start, 200))?.[1];
}

/** `Parser docker` of Fluent Bit, where nothing else of its section puts lines together. */
export function parserFix(fact: SettingFact, instead: string, context: RuleContext): ReportFix | undefined {
  if (!fact.key || !isParserOfDocker(fact) || instead !== FLUENT_BIT_MULTILINE) return undefined;
  if (oldImageOf('fluent-bit', fact, context) !== undefined) return undefined;
  const others = settingsBeside(fact, context).map(lastKey);
  if (others.some((key) => /^(?:docker_?mode|multiline|parser_)/i.test(key))) return undefined;
  if (fact.format === 'fluent-bit') {
    const at = spanning(fact.key, fact.value);
    // An older one takes no configuration with an option that it does not know.
    const isKnown = hasRecentImage('fluent-bit', fact, context);
    return at && replaceBy(at, MULTILINE, isKnown ? 'safe' : 'unsafe');
  }
  const isOperators = fact.document.object?.apiVersion.startsWith('fluentbit.fluent.io/') === true;
  return isOperators ? entryReplacement(fact.value, 'multilineParser: docker, cri', 'safe') : undefined;
}

const MULTILINE = 'multiline.parser docker, cri';
export const FLUENT_BIT_MULTILINE = `write ${MULTILINE}`;

/** Custom resources of fluent-operator and logging-operator spell the options of Fluent Bit in their own way. */
export function fluentBitWords(instead: string, fact: Fact, context: RuleContext): string {
  if (!instead.includes(MULTILINE)) return instead;
  const { apiVersion = '', kind = '' } = fact.document.object ?? {};
  if (apiVersion.startsWith('fluentbit.fluent.io/') || /^(?:Cluster)?Input$/.test(kind))
    return 'write multilineParser: docker, cri under spec.tail, and delete parser and dockerMode';
  if (apiVersion.startsWith('logging.banzaicloud.io/'))
    return 'write "Multiline.Parser": "docker, cri" under inputTail, and delete Parser and Docker_Mode';
  const key = fact.kind === 'setting' && isOfValues(fact) ? valueKey(fact) : undefined;
  const words =
    fact.kind === 'setting' && key !== undefined ? valueWords(fact, key) : withVersion(instead, fact, context);
  return withNewerImage(words, 'fluent-bit', fact, context);
}

/** Which version the option is of, where nothing shows that what runs has it. */
function withVersion(instead: string, fact: Fact, context: RuleContext): string {
  const hasOption = fact.kind === 'setting' && /^multiline\.?parser$/i.test(lastKey(fact));
  if (hasOption || hasRecentImage('fluent-bit', fact, context) || oldImageOf('fluent-bit', fact, context))
    return instead;
  return instead.replace(MULTILINE, (words) => `${words} (Fluent Bit 1.8 or newer)`);
}

/** The template of a chart writes what a value is for: another option needs another value. */
function valueWords(fact: SettingFact, key: string): string {
  return isParserOfDocker(fact)
    ? `set ${quoted(`${key}: cri`)}`
    : `set ${quoted(`${key}: "Off"`)}, and the parser to cri`;
}

function isOfValues({ format, document }: SettingFact): boolean {
  return format === 'fluent-bit' || document.language === 'helm-values';
}

/** A source of container logs whose parser is called otherwise, and reads JSON all the same. */
export function readsJsonLines(fact: SettingFact, context: RuleContext): boolean {
  if (fact.format !== 'fluent-bit' || !/^input$/i.test(fact.path[0] ?? '') || !/^parser$/i.test(lastKey(fact)))
    return false;
  return jsonParsers(context.project).has(fact.value.text.trim()) && tailContainers(settingsBeside(fact, context));
}

const tailContainers = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => /^path$/i.test(lastKey(one)) && POD_LOGS.test(one.value.text)),
);

/** Where the parser that an input asks for is written as JSON, in the same chart or folder. */
export function definitionOf(fact: SettingFact | EnvFact, { project }: RuleContext): NonNullable<Report['related']> {
  if (fact.kind !== 'setting' || fact.format !== 'fluent-bit' || !/^parser$/i.test(lastKey(fact))) return [];
  const definition = jsonParsers(project).get(fact.value.text.trim())?.get(projectFolderOf(fact.document.path));
  return definition ? [{ at: definition.value, message: 'the parser reads JSON' }] : [];
}

/** The parsers that are defined as JSON, by name and folder, and the one that Fluent Bit brings. */
const jsonParsers = once(({ facts }: Project): ReadonlyMap<string, ReadonlyMap<string, SettingFact>> => {
  const parsers = new Map<string, Map<string, SettingFact>>([['json', new Map()]]);
  for (const fact of facts) {
    if (fact.kind !== 'setting' || fact.format !== 'fluent-bit' || !/^parser$/i.test(fact.path[0] ?? '')) continue;
    const name = /^\[(.*?)(?:#\d+)?\]$/.exec(fact.path[1] ?? '')?.[1];
    if (name === undefined || !/^format$/i.test(lastKey(fact)) || fact.value.text.trim() !== 'json') continue;
    const folder = projectFolderOf(fact.document.path);
    const byFolder = parsers.get(name) ?? new Map<string, SettingFact>();
    if (!byFolder.has(folder)) byFolder.set(folder, fact);
    parsers.set(name, byFolder);
  }
  return parsers;
});
