/** Gives every probe to the real helm, to record or to compare. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  agrees,
  type Outcome,
  outcomeOf,
  type Probe,
  probeFiles,
  readProbes,
  runProbe,
} from '../../test/helm/probes/probe.ts';
import type { Oracle } from './oracle.ts';

async function ask(oracle: Oracle, probe: Probe): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const files = probeFiles(probe);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { stdout, error } = await oracle.template(folder, [], JSON.stringify([...files]), 0);
  rmSync(folder, { recursive: true });
  return outcomeOf(stdout, error);
}

/** Helm's outcome for each probe, two at a time. */
async function askAll(oracle: Oracle): Promise<Map<Probe, Outcome>> {
  const results = new Map<Probe, Outcome>();
  const probes = readProbes();
  for (const probe of probes) results.set(probe, {});
  const queue = [...probes];
  const work = async (): Promise<void> => {
    for (let probe = queue.shift(); probe !== undefined; probe = queue.shift())
      results.set(probe, await ask(oracle, probe));
  };
  await Promise.all([work(), work()]);
  return results;
}

export async function record(oracle: Oracle, file: string): Promise<void> {
  const entries = [...(await askAll(oracle))].map(([probe, outcome]) => [probe.template, outcome]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

export interface ProbeReport {
  readonly total: number;
  readonly agreeing: number;
  readonly lines: readonly string[];
}

export async function compareProbes(oracle: Oracle): Promise<ProbeReport> {
  const lines: string[] = [];
  const results = await askAll(oracle);
  for (const [probe, theirs] of results) {
    const ours = runProbe(probe);
    if (!agrees(ours, theirs)) {
      lines.push(
        `${probe.about}: ${probe.template}\n  helm: ${JSON.stringify(theirs)}\n  ours: ${JSON.stringify(ours)}`,
      );
    }
  }
  return { total: results.size, agreeing: results.size - lines.length, lines };
}
