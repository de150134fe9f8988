/** fluent-bit's classic configuration: sections in brackets, then keys and values separated by whitespace. */
import { fileTarget } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import type { View } from '../../text/view.ts';
import { createDocument, type Input } from '../front-end.ts';
import { readingBuilder, token } from '../text/facts.ts';
import { linesOf, trimRange } from '../text/lines.ts';
import { numberSections, type Section, type SectionEntry, sectionFacts } from './section.ts';

export function readFluentBit(input: Input): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const document = createDocument(masked, 'fluent-bit');
  const builder = readingBuilder(document);
  const { sections, entries } = scanFluentBit(masked.view);
  numberSections(sections);
  for (const entry of entries) {
    if (entry.key.text.toLowerCase() === '@include') {
      builder.link({ from: document, kind: 'sources', to: fileTarget(entry.value.text) });
    }
    for (const fact of sectionFacts(document, 'fluent-bit', entry)) builder.fact(fact);
  }
  return builder.build();
}

function scanFluentBit(view: View): { sections: Section[]; entries: SectionEntry[] } {
  const { text } = view;
  const sections: Section[] = [];
  const entries: SectionEntry[] = [];
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || text[start] === '#') continue;
    if (text[start] === '[' && text[end - 1] === ']') {
      sections.push({ kind: text.slice(start + 1, end - 1).trim(), parent: undefined, name: undefined, number: 1 });
      continue;
    }
    let keyEnd = start;
    while (keyEnd < end && text[keyEnd] !== ' ' && text[keyEnd] !== '\t') keyEnd++;
    const range = trimRange(text, keyEnd, end);
    if (range.start === range.end) continue;
    const section = sections.at(-1);
    const key = token(view, start, keyEnd);
    const value = token(view, range.start, range.end);
    if (section && key.text.toLowerCase() === 'name') section.name ??= value.text.toLowerCase();
    entries.push({ section, key, value });
  }
  return { sections, entries };
}
