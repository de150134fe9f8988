/** Offers safe fixes as suggestions that one click applies, on lines of the diff only, each of them once. */
import { createHash } from 'node:crypto';
import { type LineRange, readFilePatch } from '../files/changes.ts';
import type { Finding } from '../model/finding.ts';
import { apart } from '../model/together.ts';
import { codeFence, markdownSentence, oneLine, truncate } from '../report/escape.ts';
import { lineText, positionAt, type Source } from '../text/source.ts';
import { isWrittenBy, ownAuthor } from './author.ts';
import type { Client } from './client.ts';
import type { Environment } from './environment.ts';
import type { PullRequestEvent } from './event.ts';
import { rulePage } from './links.ts';
import { readPages } from './pages.ts';

const MOST_SUGGESTIONS = 20;

export interface Suggestion {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  readonly body: string;
  readonly fingerprint: string;
}

/** How many were made. */
export async function offerSuggestions(
  client: Client,
  forge: Environment['forge'],
  event: PullRequestEvent,
  told: readonly Finding[],
): Promise<number> {
  const findings = told.flatMap(apart);
  const possible = findings.flatMap((finding) => createSuggestion(finding) ?? []);
  if (possible.length === 0) return 0;
  const made = await fingerprintsMade(client, forge, event.number);
  const files = await readDiff(client, event.number);
  const sources = new Map(findings.map(({ span }) => [span.source.path, span.source]));
  const wanted = possible
    .filter((suggestion) => !made.has(suggestion.fingerprint) && isInside(suggestion, files, sources))
    .slice(0, MOST_SUGGESTIONS);
  if (wanted.length === 0) return 0;
  const { owner, repo } = client;
  await client.call(
    'create review',
    (octokit, signal) =>
      octokit.rest.pulls.createReview({
        owner,
        repo,
        pull_number: event.number,
        commit_id: event.head,
        event: 'COMMENT',
        comments: wanted.map(toComment),
        request: { signal },
      }),
    'write',
  );
  return wanted.length;
}

/** Undefined where no replacement is known, or where a reader could not see what it would do. */
export function createSuggestion(finding: Finding): Suggestion | undefined {
  const { fix, fingerprint } = finding;
  if (fix?.safety !== 'safe' || fix.also.length > 0) return undefined;
  const { span } = fix;
  const { source } = span;
  const from = positionAt(source, span.start);
  const end = source.text[span.end - 1] === '\n' ? Math.max(span.start, span.end - 1) : span.end;
  const to = positionAt(source, end);
  const lastLine = lineText(source, to.line);
  const before = source.text.slice(source.lineStarts[from.line - 1] ?? 0, span.start);
  const after = source.text.slice(end, (source.lineStarts[to.line - 1] ?? 0) + lastLine.length);
  const written = `${before}${fix.replacement}${after}`;
  if (source.text.includes('\r') || !isPlain(written) || !isPlain(source.text.slice(span.start, end))) return undefined;
  const body = [
    `${suggestionMarker(fingerprint)}`,
    `${markdownSentence(truncate(finding.message, 500))} (${rulePage(finding.rule)})`,
    isLeftOver(written) ? '```suggestion\n```' : codeFence(written, 'suggestion'),
  ].join('\n');
  return { path: source.path, first: from.line, last: to.line, body, fingerprint };
}

/** A line of which only white space or a line continuation is left goes as a whole: an empty suggestion deletes it. */
function isLeftOver(written: string): boolean {
  return written.trim() === '' || written.trim() === '\\';
}

function suggestionMarker(fingerprint: string): string {
  return `<!-- dockershim-lint suggestion=${fingerprint} -->`;
}

/** A suggestion writes what it shows; text with invisible characters shows less than it writes. */
function isPlain(text: string): boolean {
  const shown = text.replaceAll('\t', ' ');
  return shown.split('\n').every((line) => oneLine(line) === line);
}

function toComment({ path, first, last, body }: Suggestion) {
  const line = { path, body, line: last, side: 'RIGHT' };
  return first === last ? line : { ...line, start_line: first, start_side: 'RIGHT' };
}

/** Also those that somebody resolved or dismissed: they are not asked again. */
async function fingerprintsMade(
  client: Client,
  forge: Environment['forge'],
  pull: number,
): Promise<ReadonlySet<string>> {
  const { owner, repo } = client;
  const comments = await readPages((page) =>
    client.call('list review comments', (octokit, signal) =>
      octokit.rest.pulls.listReviewComments({
        owner,
        repo,
        pull_number: pull,
        per_page: 100,
        page,
        request: { signal },
      }),
    ),
  );
  const marked = comments.flatMap((comment) => {
    const fingerprint = /^<!-- dockershim-lint suggestion=([0-9a-f]+) -->/.exec(comment.body)?.[1];
    return fingerprint === undefined ? [] : [{ comment, fingerprint }];
  });
  if (marked.length === 0) return new Set();
  const author = { ...(await ownAuthor(client, forge)), checkApp: false };
  return new Set(marked.filter(({ comment }) => isWrittenBy(comment, author)).map(({ fingerprint }) => fingerprint));
}

interface DiffFile {
  readonly blob: string | null;
  /** Lines that the diff shows on its new side. */
  readonly lines: readonly LineRange[];
}

async function readDiff(client: Client, pull: number): Promise<ReadonlyMap<string, DiffFile>> {
  const { owner, repo } = client;
  const files = await readPages((page) =>
    client.call('list files', (octokit, signal) =>
      octokit.rest.pulls.listFiles({ owner, repo, pull_number: pull, per_page: 100, page, request: { signal } }),
    ),
  );
  return new Map(
    files.map((file) => [
      file.filename,
      { blob: file.sha, lines: file.patch === undefined ? [] : readFilePatch(file.patch, true) },
    ]),
  );
}

/** The lines of the checkout are those of the diff only when it is the same file: a merge commit may have moved them. */
function isInside(
  { path, first, last }: Suggestion,
  files: ReadonlyMap<string, DiffFile>,
  sources: ReadonlyMap<string, Source>,
): boolean {
  const file = files.get(path);
  const source = sources.get(path);
  if (!file || !source || file.blob !== blobId(source.text)) return false;
  return file.lines.some((range) => range.first <= first && last <= range.last);
}

export function blobId(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
