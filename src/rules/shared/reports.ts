/** Makes a report from a fact and the words of a rule. */

import type { Cause } from '../../judge.ts';
import type { Token } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Report } from '../rule.ts';
import { midSentence } from './words.ts';

export type Words = Pick<Report, 'message' | 'because' | 'instead'> &
  Partial<Pick<Report, 'premise' | 'related' | 'fix'>>;

export function reportAt(fact: Fact, cause: Cause, words: Words, at: Token = fact.at): Report {
  const { document, site, certainty, conditions, polarity } = fact;
  return { cause, document, site, at, certainty, conditions, polarity, ...words };
}

/** One finding that says what becomes of each of several lines, with one edit. */
export function asOne(first: Report, others: readonly Report[]): Report {
  const [main, ...further] = new Set([first, ...others].map((one) => one.instead));
  const instead = [main, ...further.map(midSentence)].join('; ');
  const also = others.flatMap(({ fix }) => (fix ? [{ at: fix.at, replacement: fix.replacement }] : []));
  const isWhole = also.length === others.length;
  return { ...first, instead, fix: first.fix && isWhole ? { ...first.fix, also } : undefined };
}
