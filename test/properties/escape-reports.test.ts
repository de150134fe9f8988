import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/config/options.ts';
import { createLog } from '../../src/github/log.ts';
import { planAnnotations } from '../../src/report/annotations.ts';
import { logText } from '../../src/report/escape.ts';
import { plannedAnnotations } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { PLAIN } from '../../src/report/model.ts';
import { reporterOf } from '../../src/report/render.ts';
import { createSource } from '../../src/text/source.ts';
import { fc } from '../support/fast-check.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile-text.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { sampleFinding, sampleRun } from '../support/sample-run.ts';
import { toolkitOutput } from '../support/toolkit.ts';
import { parseXml } from '../support/xml.ts';

const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** A run in which the repository has written everything that it can write. */
function hostileRun(path: string, code: string, message: string) {
  const source = createSource(path, `${code}\n${code}\n`);
  const span = { source, start: 0, end: code.length };
  const findings = SEVERITIES.map((severity) =>
    sampleFinding({
      severity,
      span,
      message,
      because: message,
      instead: code,
      related: [{ span, role: 'rule', message }],
      placement: { place: 'node', evidence: [{ kind: 'action', verb: 'calls', what: message, span }] },
      activation: { kind: 'conditional', condition: code, span },
    }),
  );
  const note = { code: 'syntax', message, path, span, coverage: 'partly' } as const;
  return sampleRun({
    findings,
    suppressed: findings.map((finding) => ({ finding, reason: message, by: 'comment' as const })),
    coverage: {
      files: 3,
      partly: [note],
      notUnderstood: [{ ...note, coverage: 'not' }],
      otherKinds: [{ kind: path, files: 1 }],
      leftOut: [{ reason: 'binary', files: 1, paths: [path] }],
      unexplained: { count: 1, lines: [span] },
    },
    notes: [{ ...note, coverage: 'about' }],
  });
}

function forHostileRuns(check: (run: ReturnType<typeof hostileRun>) => void): void {
  for (const text of HOSTILE_TEXTS) check(hostileRun(text, text, text));
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (path, code, message) => check(hostileRun(path, code, message))),
    { numRuns: 150 },
  );
}

describe('reports of hostile repositories', () => {
  it.each(FORMATS.filter((format) => format !== 'github'))(
    '%s holds no raw control, direction or broken character',
    async (format) => {
      const render = await reporterOf(format);
      forHostileRuns((run) => {
        expect(render(run, PLAIN).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/u,
        );
      });
    },
  );

  it.each(['json', 'sarif', 'gitlab'] as const)('%s is JSON', async (format) => {
    const render = await reporterOf(format);
    forHostileRuns((run) => {
      const report = JSON.parse(render(run, PLAIN));
      if (format === 'json') expect(report).toEqual(JSON.parse(JSON.stringify(jsonReport(run))));
    });
  });

  it.each(['checkstyle', 'junit'] as const)('%s is well-formed', async (format) => {
    const render = await reporterOf(format);
    forHostileRuns((run) => {
      expect(parseXml(render(run, PLAIN)).name).toBe(format === 'junit' ? 'testsuites' : 'checkstyle');
    });
  });

  it('text says nothing to a runner', async () => {
    const render = await reporterOf('text');
    forHostileRuns((run) => {
      expect(runnerCommands(logText(render(run, { ...PLAIN, color: true })))).toEqual([]);
    });
  });

  it('github says exactly one command for each finding, about the file itself', async () => {
    const render = await reporterOf('github');
    forHostileRuns((run) => {
      const path = run.result.findings[0]?.span.source.path ?? '';
      const commands = runnerCommands(render(run, PLAIN));
      expect(commands.map(({ form, name }) => [form, name])).toEqual(SEVERITIES.map((name) => ['current', name]));
      expect(commands.map(({ properties }) => properties.file ?? '')).toEqual(SEVERITIES.map(() => path));
      const planned = plannedAnnotations(planAnnotations(run.result.findings), (same) => same, 'the summary');
      const printed = toolkitOutput(() => {
        for (const { level, message, place } of planned) createLog(() => {}).annotate(level, message, place);
      });
      expect(runnerCommands(printed)).toEqual(commands);
    });
  });
});
