/** Reads a text as the linter reads a file, and says where facts are. */

import { embed } from '../../src/languages/read.ts';
import type { Fact, FactKind, FactOf, SettingFact } from '../../src/model/fact.ts';
import type { Reading } from '../../src/model/project.ts';
import { createSource, spanText } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

export function readText(path: string, text: string): Reading {
  const nothing = { parent: undefined, object: undefined, target: undefined, language: undefined };
  return embed({ view: fileView(createSource(path, text)), path, label: path, ...nothing, depth: 0 });
}

export function factsOf<K extends FactKind>(reading: Reading, kind: K): readonly FactOf<K>[] {
  return reading.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** `path.of.keys = value` for every setting of a format. */
export function settingLines(reading: Reading, format: SettingFact['format']): string[] {
  return factsOf(reading, 'setting')
    .filter((fact) => fact.format === format)
    .map((fact) => `${fact.path.join('.')} = ${fact.value.text}`);
}

/** The characters of the file that a finding about the fact points at. */
export function placeOf(fact: Fact): string {
  return spanText(fact.at.view.root(fact.at.start, fact.at.end).span);
}

export function flagLines(reading: Reading): string[] {
  return factsOf(reading, 'flag').map(
    (fact) => `${fact.program} ${fact.name}=${fact.value?.text ?? ''} (${fact.carrier})`,
  );
}

export function labels(reading: Reading): string[] {
  return reading.documents.map((document) => `${document.language}: ${document.label}`);
}
