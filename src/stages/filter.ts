/** Asks whether a file has any of the words, or a name, without which no rule can find anything. */
import type { InputFile } from '../model/input.ts';
import type { Knowledge, OwnSubject } from '../model/knowledge.ts';
import type { Trigger } from '../rules/rule.ts';
import { baseName } from '../text/path.ts';
import { literalPattern } from '../text/pattern.ts';
import { FILES, TRIGGERS } from './triggers.generated.ts';

/** How far apart the words of a command may stand, with options and quotes between them. */
const NEAR = 80;

/** What does not follow the name, before a path or as all that a key for registries holds: then it is that of a registry. */
const NO_REGISTRY = '(?!\\.(?:io|elastic\\.co|bintray\\.io)/|(?<=registry:[ \\t]{1,4}["\']?docker)\\.io(?![\\w./:]))';

/** What is looked for before a file is parsed. */
export interface WordFilter {
  /** Whether a text has a word that some rule needs. */
  hasWord(text: string): boolean;
  /** As `hasWord`, for what a chart renders: an image is not told by the registry that it comes from. */
  hasWordInChart(text: string): boolean;
  /** The first word in the text that some rule looks for. */
  findWord(text: string): { readonly start: number; readonly end: number } | undefined;
  /** Whether some rule may find something in a file; by its name too, whatever its text says. */
  matters(file: InputFile): boolean;
}

export const RULE_FILTER = filterOf(TRIGGERS);

/** With the words of the configuration's own checks; the same filter for the same knowledge. */
export function filterFor(knowledge: Knowledge | undefined): WordFilter {
  const { checks = [] } = knowledge ?? {};
  if (checks.length === 0) return RULE_FILTER;
  const filter =
    ownFilters.get(checks) ?? filterOf([...TRIGGERS, ...checks.map(({ finds }) => wordOf(finds).toLowerCase())]);
  ownFilters.set(checks, filter);
  return filter;
}

const ownFilters = new WeakMap<Knowledge['checks'], WordFilter>();

/** What stands in every file in which the check finds something, also where variables are put together. */
function wordOf(finds: OwnSubject): string {
  switch (finds.kind) {
    case 'image':
      return baseName(finds.repository);
    case 'chart':
      return finds.chart;
    case 'setting':
      return finds.keys.at(-1) ?? '';
    case 'variable':
      return finds.name;
    case 'command':
      return finds.program;
    case 'path':
      return baseName(finds.path);
    case 'unit':
      return finds.unit.replace(/\.service$/, '');
    default:
      return finds satisfies never;
  }
}

function filterOf(triggers: readonly Trigger[]): WordFilter {
  const pattern = wordPattern(triggers);
  const hasWord = (text: string): boolean => pattern.test(text);
  const answers = new WeakMap<InputFile, boolean>();
  const inChart = new RegExp(pattern.source.replace(/(^|\|)docker(?=$|\|)/, `$&${NO_REGISTRY}`), 'i');
  return {
    hasWord,
    hasWordInChart: (text) => inChart.test(text),
    findWord: (text) => {
      const match = pattern.exec(text);
      return match ? { start: match.index, end: match.index + match[0].length } : undefined;
    },
    matters: (file) => {
      const known = answers.get(file);
      if (known !== undefined) return known;
      const answer = hasWord(file.text) || FILES.some((pattern) => pattern.test(file.path));
      answers.set(file, answer);
      return answer;
    },
  };
}

/** `words` are lower case; the answer ignores case. */
export function wordFilter(words: readonly Trigger[]): (text: string) => boolean {
  const pattern = wordPattern(words);
  return (text) => pattern.test(text);
}

/** V8 tries words that stand side by side in the order of the alphabet as one tree of letters. */
function wordPattern(triggers: readonly Trigger[]): RegExp {
  const words = triggers.flatMap((trigger) => (typeof trigger === 'string' ? literalPattern(trigger) : [])).sort();
  const near = triggers.flatMap((trigger) => (typeof trigger === 'string' ? [] : nearPattern(trigger)));
  return new RegExp([...words, ...near].join('|'), 'i');
}

function nearPattern({ word, before }: Exclude<Trigger, string>): string {
  return `${literalPattern(word)}(?=[^]{0,${NEAR}}?(?:${before.map(literalPattern).join('|')}))`;
}
