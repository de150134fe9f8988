/** The files that the runner reads after the step: its outputs, its summary, and the reports that the outputs name. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as core from '@actions/core';
import { UsageError } from '../config/usage-error.ts';
import { writeFile } from '../files/write.ts';
import { SEVERITIES } from '../model/finding.ts';
import { countedFindings, type RunReport } from '../report/model.ts';
import { coverageCounts } from '../report/words.ts';

export type OutputName =
  | 'conclusion'
  | 'total'
  | 'new'
  | 'fixed'
  | 'suppressed'
  | 'highest-severity'
  | 'not-understood'
  | 'json-file'
  | 'sarif-file'
  | 'comment-url';

export function runOutputs(run: RunReport): Readonly<Partial<Record<OutputName, string>>> {
  const { result, comparison, verdict } = run;
  const counted = countedFindings(run);
  return {
    conclusion: verdict.conclusion,
    total: String(result.findings.length),
    new: String(counted.length),
    fixed: String(comparison?.fixed.length ?? 0),
    suppressed: String(result.suppressed.length),
    'highest-severity': SEVERITIES.find((severity) => counted.some((f) => f.severity === severity)) ?? 'none',
    'not-understood': String(coverageCounts(result.coverage).not),
  };
}

/** False when the runner's file cannot be written. */
export async function appendSummary(file: string | undefined, text: string): Promise<boolean> {
  if (file === undefined) return true;
  try {
    await core.summary.addRaw(text).write();
    return true;
  } catch {
    core.summary.emptyBuffer();
    return false;
  }
}

/** False when the runner's file cannot be written. */
export function writeOutputs(
  file: string | undefined,
  outputs: Readonly<Partial<Record<OutputName, string>>>,
): boolean {
  if (file === undefined) return true;
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * A relative path stays in the workspace; an absolute one is the workflow author's own choice. A link that a change put
 * where the report goes is never written through.
 */
export function writeReport(workspace: string, path: string, text: string | Iterable<string>): string {
  const full = resolve(workspace, path);
  const outside = () => new UsageError(`The report ${path} would be written outside the workspace.`);
  if (!isAbsolute(path) && !isInside(workspace, full)) throw outside();
  writeFile({ path: full, name: `The report ${path}`, guarded: [realpathSync(workspace)] }, text);
  return full;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
