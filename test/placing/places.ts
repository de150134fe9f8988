/** Reads the files of a small repository and says where each of its documents runs, and why. */
import type { Document } from '../../src/model/document.ts';
import type { Evidence } from '../../src/model/place.ts';
import { placeDocuments } from '../../src/placing/placing.ts';
import { groupFiles } from '../../src/stages/grouping.ts';
import { readRepository } from '../../src/stages/reading.ts';

export type Files = Readonly<Record<string, string>>;

/** `label of the document` → `place: reason; reason`. */
export function placesOf(files: Files): Readonly<Record<string, string>> {
  const { documents, facts, links } = readRepository(
    groupFiles(Object.entries(files).map(([path, text]) => ({ path, text }))),
    { matters: () => true, hasWord: () => true, kubeVersion: '1.37.0', values: [] },
  );
  const placements = placeDocuments(documents, facts, links);
  return Object.fromEntries(
    documents.map((document: Document) => {
      const placement = placements.get(document);
      const reasons = (placement?.evidence ?? []).map(sentence).join('; ');
      return [document.label, `${placement?.place}${reasons === '' ? '' : `: ${reasons}`}`];
    }),
  );
}

function sentence(evidence: Evidence): string {
  return evidence.text;
}

/** The place alone of the document with this label. */
export function placeOf(label: string, files: Files): string {
  return placesOf(files)[label]?.split(':')[0] ?? `no document ${label}`;
}
