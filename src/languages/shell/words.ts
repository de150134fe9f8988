/** Expands shell words: quotes removed, known variables filled in, one result for every value that they may have. */
import type { Token } from '../../model/document.ts';
import type { Certainty } from '../../model/fact.ts';
import { type Reference, type WordPiece, type WordRange, wordToken, wordView } from '../../text/shell-word.ts';
import { leaveRest, step } from '../../text/steps.ts';
import { HOLE, hasHole, slice, type View } from '../../text/view.ts';
import type { ShellList, ShellPart, ShellWord } from './ast.ts';
import { quotedView } from './quotes.ts';
import { type Field, MAX_FIELDS, type Variables, type VariableValue } from './variables.ts';

/** A word of a command line after expansion. */
export interface ShellToken extends Token {
  readonly certainty: Certainty;
  /** Where the text was written, when a variable brings it. */
  readonly definition?: Token | undefined;
}

/** A text and the variables that its words read. */
export interface Scope {
  readonly view: View;
  readonly variables: Variables;
  /** True for a script inside a word, whose characters need not be those of the file. */
  readonly nested: boolean;
  /** What a command substitution prints, as far as the script says it. */
  readonly printed?: ((body: ShellList, scope: Scope) => View | undefined) | undefined;
  /** What the function that is read gets on its standard input. */
  readonly input?: View | undefined;
}

const MAX_ALTERNATIVES = 12;
/** Words that variables bring into one command. A list of 256 can be named thousands of times. */
const MOST_BROUGHT = 4_096;
/** What functions print is put together anew wherever they are called, and they can call each other. */
const CHARACTERS_OF_STEP = 4;

/** The fields of a word being put together: finished ones, and the pieces of the last. */
interface Draft {
  readonly done: WordPiece[][];
  open: WordPiece[];
}

/** The lists of words that a command line may become; at least one. */
export function expandWords(words: readonly ShellWord[], scope: Scope): ShellToken[][] {
  let lines: ShellToken[][] = [[]];
  for (const word of words) {
    if (lines.some((line) => line.length >= words.length + MOST_BROUGHT)) {
      leaveRest();
      break;
    }
    const choices = expandWord(word, scope, true);
    const room = Math.max(1, Math.floor(MAX_ALTERNATIVES / lines.length));
    const kept = choices.slice(0, room);
    if (kept.length !== 1) lines = crossed(lines, kept);
    else for (const line of lines) line.push(...(kept[0] ?? []));
  }
  return lines;
}

/** The values of a word that is not split into fields: an assignment's, a redirect's target. */
export function expandUnsplit(word: ShellWord, scope: Scope): ShellToken[] {
  return expandWord(word, scope, false).flatMap((fields) => fields.slice(0, 1));
}

/** A text with the same rules as a word in double quotes: the body of a here-document. */
export function expandText(word: ShellWord, scope: Scope): View {
  const drafts = expandParts(word.parts, scope, false);
  const known = plainest(drafts, ({ open }) => holesIn(open));
  return wordView(scope.view, known?.open ?? [], { start: word.start, end: word.end, whole: true });
}

/** Of the lines that a command may become, the one of which most is known. */
export function plainestLine(lines: readonly (readonly ShellToken[])[]): readonly ShellToken[] {
  return plainest(lines, holesIn) ?? [];
}

function plainest<T>(choices: readonly T[], unknowns: (choice: T) => number): T | undefined {
  if (choices.length < 2) return choices[0];
  const counts = choices.map(unknowns);
  // Behind the values that a branch gives stands the one that holds without it.
  return choices[counts.lastIndexOf(Math.min(...counts))];
}

function holesIn(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((holes, { text }) => holes + text.split(HOLE).length - 1, 0);
}

export function fieldOf(token: Token): Field {
  return { text: token.text, at: token };
}

export function withCertainty(token: Token): ShellToken {
  const { text, view, start, end } = token;
  return { text, view, start, end, certainty: hasHole(text) ? 'partial' : 'literal' };
}

function crossed(lines: readonly ShellToken[][], choices: readonly (readonly ShellToken[])[]): ShellToken[][] {
  return lines.flatMap((line) => choices.map((fields) => [...line, ...fields]));
}

function expandWord(word: ShellWord, scope: Scope, split: boolean): ShellToken[][] {
  const quoted = word.parts.length === 0 || word.parts.some((part) => part.kind === 'text' && part.quote !== 'none');
  return expandParts(word.parts, scope, split).map((draft) => {
    const fields =
      draft.open.length > 0 || (draft.done.length === 0 && quoted) ? [...draft.done, draft.open] : draft.done;
    return fields.map((pieces) =>
      asToken(scope, pieces, { start: word.start, end: word.end, whole: fields.length === 1 }),
    );
  });
}

function asToken(scope: Scope, pieces: readonly WordPiece[], range: WordRange): ShellToken {
  const token = wordToken(scope.view, pieces, range);
  const hasVariable = pieces.some((piece) => piece.quote === 'variable');
  const resolved = hasVariable || (scope.nested && !token.view.root(token.start, token.end).exact);
  const certainty = hasHole(token.text) ? 'partial' : resolved ? 'resolved' : 'literal';
  return {
    text: token.text,
    view: token.view,
    start: token.start,
    end: token.end,
    certainty,
    definition: pieces.length === 1 ? partOf(pieces[0]?.definition, token.text) : undefined,
  };
}

/** The part of a defining text that reads `text`. */
function partOf(definition: WordPiece['definition'], text: string): Token | undefined {
  const at = definition?.at;
  const offset = definition?.offset ?? (at ? at.text.indexOf(text) : -1);
  if (!at || offset < 0 || text === '') return undefined;
  return { text, view: at.view, start: at.start + offset, end: at.start + offset + text.length };
}

function expandParts(parts: readonly ShellPart[], scope: Scope, split: boolean): Draft[] {
  let drafts: Draft[] = [{ done: [], open: [] }];
  for (const part of parts) {
    if (drafts.some(({ done }) => done.length >= MOST_BROUGHT)) {
      leaveRest();
      break;
    }
    const choices = expandPart(part, scope, split);
    const room = Math.max(1, Math.floor(MAX_ALTERNATIVES / drafts.length));
    const kept = choices.slice(0, room);
    if (kept.length > 1)
      drafts = drafts.flatMap((draft) => kept.map(() => ({ done: [...draft.done], open: [...draft.open] })));
    drafts.forEach((draft, i) => {
      extend(draft, kept[i % kept.length] ?? []);
    });
  }
  return drafts;
}

function extend(draft: Draft, fields: readonly (readonly WordPiece[])[]): void {
  fields.forEach((pieces, i) => {
    if (i > 0) {
      draft.done.push(draft.open);
      draft.open = [];
    }
    for (const piece of pieces) draft.open.push(piece);
  });
}

/** The alternatives of a part, each a list of fields, each a list of pieces. */
function expandPart(part: ShellPart, scope: Scope, split: boolean): WordPiece[][][] {
  switch (part.kind) {
    case 'text':
      return [[[{ text: part.value, from: part.start, to: part.end, quote: part.quote }]]];
    case 'variable':
      return expandVariable(part, scope, split && !part.quoted);
    case 'script': {
      if (part.process) return [[[unknown(part)]]];
      const program = lookedUpProgram(part.body, scope);
      const printed = program === undefined ? scope.printed?.(part.body, scope) : undefined;
      if (!printed || !step(Math.ceil(printed.text.length / CHARACTERS_OF_STEP))) return [[[unknown(part, program)]]];
      return [split && !part.quoted ? printedFields(part, printed) : [[printedPiece(part, printed)]]];
    }
    case 'arithmetic':
      return [[[unknown(part)]]];
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly quoted?: boolean;
}

function unknown(part: Part, text: string = HOLE): WordPiece {
  return { text, from: part.start, to: part.end, quote: 'variable', reference: referenceOf(part) };
}

function referenceOf({ start, end, quoted = false }: Part, several = false): Reference {
  return { from: start, to: end, quoted, several };
}

function printedPiece(part: Part, view: View, several = false): WordPiece {
  const at = { text: view.text, view, start: 0, end: view.text.length };
  return { ...unknown(part, view.text), definition: { name: '', at }, reference: referenceOf(part, several) };
}

/** The words of what is printed, as the shell splits it outside of quotes. */
function printedFields(part: Part, view: View): WordPiece[][] {
  const words = fieldsOf(view.text);
  if (words.length <= 1) return [[printedPiece(part, view)]];
  return words.map(({ 0: text, index }) => {
    const piece = printedPiece(part, view, true);
    return [{ ...piece, text, definition: piece.definition && { ...piece.definition, offset: index } }];
  });
}

/** A text as the shell splits it outside of quotes. */
function fieldsOf(text: string) {
  return [...text.matchAll(/[^ \t\n]+/g)].slice(0, MAX_FIELDS);
}

function expandVariable(part: Extract<ShellPart, { kind: 'variable' }>, scope: Scope, split: boolean): WordPiece[][][] {
  const { operation } = part;
  const values = scope.variables.get(part.name);
  const known = () => values.map((value) => piecesOf(part, value, split, operation.kind === 'elements'));
  switch (operation.kind) {
    case 'none':
    case 'elements':
      return values.length > 0 ? known() : [[[unknown(part)]]];
    case 'default': {
      const word = expandParts(operation.word.parts, scope, split).map((draft) => defaultFields(draft, part));
      return values.length > 0 ? [...known(), ...(values.every(isKnown) ? [] : word)] : word;
    }
    case 'alternate':
      return expandParts(operation.word.parts, scope, split).map((draft) => defaultFields(draft, part));
    case 'element': {
      const found = values.flatMap((value) => elementsAt(value, operation.index));
      return found.length > 0
        ? found.map((field) => piecesOf(part, { fields: [field] }, split, false))
        : [[[unknown(part)]]];
    }
    case 'quoted':
      return values.length > 0 ? values.map((value) => quotedPieces(part, value)) : [[[unknown(part)]]];
    case 'other':
      return [[[unknown(part)]]];
  }
}

/** The element of that number or key; where the key is not known, any may be meant. */
function elementsAt({ fields }: VariableValue, index: string): readonly Field[] {
  if (/^\d+$/.test(index)) return fields.slice(Number(index), Number(index) + 1);
  const keyed = fields.filter(({ key }) => key !== undefined);
  const name = index.replace(/^["']|["']$/g, '');
  const found = keyed.filter(({ key }) => key === name);
  return found.length > 0 || !/[$\uE000]/.test(index) ? found : keyed.slice(0, MAX_ALTERNATIVES);
}

/** `${x@Q}`: the value as a word that a shell reads back. */
function quotedPieces(part: Extract<ShellPart, { kind: 'variable' }>, value: VariableValue): WordPiece[][] {
  const [field] = value.fields;
  if (!field?.at) return [[unknown(part)]];
  const { view, start, end } = field.at;
  return [[printedPiece(part, quotedView(slice(view, start, end)))]];
}

/** A default is written in place but holds only when nothing else is set: it counts as resolved. */
function defaultFields({ done, open }: Draft, part: Part): WordPiece[][] {
  const reference = referenceOf(part, done.length > 0);
  return [...done, open].map((pieces) => asDefault(pieces, reference));
}

function asDefault(pieces: readonly WordPiece[], reference: Reference): WordPiece[] {
  return pieces.map((piece) => ({ ...piece, reference, quote: 'variable' as const }));
}

function isKnown(value: VariableValue): boolean {
  return value.fields.every((field) => field.text !== '' && !hasHole(field.text));
}

function piecesOf(
  part: Extract<ShellPart, { kind: 'variable' }>,
  value: VariableValue,
  split: boolean,
  elements: boolean,
): WordPiece[][] {
  const fields = elements ? value.fields : value.fields.slice(0, 1);
  if (part.operation.kind === 'elements' && part.operation.joined && part.quoted) {
    return [fields.flatMap(({ text, at }, i) => [...(i > 0 ? [unknown(part, ' ')] : []), filled(part, text, at)])];
  }
  const texts = fields.flatMap((field) => {
    if (!split) return [{ text: field.text, at: field.at, offset: undefined }];
    const words = fieldsOf(field.text);
    return words.map(({ 0: text, index }) => ({ text, at: field.at, offset: words.length > 1 ? index : undefined }));
  });
  const few = texts.slice(0, MAX_FIELDS);
  return few.map(({ text, at, offset }) => [filled(part, text, at, offset, few.length > 1)]);
}

function filled(
  part: Extract<ShellPart, { kind: 'variable' }>,
  text: string,
  at: Token | undefined,
  offset?: number,
  several = false,
): WordPiece {
  const definition = at && {
    name: part.name,
    at,
    ...(offset !== undefined && at.text.startsWith(text, offset) ? { offset } : {}),
  };
  return { text, from: part.start, to: part.end, quote: 'variable', definition, reference: referenceOf(part, several) };
}

/** `docker` for `$(which docker)` and `$(command -v docker)`. */
function lookedUpProgram(body: ShellList, scope: Scope): string | undefined {
  const [node] = body;
  const command = node?.kind === 'chain' ? node.parts[0] : node;
  if (command?.kind !== 'command' || command.words.length > 4) return undefined;
  // What a script inside it prints is asked elsewhere: twice for each level, nested scripts would take forever.
  if (command.words.some(({ parts }) => parts.some(mayRunScript))) return undefined;
  const texts = expandWords(command.words, scope)[0]?.map((token) => token.text) ?? [];
  const last = texts.at(-1);
  const looks =
    texts[0] === 'which' || (texts[0] === 'command' && texts[1] === '-v') || (texts[0] === 'type' && texts[1] === '-p');
  return looks && last && texts.length > 1 && !hasHole(last) ? last : undefined;
}

function mayRunScript(part: ShellPart): boolean {
  switch (part.kind) {
    case 'text':
      return false;
    case 'variable':
      return part.operation.kind !== 'none' && part.operation.kind !== 'elements' && part.operation.kind !== 'element';
    case 'script':
    case 'arithmetic':
      return true;
  }
}
