/** The formats that helm 3 checks, as Go's own parsers take them; others ask for nothing. */
import { compileExpression } from '../regular-expression.ts';
import { table } from '../table.ts';

type Check = (text: string) => boolean;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function isDate(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const last = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** time.Parse takes hours of one digit, and fractions of a second that the layout does not name. */
const TIME = /^([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,][0-9]+)?(Z|[-+]([0-9]{2}):([0-9]{2}))?$/;

function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [zoneHour = 0, zoneMinute = 0] = match.slice(5, 7).map((part) => Number(part ?? 0));
  return hour < 24 && minute < 60 && second < 60 && zoneHour <= 24 && zoneMinute <= 60;
}

function isMoment(text: string): boolean {
  if (isDate(text) || isTime(text)) return true;
  const [date = '', time = ''] = [text.slice(0, 10), text.slice(11)];
  return text[10] === 'T' && isDate(date) && isTime(time) && /(?:Z|[-+][0-9]{2}:[0-9]{2})$/.test(time);
}

const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const isHost: Check = (text) => text.length < 256 && HOST.test(text);

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const isIpv4: Check = (text) => IPV4.test(text);

/** Eight groups, or fewer around one `::`; the last two may be an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const isMixed = last.includes('.');
  if (isMixed && (!isIpv4(last) || text.endsWith('::'))) return false;
  const words = isMixed ? groups.slice(0, -1) : groups;
  const size = words.length + (isMixed ? 2 : 0);
  return words.every((word) => /^[0-9a-fA-F]{1,4}$/.test(word)) && (halves.length === 2 ? size < 8 : size === 8);
}

const isIp: Check = (text) => isIpv4(text) || isIpv6(text);

/** net/mail's ParseAddress: an address, or a name before one in angle brackets. */
const ATOM = '[^\\s@<>()[\\],;:\\\\".]+';
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const MAILBOX = new RegExp(`^(?:${QUOTED}|${ATOM}(?:\\.${ATOM})*)@(?:\\[[^\\]]*\\]|${ATOM}(?:\\.${ATOM})*)$`);
const NAMED = new RegExp(`^(?:${QUOTED}\\s*|[^<>@"]*)<([^<>]+)>(?:\\s*\\([^()]*\\))?$`);
const isMail: Check = (text) => MAILBOX.test(NAMED.exec(text.trim())?.[1] ?? text.trim());

const hasBadEscape: Check = (text) => /%(?![0-9a-fA-F]{2})/.test(text);
const hasControl: Check = (text) => /[\u0000-\u001f\u007f]/.test(text);

/** net/url's Parse, which takes nearly everything. */
function isReference(text: string): boolean {
  if (hasControl(text) || text.includes('\\') || text.startsWith(':')) return false;
  const [, scheme, rest = text] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  const path = rest.split(/[?#]/, 1)[0] ?? '';
  if (scheme === undefined && /^[^/]*:/.test(path)) return false;
  if (hasBadEscape(path)) return false;
  const authority = rest.startsWith('//') ? (rest.slice(2).split(/[/?#]/, 1)[0] ?? '') : '';
  return isAuthority(authority);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, Math.max(at, 0)))) return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) return /^\[[^\]]*\](?::[0-9]*)?$/.test(host);
  return /^[^\s<>"{}|^`]*$/.test(host) && (!host.includes(':') || /:[0-9]*$/.test(host));
}

const isUri: Check = (text) => /^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(text) && isReference(text);

function isTemplate(text: string): boolean {
  if (!isReference(text)) return false;
  const path = text.replace(/^[a-zA-Z][a-zA-Z0-9+.-]*:(?:\/\/[^/?#]*)?/, '').split(/[?#]/, 1)[0] ?? '';
  return !path.slice(path.lastIndexOf('}') + 1).includes('{');
}

const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
const POINTER = /^(?:\/(?:[^~/]|~0|~1)*)*$/;
const RELATIVE_POINTER = /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/;

export const FORMATS: ReadonlyMap<string, Check> = table<Check>({
  date: isDate,
  time: isTime,
  'date-time': isMoment,
  hostname: isHost,
  email: isMail,
  'idn-email': isMail,
  ipv4: (text) => isIp(text) && text.includes('.'),
  ipv6: (text) => isIp(text) && text.includes(':'),
  uri: isUri,
  'uri-reference': isReference,
  iri: isUri,
  'iri-reference': isReference,
  'uri-template': isTemplate,
  uuid: (text) => UUID.test(text),
  regex: (text) => typeof compileExpression(text) !== 'string',
  'json-pointer': (text) => POINTER.test(text),
  'relative-json-pointer': (text) => RELATIVE_POINTER.test(text),
});
