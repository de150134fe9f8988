/** Reads a configuration file: data only, every key known, every mistake told with its line. */
import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { isTooDeep } from '../languages/yaml/depth.ts';
import { RULE_IDS, type RuleId } from '../model/rule-id.ts';
import { entriesOf, type Fail, itemsOf, textOf, textsOf, withLine } from './nodes.ts';
import {
  describe,
  type Layer,
  type OptionName,
  optionsOn,
  type PathOverride,
  RULE_LEVELS,
  type RuleLevel,
  type RuleLevels,
} from './options.ts';
import { readKnowledge } from './read-knowledge.ts';
import { readChoice, readOption } from './read-value.ts';
import { UsageError, unknownName } from './usage-error.ts';

const MAX_LENGTH = 256 * 1024;

/** `path` is only for sentences. JSON is read as the YAML that it is. */
export function readConfig(path: string, text: string): Layer {
  if (text.length > MAX_LENGTH) throw new UsageError(`${path} is larger than ${MAX_LENGTH / 1024} KiB.`);
  if (isTooDeep(text)) throw new UsageError(`${path} is nested too deeply.`);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, lineCounter, prettyErrors: false });
  const fail = (node: Node | null | undefined, sentence: string): UsageError => {
    const offset = node?.range?.[0];
    const line = offset === undefined ? '' : `:${lineCounter.linePos(offset).line}`;
    return new UsageError(`${path}${line}: ${sentence}`);
  };
  const broken = document.errors[0];
  if (broken) throw new UsageError(`${path}:${lineCounter.linePos(broken.pos[0]).line}: ${broken.message}`);
  const root = document.contents as Node | null;
  if (root === null || (isScalar(root) && root.value === null)) return {};
  if (!isMap(root)) throw fail(root, 'The configuration must be a map of options.');
  return readRoot(root, fail);
}

function readRoot(root: YAMLMap, fail: Fail): Layer {
  const known = optionsOn('file');
  const layer: Record<string, unknown> = {};
  for (const { key, keyNode, value } of entriesOf(root, fail)) {
    if (key === '$schema') continue;
    const name = known.find((option) => option === key);
    if (!name) throw fail(keyNode, unknownName('key', key, known));
    Object.assign(
      layer,
      withLine(fail, value ?? keyNode, () => readKey(name, value, fail)),
    );
  }
  return layer;
}

function readKey(name: OptionName, value: Node | null, fail: Fail): Layer {
  const option = describe(name);
  switch (option.type) {
    case 'rule-levels':
      return { [name]: readLevels(value, fail) };
    case 'overrides':
      return { [name]: itemsOf(name, value, fail).map((item) => readOverride(item, fail)) };
    case 'knowledge':
      return { [name]: readKnowledge(value, fail) };
    case 'list':
    case 'rule-list':
      return readOption(name, textsOf(name, value, fail), name);
    default:
      return readOption(name, [textOf(name, value, fail)], name);
  }
}

function readLevels(node: Node | null, fail: Fail): RuleLevels {
  if (!isMap(node)) throw fail(node, 'rules must be a map from rule to severity, as "docker-cli-command: notice".');
  const levels: Partial<Record<RuleId, RuleLevel>> = {};
  for (const { key, keyNode, value } of entriesOf(node, fail)) {
    const rule = RULE_IDS.find((id) => id === key);
    if (!rule) throw fail(keyNode, unknownName('rule', key, RULE_IDS));
    levels[rule] = withLine(
      fail,
      value ?? keyNode,
      () => readChoice(textOf(key, value, fail), RULE_LEVELS, key) as RuleLevel,
    );
  }
  return levels;
}

function readOverride(node: Node | null, fail: Fail): PathOverride {
  if (!isMap(node)) throw fail(node, 'Each entry of overrides must be a map with "paths" and "rules".');
  const entries = entriesOf(node, fail);
  const wrong = entries.find(({ key }) => key !== 'paths' && key !== 'rules');
  if (wrong) throw fail(wrong.keyNode, unknownName('key', wrong.key, ['paths', 'rules']));
  const paths = entries.find(({ key }) => key === 'paths');
  const rules = entries.find(({ key }) => key === 'rules');
  if (!paths || !rules) throw fail(node, 'Each entry of overrides needs both "paths" and "rules".');
  return { paths: textsOf('paths', paths.value, fail), rules: readLevels(rules.value, fail) };
}
