/** Reads the files of a small repository and says where each of its documents runs, and why. */
import type { Document } from '../../src/model/document.ts';
import type { Placement } from '../../src/model/place.ts';
import { placeEverything } from '../../src/placing/placing.ts';
import { lookAround } from '../../src/placing/surroundings.ts';
import { evidenceText } from '../../src/report/reasons.ts';
import { groupFiles } from '../../src/stages/grouping.ts';
import { readRepository } from '../../src/stages/reading.ts';
import type { Files } from '../support/in-memory.ts';

/** The documents of a small repository, each with the place where it runs. */
function placementsOf(files: Files): readonly (readonly [Document, Placement])[] {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { documents, facts, links } = readRepository(groupFiles(inputs), {
    matters: () => true,
    hasWord: () => true,
    kubeVersion: '1.37.0',
    values: [],
    isLate: () => false,
    isFull: () => false,
  });
  const { placementOf } = placeEverything(documents, facts, links, lookAround(inputs));
  return documents.map((document) => [document, placementOf({ document })]);
}

/** `label of the document` → `place: reason; reason`. */
export function placesOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(
    placementsOf(files).map(([document, placement]) => {
      const reasons = placement.evidence.map(evidenceText).join('; ');
      return [document.label, `${placement.place}${reasons === '' ? '' : `: ${reasons}`}`];
    }),
  );
}

/** The place alone of the document with this label. */
export function placeOf(label: string, files: Files): string {
  return placesOf(files)[label]?.split(':')[0] ?? `no document ${label}`;
}

/**
 * Which container engine the machine of the document with this label gets: its own, one beside a runtime that its kubelet is given,
 * or cri-dockerd with Docker.
 */
export function engineOf(label: string, files: Files): 'own' | 'beside' | 'adapter' | undefined {
  const engine = placementsOf(files).find(([document]) => document.label === label)?.[1].engine;
  return engine?.isBeside ? 'beside' : engine?.kind;
}
