import { describe, expect, it } from 'vitest';
import { planAnnotations } from '../../src/report/annotations.ts';
import { plannedAnnotations, renderGithub } from '../../src/report/github.ts';
import { PLAIN } from '../../src/report/model.ts';
import { createSource } from '../../src/text/source.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { manyFindings, sampleFinding, sampleRun, spanOf } from '../support/sample-run.ts';

const same = (path: string) => path;

describe('workflow commands', () => {
  it('name a file to the byte for a runner, and act on no terminal', () => {
    const source = createSource('a\u001b[31m.sh', 'docker ps\n');
    const run = sampleRun({ findings: [sampleFinding({ span: { source, start: 0, end: 6 } })] });
    expect(renderGithub(run, PLAIN)).toContain('file=a\u001b[31m.sh,');
    const shown = renderGithub(run, { ...PLAIN, terminal: true });
    expect(shown).toContain('file=a\\u001b[31m.sh,');
    expect(shown).not.toContain('\u001b');
  });

  it('carry the exact place, and repeat it in the text, which is all that a log shows', () => {
    const [command] = runnerCommands(renderGithub(sampleRun(), PLAIN));
    expect(command).toEqual({
      form: 'current',
      name: 'error',
      properties: {
        title: 'docker-socket-mount',
        file: 'deploy/agent.yaml',
        line: '9',
        endLine: '9',
        col: '15',
        endColumn: '35',
      },
      data: [
        'deploy/agent.yaml:9:15: The pod mounts `/var/run/docker.sock`, which does not exist on the node.',
        'Why: Only dockerd creates this socket, and nodes with containerd have no Docker Engine since Kubernetes 1.24 removed dockershim',
        'Instead: Use the CRI socket `/run/containerd/containerd.sock`.',
        'Where: in a pod: kind Pod; on by default; confidence high',
        'https://github.com/dockershim-lint/dockershim-lint/blob/main/docs/rules/docker-socket-mount.md',
      ].join('\n'),
    });
  });

  it('have columns only where the span stays on one line', () => {
    const source = createSource('a.sh', 'docker run \\\n  x\n');
    const finding = sampleFinding({ span: { source, start: 0, end: 16 } });
    const [command] = runnerCommands(renderGithub(sampleRun({ findings: [finding] }), PLAIN));
    expect(command?.properties).toEqual({ title: 'docker-socket-mount', file: 'a.sh', line: '1', endLine: '2' });
  });

  it('decode to the path itself, whatever is in it', () => {
    const source = createSource('we,i%rd:na\nme.yaml', 'docker ps');
    const finding = sampleFinding({ span: spanOf(source, 'docker ps') });
    const [command] = runnerCommands(renderGithub(sampleRun({ findings: [finding] }), PLAIN));
    expect(command?.properties.file).toBe('we,i%rd:na\nme.yaml');
  });
});

describe('the annotation budget', () => {
  it('shows ten findings of a level one by one', () => {
    const plans = planAnnotations(manyFindings(10));
    expect(plans.map(({ annotations, hidden }) => [annotations.length, hidden])).toEqual([[10, 0]]);
    expect(plans[0]?.annotations.every(({ others }) => others === 0)).toBe(true);
  });

  it('joins repeats when a level would not fit', () => {
    const findings = [...manyFindings(14), ...manyFindings(1, () => ({ message: 'another' }))];
    const [plan] = planAnnotations(findings);
    expect(plan?.annotations.map(({ finding, others }) => [finding.message, others])).toEqual([
      ['`docker ps` fails on the node.', 13],
      ['another', 0],
    ]);
    expect(plan?.hidden).toBe(0);
    expect(plannedAnnotations(plan ? [plan] : [], same, 'the job summary')[0]?.message).toContain(
      '13 more with the same cause.',
    );
  });

  it('keeps the last slot of a level for what is not shown', () => {
    const findings = manyFindings(30, (index) => ({ message: `message ${index}` }));
    const plans = planAnnotations(findings);
    expect(plans.map(({ annotations, hidden }) => [annotations.length, hidden])).toEqual([[9, 21]]);
    const commands = plannedAnnotations(plans, same, 'the job summary');
    expect(commands).toHaveLength(10);
    expect(commands.at(-1)?.message).toBe(
      '21 more errors are not annotated: GitHub shows at most ten per level. All of them are in the job summary.',
    );
  });

  it('counts each level on its own', () => {
    const levels = ['error', 'warning', 'notice'] as const;
    const findings = manyFindings(90, (index) => ({ message: `m ${index}`, severity: levels[index % 3] ?? 'error' }));
    const commands = plannedAnnotations(planAnnotations(findings), same, 'the job summary');
    expect(levels.map((level) => commands.filter((command) => command.level === level).length)).toEqual([10, 10, 10]);
  });

  it('ranks what is in the diff, then what is sure', () => {
    const findings = manyFindings(30, (index) => ({
      message: `m ${index}`,
      confidence: index === 29 ? 'high' : 'low',
    }));
    const diff = findings[17];
    const [plan] = planAnnotations(findings, (finding) => finding === diff);
    expect(plan?.annotations.slice(0, 3).map(({ finding }) => finding.message)).toEqual(['m 17', 'm 29', 'm 0']);
  });
});
