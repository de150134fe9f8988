/** What a link holds behind its `#`, which no browser sends: an example of a rule page, or files, compressed. */
import { deflateSync, Inflate } from 'fflate/browser';
import type { InputFile } from '../model/input.ts';
import { TARGET_RUNTIMES, type TargetRuntime } from '../model/target.ts';
import { withoutTrailing } from '../text/trim.ts';
import { unpack } from '../text/unpack.ts';
import { isPath } from './upload.ts';

export interface Shared {
  readonly files: readonly InputFile[];
  readonly runtime: TargetRuntime | undefined;
  readonly minor: number | undefined;
}

const FILES = '#1.';
const MOST_CHARACTERS = 2_000_000;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_FILES = 500;

export function fragmentOf({ files, runtime, minor }: Shared): string {
  const texts = files.map(({ path, text }) => [path, text]);
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify({ files: texts, runtime, minor })), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return FILES + withoutTrailing(btoa(binary).replaceAll('+', '-').replaceAll('/', '_'), '=');
}

/** Undefined for what is no link of ours. A stranger may have written it. */
export function sharedIn(fragment: string): Shared | undefined {
  if (!fragment.startsWith(FILES) || fragment.length > MOST_CHARACTERS) return undefined;
  try {
    const binary = atob(fragment.slice(FILES.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const bytes = unpack(packed, MOST_BYTES, (told) => new Inflate(told));
    return bytes && readShared(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

function readShared(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files))
    return undefined;
  if (value.files.length > MOST_FILES) return undefined;
  const files = value.files.flatMap((one: unknown) => {
    if (!Array.isArray(one)) return [];
    const [path, text]: readonly unknown[] = one;
    return typeof path === 'string' && typeof text === 'string' && isPath(path) ? [{ path, text }] : [];
  });
  const runtime = 'runtime' in value ? TARGET_RUNTIMES.find((known) => known === value.runtime) : undefined;
  const minor =
    'minor' in value && typeof value.minor === 'number' && Number.isInteger(value.minor) ? value.minor : undefined;
  return { files, runtime, minor };
}
