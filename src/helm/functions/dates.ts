/** sprig's dates. The clock stands still; what depends on it is marked random. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import type { Origin } from '../values/origin.ts';
import { blurred, tracked } from '../values/tracked.ts';
import {
  bool,
  int,
  int64,
  type Method,
  type ObjectValue,
  originOf,
  type StringValue,
  type Value,
} from '../values/value.ts';
import { formatDuration, parseDuration } from './durations.ts';
import { type Env, type Fn, fn } from './function.ts';
import { dayName, fieldsOf, formatTime, type Moment, monthName, NANOS, parseTime } from './time-layout.ts';

/** 2024-01-01T00:00:00Z */
const NOW: Moment = { ns: 1_704_067_200n * NANOS, offset: 0, zone: 'UTC' };
const ZERO_TIME: Moment = { ns: -62_135_596_800n * NANOS, offset: 0, zone: 'UTC' };
const MONDAY_LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST';

const moments = new WeakMap<ObjectValue, Moment>();

export function momentIn(value: Value): Moment | null {
  return value.kind === 'object' ? (moments.get(value) ?? null) : null;
}

/** As Go compares two times with `==`: the instant, and the zone in which it is told. */
export function isSameMoment(a: Moment, b: Moment): boolean {
  return a.ns === b.ns && a.offset === b.offset && a.zone === b.zone;
}

const duration = (ns: bigint): Value => ({ kind: 'int', type: 'time.Duration', value: ns, origin: null });

function timeObject(moment: Moment, from: Origin | null): ObjectValue {
  const origin = from === null ? null : blurred(from);
  const fields = (): ReturnType<typeof fieldsOf> => fieldsOf(moment);
  const text = (value: string): StringValue => tracked(value, origin);
  const get = (call: () => Value): Method => ({ parameters: [], call });
  const other = (value: Value | undefined): Moment => {
    const found = value === undefined ? null : momentIn(value);
    if (found === null) throw new TemplateError('wrong type for value; expected time.Time');
    return found;
  };
  const nanos = (value: Value | undefined): bigint => (value?.kind === 'int' ? value.value : 0n);
  const named = (value: number, name: string): Value => ({
    kind: 'object',
    typeName: 'time.Month',
    fields: new Map(),
    methods: new Map([['String', get(() => text(name))]]),
    json: () => int(value),
    text: () => name,
    origin,
  });
  const methods = new Map<string, Method>([
    ['Format', { parameters: ['string'], call: ([layout]) => text(formatTime(moment, (layout as StringValue).text)) }],
    ['String', get(() => text(formatTime(moment, MONDAY_LAYOUT)))],
    ['Unix', get(() => int64(moment.ns / NANOS, origin))],
    ['UnixMilli', get(() => int64(moment.ns / 1_000_000n, origin))],
    ['UnixNano', get(() => int64(moment.ns, origin))],
    ['Year', get(() => int(fields().year, origin))],
    ['Month', get(() => named(fields().month, monthName(fields().month)))],
    ['Weekday', get(() => named(fields().weekday, dayName(fields().weekday)))],
    ['Day', get(() => int(fields().day, origin))],
    ['YearDay', get(() => int(fields().yearDay, origin))],
    ['Hour', get(() => int(fields().hour, origin))],
    ['Minute', get(() => int(fields().minute, origin))],
    ['Second', get(() => int(fields().second, origin))],
    ['Nanosecond', get(() => int(fields().nano, origin))],
    ['UTC', get(() => timeObject({ ...moment, offset: 0, zone: 'UTC' }, origin))],
    ['Local', get(() => timeObject({ ...moment, offset: 0, zone: 'UTC' }, origin))],
    ['IsZero', get(() => bool(moment.ns === ZERO_TIME.ns, origin))],
    ['Add', { parameters: ['any'], call: ([by]) => timeObject({ ...moment, ns: moment.ns + nanos(by) }, origin) }],
    ['Sub', { parameters: ['any'], call: ([from]) => duration(moment.ns - other(from).ns) }],
    ['Before', { parameters: ['any'], call: ([than]) => bool(moment.ns < other(than).ns, origin) }],
    ['After', { parameters: ['any'], call: ([than]) => bool(moment.ns > other(than).ns, origin) }],
    ['Equal', { parameters: ['any'], call: ([than]) => bool(moment.ns === other(than).ns, origin) }],
    [
      'AddDate',
      {
        parameters: ['int', 'int', 'int'],
        call: ([years, months, days]) => timeObject(addDate(moment, nanos(years), nanos(months), nanos(days)), origin),
      },
    ],
  ]);
  const object: ObjectValue = {
    kind: 'object',
    typeName: 'time.Time',
    fields: new Map(),
    methods,
    json: () => text(formatTime(moment, '2006-01-02T15:04:05.999999999Z07:00')),
    text: () => formatTime(moment, MONDAY_LAYOUT),
    origin,
  };
  moments.set(object, moment);
  return object;
}

function addDate(moment: Moment, years: bigint, months: bigint, days: bigint): Moment {
  const f = fieldsOf(moment);
  const date = new Date(0);
  date.setUTCFullYear(f.year + Number(years), f.month - 1 + Number(months), f.day + Number(days));
  date.setUTCHours(f.hour, f.minute, f.second);
  if (Number.isNaN(date.getTime())) throw new TemplateError('time out of range');
  return { ...moment, ns: BigInt(date.getTime() / 1000 - moment.offset) * NANOS + BigInt(f.nano) };
}

function blurredOrigin(value: Value): Origin | null {
  const origin = originOf(value);
  return origin === null ? null : blurred(origin);
}

const nowOrigin = (env: Env): Origin | null => originOf(env.random('now'));

/** What sprig takes for a date; anything else is now. */
function dateOf(env: Env, value: Value): { moment: Moment; origin: Origin | null } {
  const moment = momentIn(value);
  if (moment !== null) return { moment, origin: originOf(value) };
  if (value.kind === 'int' && (value.type === 'int' || value.type === 'int64' || value.type === 'int32')) {
    return { moment: { ns: value.value * NANOS, offset: 0, zone: 'UTC' }, origin: value.origin };
  }
  return { moment: NOW, origin: nowOrigin(env) };
}

/** The offset of a named zone at a moment, as the platform's own tables have it. */
function inZone(moment: Moment, zone: string): Moment {
  if (zone === '' || zone === 'UTC' || zone === 'Local') return { ...moment, offset: 0, zone: 'UTC' };
  const at = Number(moment.ns / 1_000_000n);
  try {
    const part = (style: 'longOffset' | 'short'): string =>
      new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style })
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(part('longOffset'));
    const size = match === null ? 0 : Number(match[2]) * 3600 + Number(match[3]) * 60;
    return { ...moment, offset: match?.[1] === '-' ? -size : size, zone: part('short') };
  } catch {
    return { ...moment, offset: 0, zone: 'UTC' };
  }
}

function format(env: Env, layout: string, value: Value, zone: string): StringValue {
  const { moment, origin } = dateOf(env, value);
  return tracked(formatTime(inZone(moment, zone), layout), origin === null ? null : { ...origin, exact: false });
}

const dateInZone = fn(['string', 'any', 'string'], (env, layout, value, zone) =>
  format(env, layout.text, value, zone.text),
);

function modified(by: string, value: ObjectValue, must: boolean): Value {
  const ns = parseDuration(by);
  const moment = momentIn(value) ?? NOW;
  if (ns === null && must) throw new TemplateError(`time: invalid duration ${JSON.stringify(by)}`);
  return ns === null ? value : timeObject({ ...moment, ns: moment.ns + ns }, value.origin);
}

const dateModify = fn(['string', 'time'], (_, by, value) => modified(by.text, value, false));
const mustDateModify = fn(['string', 'time'], (_, by, value) => modified(by.text, value, true));

function rounded(ns: bigint): string {
  const size = ns < 0n ? -ns : ns;
  const hour = 3600n * NANOS;
  const units: [bigint, string][] = [
    [hour * 24n * 365n, 'y'],
    [hour * 24n * 30n, 'mo'],
    [hour * 24n, 'd'],
    [hour, 'h'],
    [60n * NANOS, 'm'],
    [NANOS, 's'],
  ];
  const unit = units.find(([length]) => size > length);
  return unit === undefined ? '0s' : `${size / unit[0]}${unit[1]}`;
}

function durationRound(env: Env, value: Value): Value {
  if (value.kind === 'string') return tracked(rounded(parseDuration(value.text) ?? 0n), null);
  if (value.kind === 'int' && value.type === 'int64') return tracked(rounded(value.value), null);
  const moment = momentIn(value);
  return moment === null ? tracked('0s', null) : tracked(rounded(NOW.ns - moment.ns), nowOrigin(env));
}

function seconds(value: Value): bigint {
  if (value.kind === 'int' && value.type === 'int64') return value.value;
  if (value.kind === 'string' && /^[+-]?\d+$/.test(value.text)) return BigInt(value.text.replace(/^\+/, ''));
  return 0n;
}

export const DATES = table<Fn>({
  now: fn([], (env) => timeObject(NOW, nowOrigin(env))),
  date: fn(['string', 'any'], (env, layout, value) => format(env, layout.text, value, 'Local')),
  htmlDate: fn(['any'], (env, value) => format(env, '2006-01-02', value, 'Local')),
  htmlDateInZone: fn(['any', 'string'], (env, value, zone) => format(env, '2006-01-02', value, zone.text)),
  dateInZone,
  date_in_zone: dateInZone,
  dateModify,
  date_modify: dateModify,
  mustDateModify,
  must_date_modify: mustDateModify,
  ago: fn(['any'], (env, value) => {
    const { moment } = dateOf(env, value);
    const half = NANOS / 2n;
    const passed = NOW.ns - moment.ns;
    const whole = ((passed + (passed < 0n ? -half : half)) / NANOS) * NANOS;
    return tracked(formatDuration(whole), nowOrigin(env));
  }),
  duration: fn(['any'], (_, value) =>
    tracked(formatDuration(BigInt.asIntN(64, seconds(value) * NANOS)), blurredOrigin(value)),
  ),
  durationRound: fn(['any'], durationRound),
  toDate: fn(['string', 'string'], (_, layout, text) =>
    timeObject(parseTime(layout.text, text.text) ?? ZERO_TIME, originOf(text)),
  ),
  mustToDate: fn(['string', 'string'], (_, layout, text) => {
    const moment = parseTime(layout.text, text.text);
    if (moment === null)
      throw new TemplateError(`parsing time ${JSON.stringify(text.text)} as ${JSON.stringify(layout.text)}`);
    return timeObject(moment, originOf(text));
  }),
  unixEpoch: fn(['time'], (_, value) => {
    const { ns } = momentIn(value) ?? NOW;
    return tracked(String(ns / NANOS), blurredOrigin(value));
  }),
});
