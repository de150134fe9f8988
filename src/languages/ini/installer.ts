/** What the installers of Red Hat (kickstart) and Debian (preseed) put on the machine that they make, and run there. */
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { INSTALLER_LINE } from '../../recognise/daemon-lines.ts';
import { maskView } from '../../text/mask.ts';
import { slice, type View } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { installFact, type ReadingBuilder, readingBuilder, token } from '../text/facts.ts';
import { type Line, linesOf, piecesOf, trimRange } from '../text/lines.ts';

interface Section {
  readonly kind: 'packages' | 'script' | 'other';
  /** Behind its first line. */
  readonly start: number;
}

export function isInstaller(name: string, text: string): boolean {
  return /\.(?:ks|preseed|seed)$/.test(name) || INSTALLER_LINE.test(text.slice(0, 20_000));
}

export function readInstaller(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const script = (from: number, to: number) =>
    builder.add(scriptFacts(slice(view, from, to), { document, depth: input.depth, embed }));
  let section: Section | undefined;
  let read = 0;
  for (const line of linesOf(view.text)) {
    if (line.start < read) continue;
    const head = view.text.slice(line.start, Math.min(line.end, line.start + 300));
    if (/^%\w/.test(head)) {
      if (section?.kind === 'script') script(section.start, line.start);
      section = sectionOf(head, Math.min(line.end + 1, view.text.length));
    } else if (section?.kind === 'packages') addPackages(builder, view, document, line, 'dnf');
    else if (section === undefined) read = readAnswer(builder, view, line, script);
  }
  if (section?.kind === 'script') script(section.start, view.text.length);
  return builder.build();
}

function sectionOf(head: string, start: number): Section | undefined {
  if (/^%end\b/.test(head)) return undefined;
  if (/^%packages\b/.test(head)) return { kind: 'packages', start };
  // A script that runs before is for the installer.
  const isShell = /^%post\b/.test(head) && !/--interpreter[= ](?!\S{0,60}sh\b)/.test(head);
  return { kind: isShell ? 'script' : 'other', start };
}

/** Names on a line: `@group` and `-package` are none that is put there. */
function addPackages(builder: ReadingBuilder, view: View, document: Document, line: Line, manager: string): void {
  const { start, end } = trimRange(view.text, line.start, line.end);
  for (const piece of piecesOf(view.text, start, end)) {
    if (view.text[piece.start] === '#') return;
    if (/[\w\uE000]/.test(view.text[piece.start] ?? ''))
      builder.fact(installFact(document, token(view, piece.start, piece.end), manager));
  }
}

const ANSWER = /^(?:d-i|[\w-]{1,40})[ \t]+(pkgsel\/include|preseed\/late_command)[ \t]+string[ \t]+/;

/** `d-i pkgsel/include string docker.io`, `d-i preseed/late_command string in-target …`; returns where it ends. */
function readAnswer(
  builder: ReadingBuilder,
  view: View,
  line: Line,
  script: (from: number, to: number) => void,
): number {
  const match = ANSWER.exec(view.text.slice(line.start, Math.min(line.end, line.start + 300)));
  if (!match) return line.end;
  const start = line.start + match[0].length;
  const end = continuedEnd(view.text, line.end);
  if (match[1] === 'preseed/late_command') script(start, end);
  else addPackages(builder, view, builder.document, { start, end }, 'apt');
  return end;
}

/** A backslash at its end takes a line on. */
function continuedEnd(text: string, lineEnd: number): number {
  let end = lineEnd;
  while (/\\\r?$/.test(text.slice(Math.max(0, end - 2), end)) && end < text.length) {
    const next = text.indexOf('\n', end + 1);
    end = next < 0 ? text.length : next;
  }
  return end;
}
