/** Go's fmt: %v of every value, and the verbs of printf, keeping the origins of the strings that are printed. */
import type { Budget } from '../values/budget.ts';
import { Builder, EMPTY, plain, slice, tracked } from '../values/tracked.ts';
import { compareBytes } from '../values/utf8.ts';
import { originOf, type StringValue, type Value } from '../values/value.ts';
import { formatG } from '../yaml/number.ts';
import { quoteAscii, quoteText } from './quote.ts';
import { bytesOf, typeName } from './types.ts';
import { formatFloatVerb, formatIntVerb, type Verb } from './verbs.ts';

const MAX_DEPTH = 200;

/** `%v`, tracked. A bare nil is `<nil>`. */
export function formatValue(value: Value): StringValue {
  switch (value.kind) {
    case 'string':
      return value;
    case 'bool':
    case 'int':
    case 'float':
      return tracked(scalarText(value), value.origin === null ? null : { ...value.origin, exact: isExact(value) });
    case 'object':
      return tracked(value.text(), value.origin);
    default: {
      const builder = new Builder();
      writeValue(builder, value, 0);
      return builder.done();
    }
  }
}

/** sprig's strval: what a value is as text, with its origin. */
export function textOf(value: Value): StringValue {
  if (value.kind === 'string') return value;
  if (value.kind === 'bytes') return value.content;
  return formatValue(value);
}

const isExact = (value: Value): boolean => {
  const origin = originOf(value);
  return origin?.exact === true && origin.source.text.slice(origin.from, origin.to) === scalarText(value);
};

function scalarText(value: Value): string {
  switch (value.kind) {
    case 'bool':
      return String(value.value);
    case 'int':
      return value.type === 'time.Duration' ? String(value.value) : String(value.value);
    case 'float':
      return formatG(value.value);
    default:
      return '';
  }
}

function writeValue(builder: Builder, value: Value, depth: number): void {
  if (depth > MAX_DEPTH) {
    builder.text('...');
    return;
  }
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      builder.text('<nil>');
      return;
    case 'list':
      builder.text('[');
      for (const [index, item] of value.items.entries()) {
        if (index > 0) builder.text(' ');
        writeValue(builder, item, depth + 1);
      }
      builder.text(']');
      return;
    case 'map': {
      builder.text('map[');
      let first = true;
      for (const key of [...value.entries.keys()].sort(compareBytes)) {
        if (!first) builder.text(' ');
        first = false;
        builder.from(key, value.keys.get(key) ?? null).text(':');
        writeValue(builder, value.entries.get(key)!, depth + 1);
      }
      builder.text(']');
      return;
    }
    case 'bytes':
      builder.from(`[${[...bytesOf(value.content)].join(' ')}]`, originOf(value));
      return;
    default:
      builder.add(formatValue(value));
  }
}

/** fmt.Sprint: a space between two operands when neither is a string. */
export function sprint(values: readonly Value[]): StringValue {
  if (values.length === 1) return formatValue(values[0]!);
  const builder = new Builder();
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before !== undefined && before.kind !== 'string' && value.kind !== 'string') builder.text(' ');
    builder.add(formatValue(value));
  }
  return builder.done();
}

/** fmt.Sprintln. */
export function sprintln(values: readonly Value[]): StringValue {
  const builder = new Builder();
  for (const [index, value] of values.entries()) {
    if (index > 0) builder.text(' ');
    builder.add(formatValue(value));
  }
  return builder.text('\n').done();
}

/** fmt.Sprintf. */
export function sprintf(format: StringValue, args: readonly Value[], budget: Budget): StringValue {
  return new Printer(format, args, budget).run();
}

class Printer {
  private readonly format: StringValue;
  private readonly args: readonly Value[];
  private readonly budget: Budget;
  private readonly out = new Builder();
  private at = 0;
  private next = 0;
  private reordered = false;
  private goodIndex = true;

  constructor(format: StringValue, args: readonly Value[], budget: Budget) {
    this.format = format;
    this.args = args;
    this.budget = budget;
  }

  run(): StringValue {
    const { text } = this.format;
    while (this.at < text.length) {
      const percent = text.indexOf('%', this.at);
      const end = percent < 0 ? text.length : percent;
      this.out.part(this.format, this.at, end);
      this.at = end + 1;
      if (percent < 0) break;
      this.verb();
    }
    if (!this.reordered && this.next < this.args.length) this.extra();
    return this.out.done();
  }

  private extra(): void {
    this.out.text('%!(EXTRA ');
    for (let index = this.next; index < this.args.length; index++) {
      if (index > this.next) this.out.text(', ');
      const value = this.args[index]!;
      if (isNothing(value)) this.out.text('<nil>');
      else this.out.text(`${typeName(value)}=`).add(formatValue(value));
    }
    this.out.text(')');
  }

  private flags(): { minus: boolean; plus: boolean; sharp: boolean; space: boolean; zero: boolean } {
    const flags = { minus: false, plus: false, sharp: false, space: false, zero: false };
    for (; ; this.at++) {
      const char = this.format.text[this.at];
      if (char === '-') flags.minus = true;
      else if (char === '+') flags.plus = true;
      else if (char === '#') flags.sharp = true;
      else if (char === ' ') flags.space = true;
      else if (char === '0') flags.zero = true;
      else return flags.minus ? { ...flags, zero: false } : flags;
    }
  }

  private digits(): number | null {
    const start = this.at;
    while (isDigit(this.format.text[this.at])) this.at++;
    if (start === this.at) return null;
    const value = Number(this.format.text.slice(start, this.at));
    return value > 1e6 ? null : value;
  }

  /** `[n]` chooses the operand. */
  private index(): boolean {
    if (this.format.text[this.at] !== '[') return false;
    this.reordered = true;
    const close = this.format.text.indexOf(']', this.at);
    if (close < 0) {
      this.goodIndex = false;
      this.at++;
      return false;
    }
    const number = this.format.text.slice(this.at + 1, close);
    this.at = close + 1;
    const index = /^\d+$/.test(number) ? Number(number) - 1 : -1;
    if (index < 0 || index >= this.args.length) {
      this.goodIndex = false;
      return true;
    }
    this.next = index;
    return true;
  }

  private star(): number | null {
    const value = this.args[this.next];
    this.next++;
    if (value?.kind !== 'int' || value.value > 1_000_000n || value.value < -1_000_000n) return null;
    return Number(value.value);
  }

  private verb(): void {
    const { text } = this.format;
    const start = this.at - 1;
    this.goodIndex = true;
    const flags = this.flags();
    let afterIndex = this.index();
    let width: number | null = null;
    if (text[this.at] === '*') {
      this.at++;
      width = this.star();
      if (width === null) this.out.text('%!(BADWIDTH)');
      else if (width < 0) {
        width = -width;
        flags.minus = true;
        flags.zero = false;
      }
      afterIndex = false;
    } else {
      width = this.digits();
      if (afterIndex && width !== null) this.goodIndex = false;
    }
    let precision: number | null = null;
    if (text[this.at] === '.') {
      this.at++;
      if (afterIndex) this.goodIndex = false;
      afterIndex = this.index();
      if (text[this.at] === '*') {
        this.at++;
        precision = this.star();
        if (precision === null) this.out.text('%!(BADPREC)');
        else if (precision < 0) precision = null;
        afterIndex = false;
      } else precision = this.digits() ?? 0;
    }
    if (!afterIndex) this.index();
    const char = text.codePointAt(this.at);
    if (char === undefined) {
      this.out.text('%!(NOVERB)');
      return;
    }
    const verb = String.fromCodePoint(char);
    this.at += verb.length;
    if (verb === '%') this.out.part(this.format, start, start + 1);
    else if (!this.goodIndex) this.out.text(`%!${verb}(BADINDEX)`);
    else if (this.next >= this.args.length) this.out.text(`%!${verb}(MISSING)`);
    else
      this.print(this.args[this.next++]!, { char: verb, ...flags, plus: flags.plus && verb !== 'v', width, precision });
  }

  private print(value: Value, verb: Verb): void {
    const printed = printVerb(value, verb, 0);
    const width = verb.width ?? 0;
    const length = [...printed.text].length;
    // Compound values apply the width to each element.
    const whole = value.kind === 'list' || value.kind === 'map' || printed.text.startsWith(`%!${verb.char}(`);
    const padded = whole ? 0 : width - length;
    if (padded <= 0) {
      this.out.add(printed);
      return;
    }
    this.budget.allocate(padded);
    this.out.add(pad(printed, padded, verb));
  }
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const isNothing = (value: Value): boolean => value.kind === 'nil' || value.kind === 'invalid';

function pad(text: StringValue, size: number, verb: Verb): StringValue {
  if (verb.minus) return new Builder().add(text).text(' '.repeat(size)).done();
  if (!verb.zero) return new Builder().text(' '.repeat(size)).add(text).done();
  const sign = /^[+-]/.test(text.text) && !'sqv'.includes(verb.char) ? 1 : 0;
  return new Builder().part(text, 0, sign).text('0'.repeat(size)).part(text, sign, text.text.length).done();
}

/** Width and precision count for the value inside. */
function bad(value: Value, verb: Verb): StringValue {
  const builder = new Builder().text(`%!${verb.char}(`);
  if (isNothing(value)) return builder.text('<nil>)').done();
  const inside = { ...verb, char: 'v' };
  const printed = printVerb(value, inside, 0);
  const missing = value.kind === 'list' || value.kind === 'map' ? 0 : (verb.width ?? 0) - printed.text.length;
  return builder
    .text(`${typeName(value)}=`)
    .add(missing > 0 ? pad(printed, missing, inside) : printed)
    .text(')')
    .done();
}

/** One operand with one verb, without its width. */
function printVerb(value: Value, verb: Verb, depth: number): StringValue {
  if (depth > MAX_DEPTH) return plain('...');
  if (verb.char === 'T') return plain(typeName(value));
  if (verb.char === 'p') return bad(value, verb);
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      return verb.char === 'v' ? plain('<nil>') : bad(value, verb);
    case 'bool':
      return verb.char === 't' || verb.char === 'v' ? formatValue(value) : bad(value, verb);
    case 'int': {
      const text = formatIntVerb(value.value, verb);
      return text === null ? bad(value, verb) : tracked(text, formatted(value, text));
    }
    case 'float': {
      const text = formatFloatVerb(value.value, verb);
      return text === null ? bad(value, verb) : tracked(text, formatted(value, text));
    }
    case 'string':
      return printString(value, verb) ?? bad(value, verb);
    case 'bytes':
      if (verb.char === 's' || verb.char === 'q' || verb.char === 'x' || verb.char === 'X') {
        return printString(value.content, verb) ?? bad(value, verb);
      }
      return formatValue(value);
    case 'list':
    case 'map':
      return printCompound(value, verb, depth);
    case 'object':
      return verb.char === 'v' || verb.char === 's' ? formatValue(value) : bad(value, verb);
  }
}

const formatted = (value: Value, text: string): ReturnType<typeof originOf> => {
  const origin = originOf(value);
  if (origin === null) return null;
  const exact = origin.exact && origin.source.text.slice(origin.from, origin.to) === text;
  return exact === origin.exact ? origin : { ...origin, exact };
};

function printCompound(value: Extract<Value, { kind: 'list' | 'map' }>, verb: Verb, depth: number): StringValue {
  const builder = new Builder();
  const element = (item: Value): void => {
    const printed = isNothing(item) ? plain('<nil>') : printVerb(item, verb, depth + 1);
    const missing = (verb.width ?? 0) - printed.text.length;
    builder.add(missing > 0 && item.kind !== 'list' && item.kind !== 'map' ? pad(printed, missing, verb) : printed);
  };
  if (value.kind === 'list') {
    builder.text('[');
    for (const [index, item] of value.items.entries()) {
      if (index > 0) builder.text(' ');
      element(item);
    }
  } else {
    builder.text('map[');
    for (const [index, key] of [...value.entries.keys()].sort(compareBytes).entries()) {
      if (index > 0) builder.text(' ');
      element(tracked(key, value.keys.get(key) ?? null));
      builder.text(':');
      element(value.entries.get(key)!);
    }
  }
  return builder.text(']').done();
}

/** strconv.CanBackquote. */
const canBackquote = (text: string): boolean => !/[\0-\x08\n-\x1f`\x7f\ufeff\ud800-\udfff]/u.test(text);

function printString(value: StringValue, verb: Verb): StringValue | null {
  const cut =
    verb.precision === null || verb.char === 'x' || verb.char === 'X' ? value : firstChars(value, verb.precision);
  switch (verb.char) {
    case 's':
      return cut;
    case 'v':
      return verb.sharp ? quoteText(cut) : cut;
    case 'q':
      if (verb.sharp && canBackquote(cut.text)) return new Builder().text('`').add(cut).text('`').done();
      return verb.plus ? quoteAscii(cut) : quoteText(cut);
    case 'x':
    case 'X': {
      const hex = [...bytesOf(value)].map((byte) => byte.toString(16).padStart(2, '0'));
      const kept = verb.precision === null ? hex : hex.slice(0, verb.precision);
      const text = kept.join(verb.space ? ' ' : '');
      return tracked(verb.char === 'X' ? text.toUpperCase() : text, blurredOrigin(value));
    }
    default:
      return null;
  }
}

const blurredOrigin = (value: StringValue): ReturnType<typeof originOf> => {
  const origin = originOf(value);
  return origin === null ? null : { ...origin, exact: false };
};

function firstChars(value: StringValue, count: number): StringValue {
  if (count === 0) return EMPTY;
  let at = 0;
  let seen = 0;
  for (const char of value.text) {
    if (seen++ === count) break;
    at += char.length;
  }
  return slice(value, 0, at);
}
