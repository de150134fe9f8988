/** Pins every cell of the one table: cause × place, where nodes keep Docker Engine, and below the version that breaks it. */
import { describe, expect, it } from 'vitest';
import { type Case, type Cause, JUDGEMENTS, type Judgement, judge, stepsOf } from '../src/judge.ts';
import type { Condition, Polarity } from '../src/model/condition.ts';
import type { Place } from '../src/model/place.ts';
import { createSource } from '../src/text/source.ts';
import { fileView } from '../src/text/view.ts';

const PLACES: readonly Place[] = ['node', 'workload', 'image', 'ci', 'dev', 'unknown'];
const CAUSES = Object.keys(JUDGEMENTS) as Cause[];

/** A line that is written out, does what it says under no condition, and runs on a new cluster with containerd. */
const PLAIN: Omit<Case, 'cause' | 'place'> = {
  activation: 'default',
  certainty: 'literal',
  evidence: 1,
  target: { runtime: 'containerd', minor: 38 },
  conditions: [],
  polarity: 'uses',
};

function severity(change: Partial<Case> & { readonly cause: Cause; readonly place: Place }): string {
  return judge({ ...PLAIN, ...change })?.severity ?? 'off';
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
    const ofClusters = new Map<string, string>([
      ['docker-socket-mount/pod-of-ci', 'error'],
      ['docker-host-path/pod-of-ci', 'warning'],
      ['docker-container-id-prefix/of-the-cluster', 'warning'],
      ['docker-container-id-prefix/of-own-cluster', 'warning'],
      ['provisioner-docker-runtime/refused-in-pipeline', 'error'],
    ]);
    for (const cause of heard)
      expect([cause, severity({ cause, place: 'ci' })]).toEqual([cause, ofClusters.get(cause) ?? 'notice']);
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
    conditions: [],
    polarity: 'uses',
  } as const;

  it('is one level lower for what is switched off by default', () => {
    const off = judge({ ...base, activation: 'when', certainty: 'literal', evidence: 1 });
    expect(off).toMatchObject({ severity: 'warning', confidence: 'medium' });
    const unsure = judge({ ...base, activation: 'conditional', certainty: 'literal', evidence: 1 });
    expect(unsure).toMatchObject({ severity: 'warning', confidence: 'medium' });
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

/** What follows from the conditions of a line and from what it does with Docker, decided for all causes here. */
describe('conditions and polarity', () => {
  const at = { text: '', view: fileView(createSource('a', '')), start: 0, end: 0 };
  const runtime = (holds: boolean): Condition => ({ kind: 'runtime', holds, at });
  const presence = (holds: boolean): Condition => ({ kind: 'presence', holds, at });
  const version = (below: number, holds: boolean): Condition => ({ kind: 'version', below, holds, at });
  const cells = (cause: Cause, change: Partial<Case>) =>
    ['node', 'image', 'ci', 'unknown'].map((place) => severity({ cause, place: place as Place, ...change })).join(' ');

  it.each<readonly [string, readonly Condition[], string]>([
    ['nothing', [], 'error notice off notice'],
    ['the runtime is docker', [runtime(true)], 'notice off off off'],
    ['the runtime is another', [runtime(false)], 'error notice off notice'],
    ['docker is there', [presence(true)], 'notice off off off'],
    ['docker is not there', [presence(false)], 'error notice off notice'],
    ['Kubernetes is older than 1.24', [version(24, true)], 'notice off off off'],
    ['Kubernetes is older than 1.27', [version(27, true)], 'error notice off notice'],
    ['Kubernetes is 1.24 or newer', [version(24, false)], 'error notice off notice'],
    ['from 1.19 to 1.23', [version(19, false), version(24, true)], 'notice off off off'],
    ['docker is chosen, and not installed yet', [runtime(true), presence(false)], 'notice off off off'],
  ])('a docker command where %s', (_, conditions, expected) => {
    expect(cells('docker-cli-command', { conditions })).toBe(expected);
  });

  it.each<readonly [string, Cause, readonly Condition[], string]>([
    ['a dockershim flag before 1.24', 'kubelet-dockershim-flag', [version(24, true)], 'notice notice off notice'],
    ['a dockershim flag before 1.25', 'kubelet-dockershim-flag', [version(25, true)], 'error error notice error'],
    [
      '--container-runtime before 1.27',
      'kubelet-container-runtime-flag',
      [version(27, true)],
      'notice notice off notice',
    ],
    [
      'a dockershim flag where docker is chosen',
      'kubelet-dockershim-flag',
      [runtime(true)],
      'notice notice off notice',
    ],
  ])('%s', (_, cause, conditions, expected) => {
    expect(cells(cause, { conditions })).toBe(expected);
  });

  it.each<readonly [Polarity, string]>([
    ['uses', 'error notice off notice'],
    ['probes', 'error notice off notice'],
    ['defines', 'error notice off notice'],
    ['removes', 'off off off off'],
    ['excludes', 'off off off off'],
  ])('a line that %s docker', (polarity, expected) => {
    expect(cells('docker-cli-command', { polarity })).toBe(expected);
  });

  it('names the condition that keeps the line away', () => {
    const one = { cause: 'docker-cli-command', place: 'node', activation: 'default', certainty: 'literal' } as const;
    const rest = { evidence: 1, target: { runtime: 'containerd', minor: 38 }, polarity: 'uses' } as const;
    const conditions = [presence(false), version(24, true), runtime(true)];
    expect(judge({ ...one, ...rest, conditions })?.shield).toBe(conditions[1]);
  });
});

describe('the steps from the cell of the table to what is said', () => {
  const at = { text: '', view: fileView(createSource('a', '')), start: 0, end: 0 };
  const one: Case = { ...PLAIN, cause: 'docker-socket-mount', place: 'node' };
  const quiet: Cause = 'docker-socket-mount/unread';
  const warned: Cause = 'docker-socket-mount/command';
  const containerd = (below: number): Condition => ({ kind: 'containerd', below, holds: true, at });

  it.each<readonly [string, Partial<Case>, readonly string[]]>([
    ['a node of which nothing else is known', {}, ['cell error']],
    [
      'nodes that keep Docker Engine',
      { target: { runtime: 'cri-dockerd', minor: 38 } },
      ['cell error', 'node-keeps-docker notice'],
    ],
    ['a machine that gets cri-dockerd', { engine: 'adapter' }, ['cell error', 'node-keeps-docker notice']],
    ['a machine with an engine of its own', { engine: 'own' }, ['cell error']],
    [
      'what breaks with cri-dockerd just the same',
      { cause: 'kubelet-dockershim-flag', engine: 'adapter' },
      ['cell error'],
    ],
    [
      'a version before the one that breaks it',
      { cause: 'kubelet-dockershim-flag', target: { runtime: 'containerd', minor: 23 } },
      ['cell error', 'not-yet-removed warning'],
    ],
    ['what is off by default', { activation: 'when' }, ['cell error', 'not-by-default warning']],
    ['what may be off by default', { activation: 'conditional' }, ['cell error', 'not-by-default warning']],
    ['a warning about what is off', { cause: warned, activation: 'when' }, ['cell warning']],
    [
      'what is off in a chart that others have packed',
      { activation: 'when', packed: true },
      ['cell error', 'not-by-default warning', 'packed-and-off notice'],
    ],
    ['what is on in a chart that others have packed', { packed: true }, ['cell error']],
    ['weak evidence', { atMost: 'warning' }, ['cell error', 'weak-evidence warning']],
    ['evidence for a notice alone', { atMost: 'notice' }, ['cell error', 'weak-evidence notice']],
    ['weak evidence for what is quiet', { cause: quiet, atMost: 'warning' }, ['cell notice']],
    ['a branch for docker', { conditions: [{ kind: 'runtime', holds: true, at }] }, ['cell error', 'condition notice']],
    [
      'a branch for docker, quiet in an image',
      { cause: quiet, place: 'image', conditions: [{ kind: 'runtime', holds: true, at }] },
      ['cell notice', 'condition off'],
    ],
    [
      'a branch for docker, quiet in a pod',
      { cause: quiet, place: 'workload', conditions: [{ kind: 'runtime', holds: true, at }] },
      ['cell notice'],
    ],
    ['a line of which a part is not known', { certainty: 'partial' }, ['cell error', 'partly-known warning']],
    ['a warning of which a part is not known', { cause: warned, certainty: 'partial' }, ['cell warning']],
    ['what goes through a variable', { certainty: 'resolved' }, ['cell error']],
    ['a line that takes it away', { polarity: 'removes' }, ['cell error', 'polarity off']],
  ])('%s', (_, change, steps) => {
    expect(stepsOf({ ...one, ...change }).map(({ by, level }) => `${by} ${level}`)).toEqual(steps);
  });

  it.each<readonly [string, Cause, number, Condition, string]>([
    ['before 2.0, of what 2.0 removed', 'containerd-legacy-config/removed', 38, containerd(200), 'notice'],
    ['before 2.0, of what 2.4 deprecates', 'containerd-legacy-config/deprecated', 35, containerd(200), 'notice'],
    ['before 2.2, of what 2.0 removed', 'containerd-legacy-config/removed', 35, containerd(202), 'error'],
    ['before 2.2, which no node of 1.36 has', 'containerd-legacy-config/removed', 36, containerd(202), 'notice'],
    ['before 2.4, which a node of 1.36 may have', 'containerd-legacy-config/removed', 36, containerd(204), 'error'],
    ['before 2.0, of what has nothing to do with it', 'docker-socket-mount', 38, containerd(200), 'error'],
  ])('a branch for containerd %s', (_, cause, minor, condition, expected) => {
    const target = { runtime: 'containerd', minor } as const;
    expect(severity({ cause, place: 'node', target, conditions: [condition] })).toBe(expected);
  });

  it('are less sure where the evidence is weak', () => {
    expect(judge({ ...one, atMost: 'warning' })?.confidence).toBe('medium');
    expect(judge({ ...one, atMost: 'warning', certainty: 'partial' })?.confidence).toBe('low');
  });
});
