/** Go's durations: reading and printing. */

import { table } from '../table.ts';
import { withoutTrailingZeros } from './digits.ts';
import { NANOS } from './time-layout.ts';

const UNITS = table<bigint>({
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: NANOS,
  m: 60n * NANOS,
  h: 3600n * NANOS,
});

/** time.ParseDuration in nanoseconds; null when it is none. */
export function parseDuration(text: string): bigint | null {
  const body = text.replace(/^[+-]/, '');
  if (body === '0') return 0n;
  if (body === '' || text.length > 200) return null;
  let total = 0n;
  let rest = body;
  while (rest !== '') {
    const match = /^(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/.exec(rest);
    if (match === null || (match[1] === '' && (match[2] ?? '') === '')) return null;
    const unit = UNITS.get(match[3]!)!;
    const fraction = match[2] ?? '';
    total += BigInt(match[1] || 0) * unit + (BigInt(fraction || 0) * unit) / 10n ** BigInt(fraction.length);
    rest = rest.slice(match[0].length);
  }
  if (total >= 2n ** 63n) return null;
  return text.startsWith('-') ? -total : total;
}

/** time.Duration's String. */
export function formatDuration(ns: bigint): string {
  if (ns === 0n) return '0s';
  const size = ns < 0n ? -ns : ns;
  const sign = ns < 0n ? '-' : '';
  const fraction = (value: bigint, unit: bigint): string => {
    const rest = withoutTrailingZeros(String(value % unit).padStart(String(unit).length - 1, '0'));
    return `${value / unit}${rest === '' || unit === 1n ? '' : `.${rest}`}`;
  };
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${fraction(size, 1_000n)}µs`;
  if (size < NANOS) return `${sign}${fraction(size, 1_000_000n)}ms`;
  const seconds = size / NANOS;
  const hours = seconds / 3600n;
  const minutes = (seconds / 60n) % 60n;
  const rest = fraction(size - (seconds - (seconds % 60n)) * NANOS, NANOS);
  return `${sign}${hours > 0n ? `${hours}h` : ''}${seconds >= 60n ? `${minutes}m` : ''}${rest}s`;
}
