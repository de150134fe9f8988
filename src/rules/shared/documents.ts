/** Questions about a document as a whole, and about what else is written in it. */
import type { Document } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import { folderOf } from '../../text/path.ts';
import type { RuleContext } from '../rule.ts';

const TEXT_LIMIT = 400_000;
const texts = new WeakMap<Document, string>();

/** The text in lower case, cut at 400,000 characters. */
export function lowerText(document: Document): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = document.view.text.slice(0, TEXT_LIMIT).toLowerCase();
  texts.set(document, text);
  return text;
}

/** One of the words stands in the document, its path or its object's name and version. */
export function mentions(document: Document, words: readonly string[]): boolean {
  const { object, path } = document;
  const names = `${path} ${object?.apiVersion ?? ''} ${object?.kind ?? ''} ${object?.name ?? ''}`.toLowerCase();
  return words.some((word) => names.includes(word) || lowerText(document).includes(word));
}

export function settingsOf(document: Document, { factsOf }: RuleContext): readonly SettingFact[] {
  return factsOf(document).filter((fact): fact is SettingFact => fact.kind === 'setting');
}

/** True for the first fact of its document for which `test` holds, so that a block of keys is one finding. */
export function isFirst(fact: Fact, { factsOf }: RuleContext, test: (other: Fact) => boolean): boolean {
  return factsOf(fact.document).find(test) === fact;
}

/** The folder of a file; a chart's for its templates. */
export function projectFolderOf(path: string): string {
  return folderOf(path).replace(/(^|\/)(templates|crds)(\/.*)?$/, '');
}
