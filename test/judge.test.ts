/** Pins every cell of the one table: cause × place, where nodes keep Docker Engine, and below the version that breaks it. */
import { describe, expect, it } from 'vitest';
import { type Case, type Cause, JUDGEMENTS, type Judgement, judge } from '../src/judge.ts';
import type { Place } from '../src/model/place.ts';

const PLACES: readonly Place[] = ['node', 'workload', 'image', 'ci', 'dev', 'unknown'];
const CAUSES = Object.keys(JUDGEMENTS) as Cause[];

function severity(change: Partial<Case> & { readonly cause: Cause; readonly place: Place }): string {
  return (
    judge({
      activation: 'default',
      certainty: 'literal',
      evidence: 1,
      target: { runtime: 'containerd', minor: 38 },
      ...change,
    })?.severity ?? 'off'
  );
}

describe('the table', () => {
  it('gives every cell for a new cluster with containerd', () => {
    const table = CAUSES.map((cause) => [cause, ...PLACES.map((place) => severity({ cause, place }))].join(' '));
    expect(table).toMatchSnapshot();
  });

  it('gives every cell for nodes that keep Docker Engine', () => {
    const table = CAUSES.map((cause) =>
      [cause, ...PLACES.map((place) => severity({ cause, place, target: { runtime: 'cri-dockerd', minor: 38 } }))].join(
        ' ',
      ),
    );
    expect(table).toMatchSnapshot();
  });

  it('judges CRI-O as containerd, and Mirantis Container Runtime as cri-dockerd', () => {
    for (const cause of CAUSES) {
      for (const place of PLACES) {
        const at = (runtime: Case['target']['runtime']) => severity({ cause, place, target: { runtime, minor: 38 } });
        expect([cause, place, at('cri-o'), at('mcr')]).toEqual([cause, place, at('containerd'), at('cri-dockerd')]);
      }
    }
  });

  it('is never louder than a notice where Docker Engine stays, but for what breaks there too', () => {
    const loud = CAUSES.filter((cause) =>
      PLACES.some((place) =>
        /error|warning/.test(severity({ cause, place, target: { runtime: 'cri-dockerd', minor: 38 } })),
      ),
    );
    expect([...new Set(loud.map((cause) => cause.split('/')[0]))].sort()).toEqual([
      'chart-runtime-docker',
      'cri-dockerd-adapter',
      'docker-env-detection',
      'docker-metrics-query',
      'dockershim-socket',
      'kubelet-container-runtime-flag',
      'kubelet-dockershim-flag',
      'node-registry-credentials',
      'provisioner-docker-runtime',
      'seccomp-docker-default',
    ]);
  });

  it('is silent about tests and developer machines, but for clusters that are made there', () => {
    const heard = CAUSES.filter((cause) => severity({ cause, place: 'ci' }) !== 'off');
    const pods = 'docker-socket-mount/pod-of-ci';
    for (const cause of heard)
      expect([cause, severity({ cause, place: 'ci' })]).toEqual([cause, cause === pods ? 'warning' : 'notice']);
  });
});

describe('versions', () => {
  const dated = CAUSES.filter((cause) => (JUDGEMENTS[cause] as Judgement).since !== undefined);

  it('is one level lower before the version that breaks it', () => {
    const lower: Record<string, string> = { error: 'warning', warning: 'notice', notice: 'notice', off: 'off' };
    for (const cause of dated) {
      const since = (JUDGEMENTS[cause] as Judgement).since ?? 0;
      const at = (minor: number) => severity({ cause, place: 'node', target: { runtime: 'containerd', minor } });
      expect([cause, at(since - 1)]).toEqual([cause, lower[at(since)]]);
    }
  });

  it('knows the version of each', () => {
    expect(dated.map((cause) => `${cause} 1.${(JUDGEMENTS[cause] as Judgement).since}`)).toMatchSnapshot();
  });
});

describe('activation and confidence', () => {
  const base = {
    cause: 'docker-socket-mount',
    place: 'workload',
    target: { runtime: 'containerd', minor: 37 },
  } as const;

  it('is one level lower for what is switched off by default', () => {
    const off = judge({ ...base, activation: 'when', certainty: 'literal', evidence: 1 });
    expect(off).toEqual({ severity: 'warning', confidence: 'medium' });
    const unsure = judge({ ...base, activation: 'conditional', certainty: 'literal', evidence: 1 });
    expect(unsure).toEqual({ severity: 'warning', confidence: 'medium' });
  });

  it('is high for what is written out in a known place', () => {
    expect(judge({ ...base, activation: 'default', certainty: 'literal', evidence: 1 })?.confidence).toBe('high');
  });

  it('is medium for what goes through variables, and without evidence', () => {
    expect(judge({ ...base, activation: 'default', certainty: 'resolved', evidence: 1 })?.confidence).toBe('medium');
    expect(judge({ ...base, activation: 'default', certainty: 'literal', evidence: 0 })?.confidence).toBe('medium');
  });

  it('is low for what is only known in part, and in unknown places', () => {
    expect(judge({ ...base, activation: 'default', certainty: 'partial', evidence: 2 })?.confidence).toBe('low');
    expect(
      judge({ ...base, place: 'unknown', activation: 'default', certainty: 'literal', evidence: 0 })?.confidence,
    ).toBe('low');
  });
});
