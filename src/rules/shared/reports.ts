/** Makes a report from a fact and the words of a rule. */

import type { Cause } from '../../judge.ts';
import type { Token } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Report } from '../rule.ts';

export type Words = Pick<Report, 'message' | 'because' | 'instead'> & Partial<Pick<Report, 'related' | 'fix'>>;

export function reportAt(fact: Fact, cause: Cause, words: Words, at: Token = fact.at): Report {
  const { document, site, certainty, conditions, polarity } = fact;
  return { cause, document, site, at, certainty, conditions, polarity, ...words };
}
