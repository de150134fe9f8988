/** Files of functions: what stands in a function of a file that is sourced happens where somebody calls it. */
import type { Document } from '../model/document.ts';
import type { Link } from '../model/link.ts';
import type { ActionEvidence } from '../model/place.ts';
import { once } from '../text/once.ts';
import type { Source } from '../text/source.ts';
import { step } from '../text/steps.ts';
import type { Unit } from './units.ts';

/** Who sources which file. */
interface Sourcing {
  readonly link: Link;
  readonly from: Unit;
  readonly document: Document;
}

interface FunctionText {
  readonly name: string;
  /** Characters of the file. */
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlySet<string>;
}

interface Library {
  readonly functions: readonly FunctionText[];
  /** The words outside of functions, which run when the file is sourced. */
  readonly outside: ReadonlySet<string>;
}

const DEFINITION =
  /^([ \t]{0,20})(?:function[ \t]+([\w:.-]+)[ \t]*(?:\([ \t]*\))?|([\w:.-]+)[ \t]*\([ \t]*\))[ \t]*(\{?)/;

/** `cat <<EOF`, and not the number of an arithmetic shift or `<<<`. */
const HERE_DOCUMENT = /(?<!<)<<-?[ \t]{0,9}["'\\]?([A-Za-z_]\w{0,60})/;

/** A library has hundreds of functions at most; the rest of a longer one counts as standing outside. */
const MOST_FUNCTIONS = 1000;

const libraryOf = once(({ view }: Document): Library => {
  const functions: FunctionText[] = [];
  const outside: string[] = [];
  let open: { name: string; indent: string; start: number; at: number } | undefined;
  /** The line that ends the text which a command is given, in which braces end no function. */
  let behind: string | undefined;
  const text = view.root(0, view.text.length).span.source.text;
  let at = 0;
  for (const line of text.split('\n')) {
    step();
    const next = at + line.length + 1;
    const inText = behind !== undefined;
    if (!inText) behind = HERE_DOCUMENT.exec(line)?.[1];
    else if (line.trim() === behind) behind = undefined;
    const found = open || inText || functions.length >= MOST_FUNCTIONS ? undefined : DEFINITION.exec(line);
    if (open && !inText && line.startsWith(`${open.indent}}`)) {
      functions.push({ name: open.name, start: open.start, end: next, words: wordsOf(text.slice(open.at, next)) });
      open = undefined;
    } else if (found) {
      const [whole, indent = '', long, short] = found;
      const begun = { name: long ?? short ?? '', indent, start: at, at: at + whole.length };
      if (endsBody(line)) functions.push({ ...begun, end: next, words: wordsOf(line.slice(whole.length)) });
      else open = begun;
    } else if (!open) outside.push(line);
    at = next;
  }
  if (open) outside.push(text.slice(open.start));
  return { functions, outside: wordsOf(outside.join('\n')) };
});

/** Where the functions of a script stand in its file. */
export function functionsOf(document: Document): Library['functions'] {
  return libraryOf(document).functions;
}

/** `log() { echo "$1"; }` */
function endsBody(line: string): boolean {
  const end = line.trimEnd();
  return end.endsWith('}') || (end.endsWith(';') && end.slice(0, -1).trimEnd().endsWith('}'));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\w:.-]+/g));
}

const wordsOfFile = once(({ view }: Document) => wordsOf(view.text));

/** A file that gathers others is sourced in their place. */
const MOST_SOURCED = 40;

type Sourced = ReadonlyMap<Unit, ReadonlySet<Document>>;

function librariesOf(unit: Unit, sourced: Sourced): ReadonlySet<Document> {
  const found = new Set(sourced.get(unit));
  for (const library of found) {
    if (found.size > MOST_SOURCED) break;
    for (const one of sourced.get(library) ?? []) found.add(one);
  }
  return found;
}

/** What a unit does by sourcing files; `known` is what shows that one of them is for nodes. */
type ActionSourced = (unit: Unit, caller: Document, known: ActionEvidence | undefined) => ActionEvidence | undefined;

/** What is done outside of functions, or in one that is called: that counts. */
export function sourcing(
  edges: readonly Sourcing[],
  actionsIn: (library: Document) => readonly ActionEvidence[],
): ActionSourced {
  const sourced = new Map<Unit, Set<Document>>();
  for (const { link, from, document } of edges)
    if (link.kind === 'sources') sourced.set(from, (sourced.get(from) ?? new Set()).add(document));
  const asked = new Map<Unit, Answer>();
  return (unit, caller, known) => {
    const answer = asked.get(unit) ?? answerFor(caller, [...librariesOf(unit, sourced)], actionsIn);
    asked.set(unit, answer);
    // What a library makes run in a file of its own.
    return known && !answer.sources.has(known.span.source) ? known : answer.action;
  };
}

/** What a caller does by its libraries, and in which files it may. */
interface Answer {
  readonly action: ActionEvidence | undefined;
  readonly sources: ReadonlySet<Source>;
}

function answerFor(
  caller: Document,
  libraries: readonly Document[],
  actionsIn: (library: Document) => readonly ActionEvidence[],
): Answer {
  const candidates = libraries.flatMap((library) => actionsIn(library).map((action) => ({ library, action })));
  const sources = new Set(candidates.map(({ action }) => action.span.source));
  if (dispatches(caller)) return { action: candidates[0]?.action, sources };
  const called = functionsCalled(caller, candidates.length > 0 ? libraries : []);
  const found = candidates.find(({ library, action: { span } }) => {
    const around = libraryOf(library).functions.find(({ start, end }) => start <= span.start && span.start < end);
    return around === undefined || called.has(around);
  });
  return { action: found?.action, sources };
}

/** `"$1" "${@:2}"`: whoever starts the script names the function. */
const DISPATCHES = /(?:^|[;&|{])[ \t]{0,80}"?\$\{?[1@*]/m;

export function dispatches({ view }: Document): boolean {
  return DISPATCHES.test(view.text);
}

/** Those that the caller names, those that they name, and those that run when a file is sourced. */
function functionsCalled(caller: Document, libraries: readonly Document[]): ReadonlySet<FunctionText> {
  const all = libraries.map(libraryOf);
  const named = [wordsOfFile(caller), ...all.map(({ outside }) => outside)];
  const byName = new Map(all.flatMap(({ functions }) => functions.map((one) => [one.name, one] as const)));
  const called = new Set<FunctionText>();
  for (const words of named)
    for (const word of words) {
      const found = byName.get(word);
      if (!step() || !found || called.has(found)) continue;
      called.add(found);
      named.push(found.words);
    }
  return called;
}
