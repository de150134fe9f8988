/** Configuration without a language of its own: environment files, cron tables, logrotate, monit, and plain INI. */
import type { Document, Token } from '../../model/document.ts';
import type { PackageFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { AGENT_LINE } from '../../recognise/daemon-lines.ts';
import { maskTemplates, maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { packageAt, readingBuilder, settingFact, token } from '../text/facts.ts';
import { type Line, linesOf, trimRange } from '../text/lines.ts';
import { addressFacts } from './addresses.ts';
import { asked } from './asked.ts';
import { isCrontab, readCrontab } from './crontab.ts';
import { looksLikeEnvFile, readEnvFile } from './env-file.ts';
import { readFstab } from './fstab.ts';
import { isInstaller, readInstaller } from './installer.ts';
import { isKeepalived, readKeepalived } from './keepalived.ts';
import { isLogrotate, readLogrotate } from './logrotate.ts';
import { isMonit, readMonit } from './monit.ts';
import { isSnmpd, readSnmpd } from './snmpd.ts';

export function readIni(input: Input, embed: Embed): Reading {
  const name = `/${(input.target ?? input.path).toLowerCase()}`;
  const { text } = input.view;
  if (/\/fstab$/.test(name)) return readFstab(input);
  if (isInstaller(name, text)) return readInstaller(input, embed);
  if (isCrontab(name, text)) return readCrontab(input, embed);
  if (isLogrotate(name, text)) return readLogrotate(input, embed);
  if (isMonit(name, text)) return readMonit(input, embed);
  if (isKeepalived(name, text)) return readKeepalived(input, embed);
  if (isSnmpd(name, text)) return readSnmpd(input, embed);
  if (!AGENT_LINE.test(text) && !OPENS.test(text) && isEnvFile(name, text)) return readEnvFile(input);
  return readSections(input, embed);
}

function isEnvFile(name: string, text: string): boolean {
  if (/\.env(?:\.[^/]{0,255})?$|\/\.env[^/]{0,255}$|\/(?:default|sysconfig|etc\/conf\.d)\/[^/.]+(?:\.j2)?$/.test(name))
    return true;
  return !/^[ \t]*\[/m.test(text.slice(0, 4096)) && looksLikeEnvFile(maskTemplates(text.slice(0, 16_384)));
}

function commandOf(section: string | undefined, key: string, value: string): number | undefined {
  if (key === 'UserParameter') return value.indexOf(',') + 1 || undefined;
  if (/^command\[/.test(key)) return 0;
  return key === 'command' && /^(?:program|eventlistener):/.test(section ?? '') ? 0 : undefined;
}

/** Others are no settings of an INI file, but lines of a syntax of their own. */
const PLAIN_KEY = /^["']?[\w.@/-]+(?:[ \t]+[\w.@/-]+)*["']?$/;

function readSections(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const { text } = view;
  let section: string | undefined;
  let open = 0;
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || text[start] === '#' || text[start] === ';') continue;
    const before = open;
    open = openBehind(text.slice(start, Math.min(end, start + LONGEST_STATEMENT)), before);
    if (before > 0) {
      builder.fact(...addressFacts(document, view, start, end));
      continue;
    }
    if (text[start] === '[' && text[end - 1] === ']') {
      section = text.slice(start + 1, end - 1).trim();
      builder.fact(...addressFacts(document, view, start + 1, end - 1));
      continue;
    }
    const pair = splitPair(text, start, end);
    if (!pair || !PLAIN_KEY.test(text.slice(pair.key.start, pair.key.end))) {
      builder.fact(...addressFacts(document, view, start, end));
      if (!pair) continue;
    }
    const key = token(view, pair.key.start, pair.key.end);
    const path = section === undefined ? [key.text] : [section, key.text];
    const value = token(view, pair.value.start, pair.value.end);
    const from = commandOf(section, key.text, value.text);
    if (from !== undefined) {
      const command = slice(view, value.start + from, value.end);
      const reading = scriptFacts(command, { document, depth: input.depth, embed });
      builder.add(key.text === 'command' ? reading : asked(reading));
      continue;
    }
    builder.fact(settingFact(document, 'ini', path, key, value), ...repositoryFacts(document, key.text, value));
  }
  return builder.build();
}

/** A statement of rsyslog or syslog-ng that goes on behind its line. */
const OPENS = /^[ \t]{0,40}[a-z]\w{0,40}[ \t]{0,9}\([^)\n]{0,400}$/m;

/** `input(type="imfile"` of rsyslog: how many parentheses are open behind the line, of a statement that goes over several. */
function openBehind(line: string, before: number): number {
  if (before === 0 && !/^[a-z]\w{0,40}[ \t]*\(/.test(line)) return 0;
  let open = before;
  for (const [sign] of line.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]|#/g)) {
    if (sign === '#') break;
    if (sign === '(') open++;
    else if (sign === ')') open--;
    if (open <= 0) return 0;
  }
  return open;
}

const LONGEST_STATEMENT = 2000;

function splitPair(text: string, start: number, end: number): { key: Line; value: Line } | undefined {
  let at = start;
  while (at < end && text[at] !== '=' && text[at] !== ':') at++;
  if (at >= end || at === start) return undefined;
  const from = text.startsWith('=>', at) ? at + 2 : at + 1;
  const value = trimRange(text, from, withoutComment(text, from, end));
  const quote = text[value.start];
  const quoted = (quote === '"' || quote === "'") && value.end - value.start > 1 && text[value.end - 1] === quote;
  return {
    key: trimRange(text, start, at),
    value: quoted ? { start: value.start + 1, end: value.end - 1 } : value,
  };
}

/** `name='value' # why`: a comment behind a quoted value, as inventories have them. */
function withoutComment(text: string, start: number, end: number): number {
  const commented = /^[ \t]*("[^"\n]*"|'[^'\n]*')[ \t]+[#;]/.exec(text.slice(start, Math.min(end, start + 1000)));
  return commented ? start + commented[0].length - 1 : end;
}

/** The address of a package repository in a .repo file. */
function repositoryFacts(document: Document, key: string, value: Token): readonly PackageFact[] {
  if (!/^(?:baseurl|mirrorlist|metalink)$/i.test(key) || !/^https?:/.test(value.text)) return [];
  return [packageAt(document, value, 'repository', 'yum')];
}
