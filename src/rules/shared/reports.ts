/** Makes a report from a fact and the words of a rule. */
import type { Token } from '../../document.ts';
import type { Fact } from '../../facts.ts';
import type { Cause } from '../../judge.ts';
import type { Report } from '../rule.ts';

export type Words = Pick<Report, 'message' | 'because' | 'instead'> & Partial<Pick<Report, 'related' | 'fix'>>;

export function reportAt(fact: Fact, cause: Cause, words: Words, at: Token = fact.at): Report {
  return { cause, document: fact.document, at, certainty: fact.certainty, ...words };
}
