/** The texts that a script itself writes: `cat <<EOF |`, `echo '…' >`, cron lines. */
import { INSTALLERS } from '../../data/flag-carriers.ts';
import { joinedView } from '../../text/join.ts';
import { type PlacedText, viewOf } from '../../text/placed.ts';
import { slice, type View, viewBuilder } from '../../text/view.ts';
import type { NodeOf, ShellNode } from './ast.ts';
import { inputFileOf } from './redirects.ts';
import { renderedFile } from './rendered.ts';
import type { ShellToken } from './words.ts';
import { expandText, expandWords, type Scope } from './words.ts';
import { programOf, unwrap } from './wrappers.ts';

/** What a part of a pipeline gives to the next one, when the script says it. */
export function pipedText(node: ShellNode, input: View | undefined, scope: Scope): View | undefined {
  if (node.kind === 'block') {
    // `(crontab -l; echo "…") | crontab -`: what is printed last is what is new.
    const last = node.body.at(-1);
    const whole = blockText(node, scope);
    if (whole) return whole;
    return last?.kind === 'command' ? pipedText(last, input, scope) : undefined;
  }
  if (node.kind !== 'command') return undefined;
  const name = node.words[0]?.parts[0];
  if (name?.kind !== 'text') return undefined;
  if (!/^(cat|tee|echo|printf|jq|sudo)$/.test(name.value)) return scope.printed?.([node], scope);
  const document = node.redirects.findLast((redirect) => redirect.kind === 'here-document');
  const line = behindSudo(expandWords(node.words, scope)[0] ?? []);
  if (document?.kind === 'here-document')
    return /^(cat|tee)$/.test(programOf(line)) ? expandText(document.body, scope) : undefined;
  return printedText(line) ?? (programOf(line) === 'tee' ? input : undefined);
}

function behindSudo(line: readonly ShellToken[]): readonly ShellToken[] {
  const [inner] = programOf(line) === 'sudo' ? unwrap(line, () => undefined) : [];
  return inner?.kind === 'command' ? inner.words : line;
}

/** All that a block prints, where each of its commands does nothing else: `{ echo '{'; echo '}'; } > daemon.json`. */
export function blockText(block: NodeOf<'block'>, scope: Scope): View | undefined {
  const parts: PlacedText[] = [];
  for (const node of block.body) {
    if (node.kind !== 'command' || node.redirects.some(({ kind }) => kind === 'file')) return undefined;
    const view = pipedText(node, undefined, scope);
    if (!view) return undefined;
    parts.push({ text: view.text.replace(/\n$/, ''), view, start: 0, end: view.text.length });
  }
  return parts.length > 1 ? joinedView(parts, '\n') : undefined;
}

/** The program that a script from the web installs: `curl -sfL https://get.k3s.io |`. */
export function downloadedInstaller(node: ShellNode, scope: Scope): string | undefined {
  if (node.kind !== 'command') return undefined;
  const [line = []] = expandWords(node.words, scope);
  if (!/^(?:curl|wget)$/.test(programOf(line))) return undefined;
  return INSTALLERS.find(({ url }) => line.some(({ text }) => text.length < 500 && url.test(text)))?.program;
}

/** The file that `cat FILE |` or `sed … FILE |` hands on; `inputFile` is what the part itself was handed. */
export function printedFile(node: ShellNode, inputFile: ShellToken | undefined, scope: Scope): ShellToken | undefined {
  if (node.kind !== 'command') return undefined;
  const [line = []] = expandWords(node.words, scope);
  return renderedFile(line, inputFileOf(node.redirects, scope) ?? inputFile);
}

/** The text that `echo` or `printf` prints, and the object that `jq` merges into what it prints. */
export function printedText(words: readonly ShellToken[]): View | undefined {
  const program = programOf(words);
  if (program === 'jq') return mergedObject(words);
  if (program !== 'echo' && program !== 'printf') return undefined;
  const options = words.findIndex((word, i) => i > 0 && !/^-[neE]+$|^--$/.test(word.text));
  const rest = options < 0 ? [] : words.slice(options);
  const [first] = rest;
  if (!first) return undefined;
  if (program === 'echo') {
    const view = rest.length === 1 ? viewOf(first) : joinedView(rest);
    return words.slice(1, options).some((word) => word.text.includes('e')) ? unescaped(view) : view;
  }
  const format = /^%([sbq])(?:\\n)?$/.exec(first.text)?.[1];
  const shown = format ? rest[1] : first;
  if (!format && rest.length > 1) return formatted(first, rest.slice(1));
  return shown && (format === 's' || format === 'q' ? viewOf(shown) : unescaped(viewOf(shown)));
}

/** The first word that is no option. */
export function jqProgram(words: readonly ShellToken[]): ShellToken | undefined {
  return words.find(({ text }, i) => i > 0 && !text.startsWith('-'));
}

/** `jq '. + {"log-driver": "json-file"}' FILE` */
function mergedObject(words: readonly ShellToken[]): View | undefined {
  const filter = jqProgram(words);
  const from = filter?.text.search(/\{\s{0,40}"/) ?? -1;
  const to = filter?.text.lastIndexOf('}') ?? -1;
  return filter && from >= 0 && to > from ? part(viewOf(filter), from, to + 1) : undefined;
}

const CONVERSION = /%(?:%|[-+ #0]{0,4}\d{0,4}(?:\.\d{1,4})?[sbqdiux])/g;
/** The format begins anew while there are arguments: a hostile script has many. */
const MOST_PARTS = 200;

/** `printf 'NAME=%s\n' "$value"`: the format with its arguments in it. */
function formatted(format: ShellToken, given: readonly ShellToken[]): View {
  const whole = viewOf(format);
  const parts: View[] = [];
  const left = [...given];
  do {
    let from = 0;
    const before = left.length;
    for (const { 0: conversion, index } of whole.text.matchAll(CONVERSION)) {
      parts.push(unescaped(slice(whole, from, index)));
      from = index + conversion.length;
      if (conversion === '%%') parts.push(slice(whole, from - 1, from));
      else {
        const argument = left.shift();
        if (argument) parts.push(viewOf(argument));
      }
    }
    parts.push(unescaped(slice(whole, from, whole.text.length)));
    if (left.length === before) break;
  } while (left.length > 0 && parts.length < MOST_PARTS);
  const filled = parts.filter(({ text }) => text !== '');
  return joinedView(
    filled.map((view) => ({ text: view.text, view, start: 0, end: view.text.length })),
    '',
  );
}

/** The view with `\n`, `\t` and the like written out. */
function unescaped(view: View): View {
  if (!view.text.includes('\\')) return view;
  const builder = viewBuilder(view);
  let from = 0;
  for (let at = view.text.indexOf('\\'); at >= 0; at = view.text.indexOf('\\', from)) {
    builder.copy(from, at);
    const char = { n: '\n', t: '\t', '\\': '\\', '"': '"' }[view.text[at + 1] ?? ''];
    if (char === undefined) builder.copy(at, at + 1);
    else builder.put(char, at, at + 2);
    from = at + (char === undefined ? 1 : 2);
  }
  builder.copy(from, view.text.length);
  return builder.build((replacement) => (/[\\\n]/.test(replacement) ? null : replacement));
}

/** The commands of a crontab as parts of its text. */
export function cronCommands(view: View): View[] {
  const commands: View[] = [];
  const line = /^[ \t]*(?:@[a-z]+|(?:[\d*][\d*/,-]*|[a-zA-Z]{3})(?:[ \t]+[\d*a-zA-Z][\da-zA-Z*/,-]*){4})[ \t]+/;
  let start = 0;
  for (const text of view.text.split('\n')) {
    const head = line.exec(text.slice(0, 200))?.[0];
    if (head) {
      const user = /^(root|[a-z_][\w-]*)[ \t]+(?=\S)/.exec(text.slice(head.length));
      const skip =
        user && !/^(docker|systemctl|service|sudo|bash|sh|cd|find|test|flock|nice|curl|wget)\b/.test(user[0])
          ? user[0].length
          : 0;
      commands.push(part(view, start + head.length + skip, start + text.length));
    }
    start += text.length + 1;
  }
  return commands;
}

function part(view: View, from: number, to: number): View {
  return viewOf({ text: view.text.slice(from, to), view, start: from, end: to });
}
