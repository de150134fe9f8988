/** The shell front-end: scripts, and the command lines that other languages carry as lists of words. */
import type { Container, Document, Pod, Token } from '../document.ts';
import type { Guard } from '../facts.ts';
import type { Reading } from '../project.ts';
import type { View } from '../text/view.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';

/** What the facts of a command line or script belong to. */
export interface CommandContext {
  readonly document: Document;
  readonly pod?: Pod | undefined;
  readonly container?: Container | undefined;
  readonly guard?: Guard | undefined;
  /** The nesting depth of `document`; here-documents and files are embedded at `depth + 1`. */
  readonly depth: number;
  readonly embed: Embed;
}

export function readShell(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'shell');
  const reading = scriptFacts(input.view, { document, depth: input.depth, embed });
  return { ...reading, documents: [document, ...reading.documents] };
}

/**
 * The facts of one command given as words (an exec form, a container's command and args, an ExecStart line): wrappers
 * are taken off and `sh -c` scripts are read. All facts belong to `context.document`; other documents come from
 * here-documents and written files only.
 */
export function commandFacts(_words: readonly Token[], _context: CommandContext): Reading {
  return { documents: [], facts: [], links: [], notes: [] };
}

/** The facts of a script text that is a part of `context.document` (a RUN line, a `script:` list). */
export function scriptFacts(_view: View, _context: CommandContext): Reading {
  return { documents: [], facts: [], links: [], notes: [] };
}
