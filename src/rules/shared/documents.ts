/** Questions about a document as a whole, and about what else is written in it. */
import { isOtherRuntimeName } from '../../languages/conditions/words.ts';
import type { Document } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import type { View } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';

const TEXT_LIMIT = 400_000;

/** The text in lower case, cut at 400,000 characters: once for all documents that stand over it, as in Terraform. */
const lowerText = once((view: View) => view.text.slice(0, TEXT_LIMIT).toLowerCase());

const wordsFound = once((_: View) => new Map<readonly string[], boolean>());

/** One of the words stands in the document. */
export function holdsOne({ view }: Document, words: readonly string[]): boolean {
  const found = wordsFound(view);
  const known = found.get(words);
  if (known !== undefined) return known;
  const holds = words.some((word) => lowerText(view).includes(word));
  found.set(words, holds);
  return holds;
}

/** One of the words stands in the document, its path or its object's name and version. */
export function mentions(document: Document, words: readonly string[]): boolean {
  const { object, path } = document;
  const names = `${path} ${object?.apiVersion ?? ''} ${object?.kind ?? ''} ${object?.name ?? ''}`.toLowerCase();
  return words.some((word) => names.includes(word)) || holdsOne(document, words);
}

/** To be asked in what is computed once for a document, never for each of its facts. */
export const settingsOf = once((document: Document, { factsOf }: RuleContext): readonly SettingFact[] =>
  factsOf(document).filter((fact): fact is SettingFact => fact.kind === 'setting'),
);

/** Settings by the map that they stand in. */
const siblings = once((document: Document, context: RuleContext) => groupBy(settingsOf(document, context), parentOf));

/** The settings in the same map or list as this one, itself among them. */
export function settingsBeside(fact: SettingFact, context: RuleContext): readonly SettingFact[] {
  return siblings(fact.document, context).get(parentOf(fact)) ?? [];
}

const maps = once((document: Document, context: RuleContext) => groupBy(settingsOf(document, context), mapOf));

/** The settings of the same map, where a list of values is one setting of it. */
export function settingsOfSameMap(fact: SettingFact, context: RuleContext): readonly SettingFact[] {
  return maps(fact.document, context).get(mapOf(fact)) ?? [];
}

function mapOf({ path }: SettingFact): string {
  return path.slice(0, path.at(-1) === '[]' ? -2 : -1).join('\0');
}

function parentOf({ path }: SettingFact): string {
  return path.slice(0, -1).join('\0');
}

/** The map is for Docker, beside one for another runtime: `engines: {docker: {root: …}, containerd: {root: …}}`. */
export function isForDockerAmongRuntimes({ document, path }: SettingFact, context: RuleContext): boolean {
  const at = path.findIndex((key) => /^docker$/i.test(key));
  return at >= 0 && mapsOfRuntimes(document, context).has(path.slice(0, at).join('\0'));
}

const mapsOfRuntimes = once(
  (document: Document, context: RuleContext): ReadonlySet<string> =>
    new Set(
      settingsOf(document, context).flatMap(({ path }) => {
        const at = path.findIndex((key) => isOtherRuntimeName(key));
        return at < 0 ? [] : [path.slice(0, at).join('\0')];
      }),
    ),
);

/** Tells the first fact of its document with its key from the others, so that a block of keys is one finding. */
export function firstBy(keyOf: (fact: Fact) => string | undefined): (fact: Fact, context: RuleContext) => boolean {
  const firsts = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, Fact> => {
    const byKey = new Map<string, Fact>();
    for (const fact of factsOf(document)) {
      const key = keyOf(fact);
      if (key !== undefined && !byKey.has(key)) byKey.set(key, fact);
    }
    return byKey;
  });
  return (fact, context) => {
    const key = keyOf(fact);
    return key !== undefined && firsts(fact.document, context).get(key) === fact;
  };
}
