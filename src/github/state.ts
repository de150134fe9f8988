/** What a comment remembers of its run, inside its own first line, so that the next run can say what became of it. */

export interface RunState {
  /** Run number and attempt of the workflow: a slower, older run must not overwrite a newer one. */
  readonly run: number;
  readonly attempt: number;
  readonly commit: string;
  readonly counted: number;
  /** The first digits of the fingerprints that counted; undefined when they were too many to keep. */
  readonly fingerprints: readonly string[] | undefined;
}

export interface Delta {
  readonly since: string;
  readonly more: number;
  readonly gone: number;
}

const STATE_LIMIT = 4096;
const FINGERPRINT_DIGITS = 8;
const MARKER = 'dockershim-lint v1';

/** The start of the first line, by which a comment is recognised. */
export function markerStart(key: string): string {
  return `<!-- ${MARKER} key=${key} `;
}

export function markerLine(key: string, state: RunState): string {
  return `${markerStart(key)}state=${encodeState(state)} -->`;
}

export function createState(
  run: Pick<RunState, 'run' | 'attempt' | 'commit'>,
  fingerprints: readonly string[],
): RunState {
  return { ...run, counted: fingerprints.length, fingerprints: fingerprints.map(shorten) };
}

/** The state of a comment with this key, or undefined when somebody broke it. */
export function readState(body: string, key: string): RunState | undefined {
  const start = `${markerStart(key)}state=`;
  if (!body.startsWith(start)) return undefined;
  const end = body.indexOf(' ', start.length);
  if (end < 0 || end - start.length > STATE_LIMIT) return undefined;
  try {
    return toState(JSON.parse(Buffer.from(body.slice(start.length, end), 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Undefined when nothing is known of the run before, or nothing moved. */
export function compareStates(before: RunState | undefined, now: RunState): Delta | undefined {
  if (!before) return undefined;
  const since = before.commit;
  if (!before.fingerprints || !now.fingerprints) {
    const moved = now.counted - before.counted;
    return moved === 0 ? undefined : { since, more: Math.max(0, moved), gone: Math.max(0, -moved) };
  }
  const left = new Map<string, number>();
  for (const fingerprint of before.fingerprints) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  let more = 0;
  for (const fingerprint of now.fingerprints) {
    const count = left.get(fingerprint) ?? 0;
    if (count === 0) more += 1;
    else left.set(fingerprint, count - 1);
  }
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return more === 0 && gone === 0 ? undefined : { since, more, gone };
}

function encodeState(state: RunState): string {
  const whole = encode(state);
  return whole.length <= STATE_LIMIT ? whole : encode({ ...state, fingerprints: undefined });
}

function encode({ run, attempt, commit, counted, fingerprints }: RunState): string {
  const value = { r: run, a: attempt, c: commit.slice(0, 40), n: counted, f: fingerprints?.join('') };
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function toState(value: unknown): RunState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { r, a, c, n, f } = value as Record<string, unknown>;
  if (!isCount(r) || !isCount(a) || !isCount(n)) return undefined;
  if (typeof c !== 'string' || !/^[0-9a-f]{0,40}$/.test(c)) return undefined;
  if (f !== undefined && (typeof f !== 'string' || !/^[0-9a-f]*$/.test(f))) return undefined;
  const fingerprints = f?.match(/.{8}/g) ?? (f === undefined ? undefined : []);
  return { run: r, attempt: a, commit: c, counted: n, fingerprints };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function shorten(fingerprint: string): string {
  return fingerprint.slice(0, FINGERPRINT_DIGITS).padEnd(FINGERPRINT_DIGITS, '0');
}
