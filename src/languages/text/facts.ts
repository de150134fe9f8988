/** Short ways to make the tokens and facts that the small front-ends share. */
import { packageNamed } from '../../data/packages.ts';
import type { Polarity } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import {
  type Certainty,
  type EnvFact,
  type Fact,
  type FlagFact,
  type ImageFact,
  type PackageFact,
  type PathFact,
  PLAINLY,
  type SettingFact,
  type SettingFormat,
} from '../../model/fact.ts';
import type { Link } from '../../model/link.ts';
import type { Note, NoteCode } from '../../model/note.ts';
import type { Reading } from '../../model/project.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { hasHole, type View } from '../../text/view.ts';
import type { Flag } from '../flags.ts';
import type { Input } from '../front-end.ts';

export function token(view: View, start: number, end: number): Token {
  return { text: view.text.slice(start, end), view, start, end };
}

export function wholeToken(view: View): Token {
  return { text: view.text, view, start: 0, end: view.text.length };
}

export function certaintyOf(text: string): Certainty {
  return hasHole(text) ? 'partial' : 'literal';
}

// On Node 20 each object that begins with what is spread into it has a hidden class of its own, larger than itself.

export function settingFact(
  document: Document,
  format: SettingFormat,
  path: readonly string[],
  key: Token | undefined,
  value: Token,
): SettingFact {
  return {
    kind: 'setting',
    document,
    at: value,
    certainty: certaintyOf(value.text),
    pod: undefined,
    container: undefined,
    conditions: PLAINLY.conditions,
    polarity: PLAINLY.polarity,
    format,
    path,
    key,
    value,
  };
}

/** What is known of a flag besides its words; by itself it plainly stands there, for the machine of its document. */
type Circumstances = Partial<Pick<FlagFact, 'certainty' | 'conditions' | 'pod' | 'container' | 'site'>>;

export function flagFact(
  document: Document,
  { program, name, at, value, forStartedCluster }: Flag,
  carrier: FlagFact['carrier'],
  { certainty, conditions, pod, container, site }: Circumstances = {},
): FlagFact {
  return {
    kind: 'flag',
    document,
    at,
    certainty: certainty ?? certaintyOf(at.text),
    pod,
    container,
    conditions: conditions ?? PLAINLY.conditions,
    polarity: PLAINLY.polarity,
    site,
    program,
    name,
    value,
    carrier,
    forStartedCluster,
  };
}

function base(document: Document, at: Token) {
  return { document, at, certainty: certaintyOf(at.text), pod: undefined, container: undefined, ...PLAINLY };
}

export function envFact(document: Document, name: Token, value: Token | undefined): EnvFact {
  return {
    kind: 'env',
    ...base(document, value ?? name),
    name: name.text,
    value,
    exported: true,
    fieldPath: undefined,
  };
}

/** A program or package that the document puts on its machine. */
export function installFact(document: Document, at: Token, manager: string): PackageFact {
  return packageAt(document, at, 'install', manager);
}

export function packageAt(document: Document, at: Token, action: PackageFact['action'], manager: string): PackageFact {
  return { kind: 'package', ...base(document, at), name: packageNamed(at.text), action, manager };
}

/** Nothing unless the path is absolute. */
export function pathFacts(
  document: Document,
  at: Token,
  use: PathFact['use'],
  polarity: Polarity = 'uses',
): readonly PathFact[] {
  const path = normaliseNodePath(at.text);
  if (path === undefined) return [];
  return [{ kind: 'path', ...base(document, at), polarity, path, use, volume: undefined, command: undefined }];
}

export function imageFact(document: Document, at: Token, ref: string): ImageFact {
  return { kind: 'image', ...base(document, at), certainty: ref === at.text ? certaintyOf(ref) : 'resolved', ref };
}

export function noteAt(input: Input, code: NoteCode, message: string, start: number, end: number): Note {
  return { code, message, path: input.path, span: input.view.root(start, end).span, coverage: 'partly' };
}

/** Collects what a front-end finds while it reads from top to bottom. */
export function readingBuilder(document: Document) {
  const documents: Document[] = [document];
  const facts: Fact[] = [];
  const links: Link[] = [];
  const notes: Note[] = [];
  return {
    document,
    documents: documents as readonly Document[],
    fact(...more: readonly Fact[]) {
      for (const fact of more) facts.push(fact);
    },
    link(link: Link) {
      links.push(link);
    },
    note(note: Note) {
      notes.push(note);
    },
    add(reading: Reading) {
      for (const one of reading.documents) documents.push(one);
      for (const fact of reading.facts) facts.push(fact);
      for (const link of reading.links) links.push(link);
      for (const note of reading.notes) notes.push(note);
    },
    build(): Reading {
      return { documents, facts, links, notes };
    },
  };
}

export type ReadingBuilder = ReturnType<typeof readingBuilder>;
