/** `--history FOLDER`: reads the JSON reports of earlier runs. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { readSmallText } from '../files/regular-file.ts';
import { oneLine } from '../report/escape.ts';
import { type HistoryPoint, historyPoint } from '../report/history.ts';
import type { Io } from './io.ts';

const MOST_REPORTS = 1000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What is no report is told and left out. */
export function readHistory(folder: string, io: Io): readonly HistoryPoint[] {
  const full = resolve(io.cwd, folder);
  const names = namesIn(full, folder).filter((name) => name.endsWith('.json'));
  return names.slice(-MOST_REPORTS).flatMap((name) => {
    const text = readSmallText(join(full, name), MOST_BYTES);
    const point = text === undefined ? undefined : historyPoint(name, text);
    if (point) return [point];
    io.err.write(`${oneLine(`${folder}/${name} is not a JSON report with a date; it was left out.`)}\n`);
    return [];
  });
}

function namesIn(full: string, folder: string): readonly string[] {
  try {
    return readdirSync(full).sort();
  } catch {
    throw new UsageError(`The history ${folder} is not a folder that can be read.`);
  }
}
