/**
 * Lines that speak of Docker where nodes and pods run them, and about which nothing here has an opinion: no rule reports
 * or weighs them, no condition keeps them from counting, and they are no comment and no text for people. What is not
 * understood is said, and does not pass for clean.
 */
import { CLIENTS } from '../data/programs.ts';
import type { Document, KubernetesObject, Token } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { LIMITS } from '../model/limits.ts';
import type { Link } from '../model/link.ts';
import type { Project } from '../model/project.ts';
import { NOTHING_UNEXPLAINED, type Unexplained } from '../model/result.ts';
import { endOfLine, lineKey, lineText, positionAt, type Span, spanText } from '../text/source.ts';
import { step } from '../text/steps.ts';
import type { View } from '../text/view.ts';
import type { Weighed } from './weighing.ts';

/**
 * The word by itself or as a part of a path; no host, no name of something else (`docker-monitor`, `docker_x`), no address
 * of an image (`docker://agent`, `docker/library/redis`), and no folder of a client's settings (`~/.docker`), which many
 * clients of registries read.
 */
const DOCKER =
  /(?<![A-Za-z_]|\/\.)(?:docker(?:d|shim)?|cri-dockerd)(?![A-Za-z_]|-[a-z]|\.(?:io|com)\b|\.[\w-]+\.|:\/\/|\/library\/)/gi;

export function unexplainedLines(
  { documents, facts, links, objects, places }: Project,
  weighed: readonly Weighed[],
): Unexplained {
  const acting = documents.filter((document) => /^(?:node|workload)$/.test(places.placementOf({ document }).place));
  const mentions = mentionsByText(acting);
  if (mentions.size === 0) return NOTHING_UNEXPLAINED;
  const explained = linesOfReports(weighed);
  for (const { harmless } of mentions.values()) for (const line of harmless) explained.add(line);
  const speaking = new Set(acting.filter((document) => mentions.has(document.view)));
  for (const fact of facts) if (speaking.has(fact.document)) for (const line of decidedLines(fact)) explained.add(line);
  for (const { conditions = [] } of links) for (const { at } of conditions) explained.add(lineOfToken(at));
  for (const line of linesOfLinks(links, speaking)) explained.add(line);
  for (const path of mountPaths(objects)) explained.add(lineOfToken(path));
  const found = new Map<string, Span>();
  for (const span of [...mentions.values()].flatMap(({ spans }) => spans)) {
    const key = lineKey(span);
    if (!explained.has(key) && !found.has(key) && !isSection(explained, span)) found.set(key, span);
  }
  return { count: found.size, lines: [...found.values()].sort(inOrder).slice(0, LIMITS.shownUnexplained) };
}

function inOrder(a: Span, b: Span): number {
  if (a.source.path !== b.source.path) return a.source.path < b.source.path ? -1 : 1;
  return a.start - b.start;
}

function lineOfToken({ view, start, end }: Token): string {
  return lineKey(view.root(start, end).span);
}

/** Where a file is named that runs from here and is read by itself: `path: "scripts/docker.sh"`, `- include: docker.yml`. */
function linesOfLinks(links: readonly Link[], speaking: ReadonlySet<Document>): readonly string[] {
  const files = new Map<View, Set<string>>();
  for (const { from, to } of links) {
    if (to.kind !== 'file' || !speaking.has(from) || !/docker/i.test(to.path)) continue;
    const paths = files.get(from.view) ?? new Set<string>();
    files.set(from.view, paths.add(withoutDot(to.path)));
  }
  return [...files].flatMap(([view, paths]) =>
    [...view.text.matchAll(PATH_OF_DOCKER)].flatMap(({ index, 0: word }) =>
      paths.has(withoutDot(word)) ? [lineKey(view.root(index, index + word.length).span)] : [],
    ),
  );
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, '');
}

/** Each character is looked at a bounded number of times: no path is longer. */
const PATH_OF_DOCKER = /(?<![\w./-])[\w./-]{0,200}docker[\w./-]{0,200}/gi;

/** Where containers mount the volumes of their pod: what the node must have is said by the volume, and there rules look. */
function mountPaths(objects: readonly KubernetesObject[]): readonly Token[] {
  return objects.flatMap(({ pods }) =>
    pods.flatMap(({ volumes, containers }) => {
      const names = new Set(volumes.map(({ name }) => name));
      return containers.flatMap(({ mounts }) =>
        mounts.flatMap((one) => (names.has(one.volume) ? (one.path ?? []) : [])),
      );
    }),
  );
}

interface Mentions {
  /** The first of each line that may need an explanation. */
  readonly spans: readonly Span[];
  /** The lines of a text in another one that need none: their own language knows its comments. */
  readonly harmless: ReadonlySet<string>;
}

/** A file of many resources is a document for each, and all of them have its text. */
function mentionsByText(documents: readonly Document[]): ReadonlyMap<View, Mentions> {
  const mentions = new Map<View, Mentions>();
  for (const document of documents) if (!mentions.has(document.view)) mentions.set(document.view, mentionsIn(document));
  return new Map([...mentions].filter(([, { spans, harmless }]) => spans.length > 0 || harmless.size > 0));
}

/** What Jsonnet or Terraform writes out for the cluster is still a part of their text. */
function languageOfText({ language, view, parent }: Document): Document['language'] {
  return parent?.view === view ? languageOfText(parent) : language;
}

/** What builds images, of OpenShift or of Skaffold: its Docker is a way to write down a build. */
function isBuild({ object }: Document): boolean {
  return object?.kind === 'BuildConfig' || object?.apiVersion.startsWith('skaffold/') === true;
}

/** What is listed are lines. */
function mentionsIn(document: Document): Mentions {
  const { text } = document.view;
  const spans: Span[] = [];
  const harmless = new Set<string>();
  const language = languageOfText(document);
  const isEmbedded = document.parent !== undefined && document.parent.view !== document.view;
  const line = { start: 0, end: endOfLine(text, 0), asked: 0 };
  for (const { index, 0: word } of text.matchAll(DOCKER)) {
    step();
    if (index > line.end) {
      line.start = text.lastIndexOf('\n', index) + 1;
      line.end = endOfLine(text, index);
      line.asked = 0;
    }
    if (line.asked++ >= MOST_ASKED) continue;
    const isExplained = isHarmless(document, language, line.start, index);
    if (isExplained && !isEmbedded) continue;
    const { span } = document.view.root(index, index + word.length);
    if (isExplained) {
      harmless.add(lineKey(span));
      continue;
    }
    line.asked = MOST_ASKED;
    harmless.delete(lineKey(span));
    spans.push(span);
  }
  return { spans, harmless };
}

/** More words on a line than a person writes are of one kind. */
const MOST_ASKED = 8;

function isHarmless(document: Document, language: Document['language'], start: number, index: number): boolean {
  const { text } = document.view;
  const before = text.slice(Math.max(start, index - LONGEST_LINE), index);
  return (
    (isBuild(document) && !/[/.]$/.test(before)) ||
    isComment(before, language) ||
    LABEL.test(before) ||
    USAGE.test(before) ||
    PROJECT.test(before) ||
    AUDIT_WATCH.test(before) ||
    LEFT_OUT.test(before) ||
    isInHarmlessList(text, start) ||
    isInDescription(text, start)
  );
}

const LONGEST_LINE = 2000;

/** Keys whose value people read, asks something or only gives a name, files that are read themselves, and names of functions. */
const LABEL =
  /^[\s{-]{0,80}(?:["']?(?:[\w./-]{0,60}name|description|summary|title|message|(?:\w+_)?msg|help|comment|app|component|tags?|labels?|maintainer|kind|role|notify|listen|when|that|failed_when|changed_when|src|source|dest|destination)["']?\s*[:=]|@id\s|tag\s|pos_file\s|<(?:filter|match)\s|function\s)|^\s*(?:\{%-?\s*(?:el)?if|\{\{-?\s*(?:else\s+)?if)\s/i;

/** An item below `notify:`, `keywords:` or `when:`: the name of what is written elsewhere, a word for a search, a question. */
function isInHarmlessList(text: string, start: number): boolean {
  const depth = /^[ \t]*(?=- )/.exec(text.slice(start, start + LONGEST_LINE))?.[0].length;
  if (depth === undefined) return false;
  const isItem = (line: string) => /^[ \t]*- /.test(line);
  const isHead = (line: string) => indentOf(line) < depth || (indentOf(line) === depth && !isItem(line));
  return HARMLESS_LIST.test(lineAbove(text, start, LONGEST_SECTION, isHead));
}

/** A later line of `description: >-`, as in the schema of a custom resource. */
function isInDescription(text: string, start: number): boolean {
  const depth = indentOf(text.slice(start, start + LONGEST_LINE));
  const isHead = (line: string) => line.trim() !== '' && indentOf(line) < depth;
  return depth > 0 && DESCRIPTION.test(lineAbove(text, start, LONGEST_DESCRIPTION, isHead));
}

/** The nearest line above that passes the test, of the `most` lines before `start`; empty where there is none. */
function lineAbove(text: string, start: number, most: number, test: (line: string) => boolean): string {
  let end = start - 1;
  for (let lines = 0; end > 0 && lines < most; lines++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(from, Math.min(end, from + LONGEST_LINE));
    if (test(line)) return line;
    end = from - 1;
  }
  return '';
}

const LONGEST_DESCRIPTION = 20;
const DESCRIPTION = /^[\s-]*["']?(?:description|summary|help|usage|comment|message|prompt|(?:\w+_)?msg)["']?:\s/i;

const HARMLESS_LIST = /^[\s-]*(?:notify|listen|keywords|tags|when|that|failed_when|changed_when):\s*$/;

/** `  --cri     the runtime of the nodes` */
const USAGE = /^\s*(?:-\w,?\s+)?--[\w-]+(?:[ =]\S+)?\s{2,}/;

/** A list of what is left out: `btl_tcp_if_exclude lo,docker0`, `NCCL_SOCKET_IFNAME=^lo,docker`, `{device!~"lo|docker.*"}`. */
const LEFT_OUT =
  /(?:exclude|ignore)[\w-]{0,40}["']?[ =:]{1,20}["']?[^\s"']{0,200}$|IFNAME["']?[=:]\s*["']?\^[^\s"']{0,200}$|!~\s*\\?["'][^\s"']{0,200}$/i;

/** A rule of auditd: a watch of what is not there watches nothing, and the node goes on. */
const AUDIT_WATCH = /^\s*-(?:w|a)\s+\S/;

/** The address of somebody's project. */
const PROJECT = /(?<![\w.-])(?:www\.|raw\.)?git(?:hub|lab)(?:usercontent)?\.com\/\S*$/;

/** `docker:` over lines of which one is explained: a section is what stands in it. */
function isSection(explained: ReadonlySet<string>, { source, start }: Span): boolean {
  const { line } = positionAt(source, start);
  const head = lineText(source, line);
  if (!/^[\s-]{0,80}["']?[\w-]{0,80}["']?:\s*(?:#.*)?$/.test(head)) return false;
  const depth = indentOf(head);
  for (let next = line + 1; next < line + LONGEST_SECTION; next++) {
    const text = lineText(source, next);
    if (text.trim() === '' || indentOf(text) <= depth) return false;
    if (explained.has(`${source.path}:${next}`)) return true;
  }
  return false;
}

const LONGEST_SECTION = 40;

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function isComment(before: string, language: Document['language']): boolean {
  if (before.lastIndexOf('/*') > before.lastIndexOf('*/') && before.includes('{{')) return true;
  switch (language) {
    case 'groovy':
    case 'jsonnet':
    case 'alloy':
      return /(?:^|\s)\/\/|^\s*\/?\*/.test(before);
    case 'terraform':
      return /(?:^|\s)(?:#|\/\/)/.test(before);
    case 'batch':
      return /^\s*(?:rem\s|::)/i.test(before);
    case 'ini':
    case 'systemd':
      return /^\s*[#;]/.test(before);
    case 'json':
      return false;
    default:
      return /(?:^|\s)#/.test(before);
  }
}

function linesOfReports(weighed: readonly Weighed[]): Set<string> {
  const lines = new Set<string>();
  for (const { origin, report } of weighed) {
    const others = (report.related ?? []).map(({ at: { view, start, end } }) => view.root(start, end));
    for (const { span, related } of [origin, ...others]) {
      for (const one of [span, ...related.map((other) => other.span)]) lines.add(lineKey(one));
    }
  }
  return lines;
}

/** The lines about which the fact is a decision to say nothing, and those of the conditions that it stands under. */
function decidedLines(fact: Fact): readonly string[] {
  const words = fact.kind === 'command' ? [fact.at, ...fact.words] : [fact.at];
  const decided = isDecided(fact) ? words.filter(mentionsDocker) : [];
  return [...decided, ...fact.conditions.map(({ at }) => at)].map(lineOfToken);
}

/** Other words of a command that is decided say nothing about what else stands on their line: `if true; then frob docker; fi`. */
function mentionsDocker({ text, view, start, end }: Token): boolean {
  return /docker/i.test(text) || /docker/i.test(spanText(view.root(start, end).span));
}

/** Programs whose words people read, and programs of Docker, whose commands the rules know one by one. */
const SPEAKERS =
  /(?:^|[:_-])(?:echo|printf?|cat|log\w{0,40}|info|warn\w{0,40}|err\w{0,40}|die|usage|fail|say|msg|host|output)$/i;

function isDecided(fact: Fact): boolean {
  if (fact.polarity !== 'uses' || fact.conditions.length > 0) return true;
  switch (fact.kind) {
    case 'command':
      return CLIENTS.test(fact.program) || SPEAKERS.test(fact.program);
    case 'image':
    case 'package':
    case 'path':
      return true;
    case 'flag':
    case 'env':
    case 'setting':
      return false;
    default:
      return fact satisfies never;
  }
}
