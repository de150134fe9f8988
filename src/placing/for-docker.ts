/** Files all lines of which count where Docker is the runtime, as `when: runtime == 'docker'` around the call of one says. */
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { once } from '../text/once.ts';

export const filesForDocker = once((facts: readonly Fact[]): ReadonlySet<Document> => {
  const found = new Set<Document>();
  const others = new Set<Document>();
  for (const { document, conditions } of facts)
    (conditions.some(({ kind, holds }) => kind === 'runtime' && holds) ? found : others).add(document);
  return new Set([...found].filter((document) => !others.has(document)));
});
