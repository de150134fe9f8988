/** Every function of sprig and Helm against what the real helm printed. */
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../src/helm/functions/index.ts';
import { agrees, type Probe, readProbes, readRecorded, runProbe } from './probes/probe.ts';

const recorded = readRecorded();
const groups = new Map<string, Probe[]>();
for (const probe of readProbes()) groups.set(probe.about, [...(groups.get(probe.about) ?? []), probe]);

describe('probes', () => {
  it.each([...groups.keys()])('%s', (about) => {
    const wrong = (groups.get(about) ?? []).flatMap((probe) => {
      const expected = recorded[probe.template] ?? { error: 'not recorded' };
      const ours = runProbe(probe);
      return agrees(ours, expected) ? [] : [{ template: probe.template, expected, ours }];
    });
    expect(wrong).toEqual([]);
  });

  it('cover every function at least three times', () => {
    const thin = Object.keys(FUNCTIONS).filter((name) => (groups.get(name)?.length ?? 0) < 3);
    expect(thin).toEqual([]);
  });
});
