/** Flags on command lines and in the texts, lists and variables that carry them: read in one way for every language. */
import type { Token } from '../model/document.ts';
import { viewBuilder } from '../text/view.ts';

export interface Flag<T extends Token = Token> {
  /** The program that gets it: the one that was asked about, or the kubelet for what is handed on to it. */
  readonly program: string;
  /** Without dashes; underscores are written as dashes. */
  readonly name: string;
  readonly at: T;
  readonly value: T | undefined;
  /** For the nodes of a cluster that the program starts: `--extra-config=kubelet.…` of minikube. */
  readonly forStartedCluster?: true | undefined;
}

/** A part of a word as a word of its own. */
export type Cut<T extends Token> = (word: T, from: number, to: number) => T;

/** Options whose value is a list of kubelet flags, the dashes of which may be left out. */
const KUBELET_ARGUMENTS = /^(?:kubelet-(?:extra-)?args?|kubelet-extra-flags)$/;

/** Options of k3sup and k3d whose value is a list of arguments of k3s. */
const K3S_ARGUMENTS = /^k3s-(?:extra-args|arg)$/;

/** `network-plugin` for `--network_plugin=cni`; the letter for a short flag; undefined for what is no flag. */
function normaliseFlag(text: string): string | undefined {
  const long = /^--([A-Za-z][\w.-]*)(?:=|$)/.exec(text);
  if (long?.[1]) return long[1].replaceAll('_', '-');
  return /^-([A-Za-z])(?:=|$)/.exec(text)?.[1] ?? /^-([a-z][\w.-]+)(?:=|$)/.exec(text)?.[1]?.replaceAll('_', '-');
}

/** The flags among the words after a program, and those that one of them hands on to the kubelet. */
export function readFlags<T extends Token>(program: string, words: readonly T[], cut: Cut<T>): Flag<T>[] {
  const own = flagsAmong(program, words, cut, false);
  return own.flatMap((flag) => [flag, ...handedOn(flag, cut)]);
}

/** Flags of the kubelet in a text of its arguments; the first, or all of them, may come without dashes: `network-plugin=cni`. */
export function kubeletFlags<T extends Token>(text: T, cut: Cut<T>): Flag<T>[] {
  return flagsAmong('kubelet', splitWords(withoutQuotes(text, cut), cut), cut, true);
}

function handedOn<T extends Token>({ name, value }: Flag<T>, cut: Cut<T>): Flag<T>[] {
  if (!value) return [];
  if (KUBELET_ARGUMENTS.test(name)) return kubeletFlags(value, cut);
  if (K3S_ARGUMENTS.test(name))
    return flagsAmong('k3s', splitWords(withoutQuotes(value, cut), cut), cut, false).flatMap((flag) => [
      flag,
      ...handedOn(flag, cut),
    ]);
  if (name !== 'extra-config' || !value.text.startsWith('kubelet.')) return [];
  const flags = kubeletFlags(cut(value, 'kubelet.'.length, value.text.length), cut);
  return flags.map((flag) => ({ ...flag, forStartedCluster: true }));
}

function flagsAmong<T extends Token>(
  program: string,
  words: readonly T[],
  cut: Cut<T>,
  isDashless: boolean,
): Flag<T>[] {
  const flags: Flag<T>[] = [];
  // `v=2 network-plugin=cni`: a list of settings, as charms of Juju take them.
  const areBare = isDashless && words.every(({ text }) => /^[a-z][\w.-]{0,80}=/.test(text));
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const mayBeBare = areBare || (isDashless && i === 0);
    const name = word && (normaliseFlag(word.text) ?? (mayBeBare ? bareFlag(word.text) : undefined));
    if (!word || name === undefined) continue;
    const equals = word.text.indexOf('=');
    const next = words[i + 1];
    const takesText = KUBELET_ARGUMENTS.test(name) || K3S_ARGUMENTS.test(name);
    const takesNext = equals < 0 && next !== undefined && (takesText || !/^--?[A-Za-z]/.test(next.text));
    flags.push({
      program,
      name,
      at: word,
      value: equals >= 0 ? cut(word, equals + 1, word.text.length) : takesNext ? next : undefined,
    });
    if (takesNext && takesText) i++;
  }
  return flags;
}

function bareFlag(text: string): string | undefined {
  return /^[a-z][a-z0-9_-]+=/.test(text) ? text.slice(0, text.indexOf('=')).replaceAll('_', '-') : undefined;
}

function withoutQuotes<T extends Token>(text: T, cut: Cut<T>): T {
  const isQuoted = text.text.length > 1 && /^['"]/.test(text.text) && text.text.endsWith(text.text[0] ?? '');
  return isQuoted ? cut(text, 1, text.text.length - 1) : text;
}

/** The words of a text of flags, each at its place; quotes around a word or a value hold it together. */
export function splitWords<T extends Token>(token: T, cut: Cut<T>): T[] {
  const words: T[] = [];
  const { text } = token;
  let at = 0;
  while (at < text.length) {
    while (at < text.length && /[\s\\"']/.test(text[at] ?? '')) at++;
    const start = at;
    let quote = '';
    while (at < text.length && (quote !== '' || !/\s/.test(text[at] ?? ''))) {
      const char = text[at] ?? '';
      if (quote === char) quote = '';
      else if (quote === '' && (char === '"' || char === "'") && text.indexOf(char, at + 1) >= 0) quote = char;
      at++;
    }
    let end = at;
    while (end > start && /["'\\]/.test(text[end - 1] ?? '')) end--;
    if (end > start) words.push(cut(token, start, end));
  }
  return words;
}

/** `docker-ce, kubelet`: names that commas and spaces part. */
export function listedNames<T extends Token>(token: T, cut: Cut<T>): T[] {
  return [...token.text.matchAll(/[^,\s]+/g)].map(({ index, 0: name }) => cut(token, index, index + name.length));
}

/** A part of a token; of one whose text is not the characters of its view, the whole place. */
export function cutToken(word: Token, from: number, to: number): Token {
  const { view, start, end } = word;
  const text = word.text.slice(from, to);
  if (end - start === word.text.length) return { text, view, start: start + from, end: start + to };
  const builder = viewBuilder(view);
  builder.put(text, start, end);
  return { text, view: builder.build(() => null), start: 0, end: text.length };
}
