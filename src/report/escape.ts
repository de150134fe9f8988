/**
 * Makes foreign text (paths, script lines, values, messages that quote them) inert in every place it is printed.
 * Each sink has one function here; nothing else in the project escapes.
 */

import { table } from '../text/table.ts';
import { HOLE } from '../text/view.ts';

/** Controls, separators of lines, bidirectional and invisible formatting characters, halves of surrogate pairs, non-characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** What of a text of lines may hold one: properties take a hundred times as long to look up. */
const NOT_PLAIN = /[^\n\x20-\x7e]+/g;

const HOLES = new RegExp(`${HOLE}+`, 'g');

const SHORT_ESCAPES = table<string>({ '\n': '\\n', '\r': '\\r', '\t': '\\t' });

/** One line in which every character can be seen: what would act on a terminal, a log or a reader is written as an escape. */
export function oneLine(text: string): string {
  return withoutHoles(text).replace(INVISIBLE, showCharacter);
}

/** As `oneLine`, for several lines: line feeds stay, a carriage return before one is dropped, tabs become spaces. */
export function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => oneLine((line.endsWith('\r') ? line.slice(0, -1) : line).replaceAll('\t', '    ')))
    .join('\n');
}

function showCharacter(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** JSON whose text shows every character; what it stands for is not changed. */
export function visibleJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent)
    .replace(NOT_PLAIN, (part) => part.replace(INVISIBLE, jsonEscape))
    .replaceAll(HOLE, jsonEscape);
}

/** Text as people read it: what a template would have filled in is an ellipsis. */
export function withoutHoles(text: string): string {
  return text.replace(HOLES, '…');
}

function jsonEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** At most `limit` UTF-16 units, never half of a surrogate pair, with an ellipsis where something was cut. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 0) return '';
  let end = limit - 1;
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end--;
  return `${text.slice(0, end)}…`;
}

// ---- workflow commands -------------------------------------------------------------------------------------------

/** What a workflow command may say; the signs of the command itself are left to who writes it. */
export function commandText(text: string): string {
  return breakOldCommands(text.split('\n').map(oneLine).join('\n'));
}

/** The message of a workflow command; line feeds are kept, as the runner decodes them. */
export function escapeData(text: string): string {
  return commandText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command (`file=`, `title=`). */
export function escapeProperty(text: string): string {
  return escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Text for the job log that the runner does not take for a command, in either form: `::name::` at the start of a line
 * after white space, and `##[name]` anywhere in it.
 */
export function logText(text: string): string {
  return text
    .split('\n')
    .map((line) => breakOldCommands(oneLine(line)).replace(/^(\s*):(?=:)/u, '$1:\\'))
    .join('\n');
}

function breakOldCommands(text: string): string {
  return text.replaceAll('##[', '##\\[');
}

// ---- HTML and XML ------------------------------------------------------------------------------------------------

const ENTITIES = table<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/** One line of text or an attribute value of HTML. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}

/** One line of text or an attribute value of XML 1.0. */
export function escapeXml(text: string): string {
  return escapeHtml(text);
}

/** Several lines of text of XML or HTML. */
export function escapeXmlLines(text: string): string {
  return text.split('\n').map(escapeXml).join('\n');
}

// ---- Markdown (GitHub's) -----------------------------------------------------------------------------------------

/** A code span that holds the text as it is; mentions, references and addresses are dead inside it. */
export function codeSpan(text: string): string {
  const shown = oneLine(text);
  if (shown.trim() === '') return '` `';
  if (shown.includes('|')) return htmlCode(shown);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padded = /^[ `]|[ `]$/.test(shown) ? ` ${shown} ` : shown;
  return `${fence}${padded}${fence}`;
}

/** Code as the text of a link; some renderers count brackets inside code, too. */
export function linkedCode(text: string): string {
  const shown = oneLine(text);
  return /[[\]]/.test(shown) ? htmlCode(shown) : codeSpan(shown);
}

/**
 * Code as HTML with every sign as an entity: for what a code span cannot hold in a table. GitHub looks for addresses in
 * the text *between* tags, after entities are read; a comment behind the at sign leaves it nothing to find.
 */
function htmlCode(shown: string): string {
  const code = shown.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<code>${code.replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}

/** A fenced block whose fence is longer than any run of back-ticks inside. */
export function codeFence(text: string, language: 'text' | 'diff' | 'yaml' | 'sh' | 'suggestion' = 'text'): string {
  const shown = language === 'suggestion' ? text : visibleLines(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/**
 * One line of prose. A word that GitHub would turn into something (a mention, a reference, an address, a commit, an
 * emoji, a formula) becomes code; all other signs of Markdown and HTML are escaped.
 */
export function markdownText(text: string): string {
  const words = oneLine(text).trim().split(/(\s+)/u);
  return words.map((word, index) => (index % 2 === 1 ? ' ' : proseWord(word, index === 0))).join('');
}

/** A sentence written by this tool, in which back-ticks mark code: `docker ps` stays code, the rest is prose. */
export function markdownSentence(text: string): string {
  const parts = oneLine(text).split('`');
  if (parts.length % 2 === 0) return markdownText(text);
  let markdown = '';
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const piece = index % 2 === 1 ? codeSpan(part) : markdownText(part);
    const spaced = index % 2 === 0 && /^\s/u.test(part);
    markdown += spaced || touches(markdown, piece) ? ` ${piece}` : piece;
    if (index % 2 === 0 && /\S\s+$/u.test(part)) markdown += ' ';
  }
  return markdown.trim();
}

/** Two code spans without anything between them would be read as one. */
function touches(before: string, after: string): boolean {
  return before.endsWith('`') && after.startsWith('`');
}

const ACTIVE_WORD = /[@＠$#]|:\/\/|www\.|gh-\d|[0-9a-f]{7}|:[\w+-]+:|mailto:|xmpp:/iu;

function proseWord(word: string, first: boolean): string {
  if (word === '') return '';
  if (ACTIVE_WORD.test(word)) return activeWord(word);
  const escaped = word.replace(/[\\`*_~[\]{}!]/g, '\\$&').replace(/[&<>|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return first
    ? escaped.replace(/^[-+=:]/, (sign) => `&#${sign.charCodeAt(0)};`).replace(/^(\d+)([.)])/, '$1\\$2')
    : escaped;
}

/** As code; the sign that ends a sentence after it is no part of it. */
function activeWord(word: string): string {
  const end = /[;,.]$/.test(word) && word.length > 1 ? word.slice(-1) : '';
  return `${codeSpan(end === '' ? word : word.slice(0, -1))}${end}`;
}

function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    run = text[i] === '`' ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
