/** Sections of log shippers: several of one kind are told apart by what they are, and by number where that is equal. */
import type { Document, Token } from '../../model/document.ts';
import type { Fact, SettingFormat } from '../../model/fact.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { pathFacts, settingFact, token } from '../text/facts.ts';

export interface Section {
  readonly kind: string;
  readonly parent: Section | undefined;
  /** The plug-in: `tail`, `systemd`; it may stand after other keys. */
  name: string | undefined;
  number: number;
}

export interface SectionEntry {
  readonly section: Section | undefined;
  readonly key: Token;
  readonly value: Token;
}

/** Gives the second `tail` source the name `tail#2`, so that a path belongs to one section. */
export function numberSections(sections: readonly Section[]): void {
  const counts = new Map<string, number>();
  for (const section of sections) {
    if (section.parent) continue;
    const key = `${section.kind.toLowerCase()} ${section.name ?? ''}`;
    section.number = (counts.get(key) ?? 0) + 1;
    counts.set(key, section.number);
  }
}

/** The keys that lead to a value: `source`, `[tail#2]`, `parse`, `@type`. */
function sectionPath(section: Section | undefined): string[] {
  const path: string[] = [];
  for (let at = section; at; at = at.parent) {
    if (!at.parent) path.unshift(at.number > 1 ? `[${at.name ?? ''}#${at.number}]` : `[${at.name ?? ''}]`);
    path.unshift(at.kind);
  }
  return path;
}

export function sectionFacts(document: Document, format: SettingFormat, entry: SectionEntry): readonly Fact[] {
  const path = [...sectionPath(entry.section), entry.key.text];
  const fields = journalFields(entry.value);
  if (fields.length > 0) {
    return fields.map(({ name, value }) => settingFact(document, format, [...path, name], entry.key, value));
  }
  return [settingFact(document, format, path, entry.key, entry.value), ...logPaths(document, entry)];
}

/** `[{"_SYSTEMD_UNIT": "docker.service"}]` and `_SYSTEMD_UNIT=docker.service`. */
function journalFields(value: Token): { name: string; value: Token }[] {
  if (!value.text.includes('_SYSTEMD_') && !value.text.includes('SYSLOG_IDENTIFIER')) return [];
  const fields: { name: string; value: Token }[] = [];
  for (const match of value.text.matchAll(
    /(_SYSTEMD_\w{1,40}|_?SYSLOG_IDENTIFIER)"?[ \t]*(?::|=>?)[ \t]*"?([\w@.\\-]+)/g,
  )) {
    const end = value.start + match.index + match[0].length;
    const name = match[1] ?? '';
    fields.push({ name, value: token(value.view, end - (match[2] ?? '').length, end) });
  }
  return fields;
}

function logPaths(document: Document, entry: SectionEntry): readonly Fact[] {
  const key = entry.key.text.toLowerCase();
  const polarity = key === 'path' ? 'uses' : key === 'exclude_path' ? 'excludes' : undefined;
  if (!polarity) return [];
  const facts: Fact[] = [];
  let at = entry.value.start;
  for (const part of entry.value.text.split(',')) {
    const lead = part.length - part.trimStart().length;
    const path = token(entry.value.view, at + lead, at + lead + part.trim().length);
    if (normaliseNodePath(path.text) !== undefined) facts.push(...pathFacts(document, path, 'read', polarity));
    at += part.length + 1;
  }
  return facts;
}
