/** Go's time layouts: "2006-01-02T15:04:05Z07:00" and the like, for printing and reading. */
import { withoutTrailingZeros } from './digits.ts';

/** A moment, and the zone it is shown in. */
export interface Moment {
  /** Nanoseconds since 1970. */
  readonly ns: bigint;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
}

export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nano: number;
  readonly weekday: number;
  readonly yearDay: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const NANOS = 1_000_000_000n;

export const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);
export const dayName = (day: number): string => DAYS[day] ?? String(day);

const floorDiv = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

export function fieldsOf(moment: Moment): Fields {
  const seconds = floorDiv(moment.ns, NANOS);
  const nano = Number(moment.ns - seconds * NANOS);
  const date = new Date(Number(seconds) * 1000 + moment.offset * 1000);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nano,
    weekday: date.getUTCDay(),
    yearDay: Math.floor((date.getTime() - start) / 86_400_000) + 1,
  };
}

function momentOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  nano: number,
  offset: number,
  zone: string,
): Moment {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const seconds = BigInt(Math.floor(date.getTime() / 1000) - offset);
  return { ns: seconds * NANOS + BigInt(nano), offset, zone };
}

/** Longest first where one begins another. */
const TOKENS = [
  'January',
  'Jan',
  'Monday',
  'Mon',
  'MST',
  '2006',
  'Z07:00:00',
  'Z070000',
  'Z07:00',
  'Z0700',
  'Z07',
  '-07:00:00',
  '-070000',
  '-07:00',
  '-0700',
  '-07',
  '002',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '__2',
  '_2006',
  '_2',
  '15',
  '1',
  '2',
  '3',
  '4',
  '5',
  'PM',
  'pm',
];

type Piece = { readonly text: string } | { readonly token: string };

function pieces(layout: string): Piece[] {
  const result: Piece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') result.push({ text });
    text = '';
  };
  for (let at = 0; at < layout.length; ) {
    const fraction = /^[.,](0+|9+)(?!\d)/.exec(layout.slice(at, at + 20));
    const token =
      fraction?.[0] ?? TOKENS.find((candidate) => layout.startsWith(candidate, at) && isWhole(layout, at, candidate));
    if (token === undefined) {
      text += layout[at++];
      continue;
    }
    if (token === '_2006') {
      text += '_';
      at++;
      continue;
    }
    flush();
    result.push({ token });
    at += token.length;
  }
  flush();
  return result;
}

/** "Jan" and "Mon" do not stand at the beginning of another lower-case word. */
function isWhole(layout: string, at: number, token: string): boolean {
  if (token !== 'Jan' && token !== 'Mon') return true;
  return !/[a-z]/.test(layout[at + 3] ?? '');
}

const two = (value: number): string => String(value).padStart(2, '0');

function zoneText(token: string, offset: number): string {
  if (token.startsWith('Z') && offset === 0) return 'Z';
  const size = Math.abs(offset);
  const [h, m, s] = [two(Math.floor(size / 3600)), two(Math.floor((size % 3600) / 60)), two(size % 60)];
  const colon = token.includes(':') ? ':' : '';
  const digits = token.replace(/[^0-9]/g, '').length;
  const rest = digits === 2 ? '' : digits === 4 ? colon + m : colon + m + colon + s;
  return (offset < 0 ? '-' : '+') + h + rest;
}

function fractionText(token: string, nano: number): string {
  const digits = String(nano)
    .padStart(9, '0')
    .slice(0, token.length - 1);
  if (token[1] === '0') return token[0] + digits;
  const trimmed = withoutTrailingZeros(digits);
  return trimmed === '' ? '' : token[0] + trimmed;
}

export function formatTime(moment: Moment, layout: string): string {
  const f = fieldsOf(moment);
  const hour12 = f.hour % 12 === 0 ? 12 : f.hour % 12;
  return pieces(layout)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const { token } = piece;
      switch (token) {
        case 'January':
          return monthName(f.month);
        case 'Jan':
          return monthName(f.month).slice(0, 3);
        case 'Monday':
          return dayName(f.weekday);
        case 'Mon':
          return dayName(f.weekday).slice(0, 3);
        case 'MST':
          return moment.zone;
        case '2006':
          return String(f.year).padStart(4, '0');
        case '06':
          return two(f.year % 100);
        case '01':
          return two(f.month);
        case '1':
          return String(f.month);
        case '002':
          return String(f.yearDay).padStart(3, '0');
        case '__2':
          return String(f.yearDay).padStart(3, ' ');
        case '02':
          return two(f.day);
        case '_2':
          return String(f.day).padStart(2, ' ');
        case '2':
          return String(f.day);
        case '15':
          return two(f.hour);
        case '03':
          return two(hour12);
        case '3':
          return String(hour12);
        case '04':
          return two(f.minute);
        case '4':
          return String(f.minute);
        case '05':
          return two(f.second);
        case '5':
          return String(f.second);
        case 'PM':
          return f.hour >= 12 ? 'PM' : 'AM';
        case 'pm':
          return f.hour >= 12 ? 'pm' : 'am';
        default:
          return token[0] === '.' || token[0] === ',' ? fractionText(token, f.nano) : zoneText(token, moment.offset);
      }
    })
    .join('');
}

interface Read {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  nano: number;
  offset: number;
  zone: string;
  afternoon: boolean | null;
}

/** Reads a time by its layout; null when it does not fit. */
export function parseTime(layout: string, text: string): Moment | null {
  const read: Read = {
    year: 0,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    nano: 0,
    offset: 0,
    zone: 'UTC',
    afternoon: null,
  };
  let rest = text;
  for (const piece of pieces(layout)) {
    if ('text' in piece) {
      if (!rest.startsWith(piece.text)) return null;
      rest = rest.slice(piece.text.length);
      continue;
    }
    const taken = readToken(piece.token, rest, read);
    if (taken === null) return null;
    rest = rest.slice(taken);
    if (/^0?5$/.test(piece.token)) {
      const fraction = /^[.,](\d+)/.exec(rest);
      if (fraction !== null && !/[.,][09]/.test(layout)) {
        read.nano = Number(fraction[1]!.padEnd(9, '0').slice(0, 9));
        rest = rest.slice(fraction[0].length);
      }
    }
  }
  if (rest !== '' || !isDate(read)) return null;
  const hour = read.afternoon === null ? read.hour : (read.hour % 12) + (read.afternoon ? 12 : 0);
  return momentOf(read.year, read.month, read.day, hour, read.minute, read.second, read.nano, read.offset, read.zone);
}

const isDate = (read: Read): boolean =>
  read.month >= 1 &&
  read.month <= 12 &&
  read.day >= 1 &&
  read.day <= new Date(Date.UTC(2000 + (read.year % 400), read.month, 0)).getUTCDate() &&
  read.hour < 24 &&
  read.minute < 60 &&
  read.second < 60;

/** How much of the text the token takes; null when it does not fit. */
function readToken(token: string, text: string, read: Read): number | null {
  const number = (pattern: RegExp, put: (value: number) => void): number | null => {
    const match = pattern.exec(text);
    if (match === null) return null;
    put(Number(match[0]));
    return match[0].length;
  };
  const name = (names: readonly string[], short: boolean, put: (index: number) => void): number | null => {
    const index = names.findIndex((full) =>
      text.toLowerCase().startsWith((short ? full.slice(0, 3) : full).toLowerCase()),
    );
    if (index < 0) return null;
    put(index);
    return short ? 3 : names[index]!.length;
  };
  switch (token) {
    case '2006':
      return number(/^\d{4}/, (value) => (read.year = value));
    case '06':
      return number(/^\d\d/, (value) => (read.year = value >= 69 ? 1900 + value : 2000 + value));
    case 'January':
    case 'Jan':
      return name(MONTHS, token === 'Jan', (index) => (read.month = index + 1));
    case 'Monday':
    case 'Mon':
      return name(DAYS, token === 'Mon', () => undefined);
    case '01':
      return number(/^\d\d/, (value) => (read.month = value));
    case '1':
      return number(/^\d\d?/, (value) => (read.month = value));
    case '02':
      return number(/^\d\d/, (value) => (read.day = value));
    case '_2':
    case '2':
      return number(/^ ?\d\d?/, (value) => (read.day = value));
    case '15':
      return number(/^\d\d?/, (value) => (read.hour = value));
    case '03':
      return number(/^\d\d/, (value) => (read.hour = value));
    case '3':
      return number(/^\d\d?/, (value) => (read.hour = value));
    case '04':
      return number(/^\d\d/, (value) => (read.minute = value));
    case '4':
      return number(/^\d\d?/, (value) => (read.minute = value));
    case '05':
      return number(/^\d\d/, (value) => (read.second = value));
    case '5':
      return number(/^\d\d?/, (value) => (read.second = value));
    case 'PM':
    case 'pm': {
      const half = text.slice(0, 2).toLowerCase();
      if (half !== 'am' && half !== 'pm') return null;
      read.afternoon = half === 'pm';
      return 2;
    }
    case 'MST': {
      const match = /^[A-Z]{3,5}/.exec(text);
      if (match === null) return null;
      read.zone = match[0];
      return match[0].length;
    }
    default:
      return token[0] === '.' || token[0] === ',' ? readFraction(token, text, read) : readZone(token, text, read);
  }
}

function readFraction(token: string, text: string, read: Read): number | null {
  const match = /^[.,](\d+)/.exec(text);
  if (match === null) return token[1] === '9' ? 0 : null;
  const digits = token[1] === '0' ? match[1]!.slice(0, token.length - 1) : match[1]!;
  read.nano = Number(digits.padEnd(9, '0').slice(0, 9));
  return digits.length + 1;
}

function readZone(token: string, text: string, read: Read): number | null {
  if (token.startsWith('Z') && text.startsWith('Z')) return 1;
  const match = (token.includes(':') ? /^([+-])(\d\d):(\d\d)/ : /^([+-])(\d\d)(\d\d)?/).exec(text);
  if (match === null) return null;
  const size = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  read.offset = match[1] === '-' ? -size : size;
  read.zone = size === 0 ? 'UTC' : '';
  return match[0].length;
}
