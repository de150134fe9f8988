import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { mergeLayers } from '../../src/config/options.ts';
import { readEnvironment } from '../../src/github/environment.ts';
import { createLog } from '../../src/github/log.ts';
import { publish } from '../../src/github/publish.ts';
import type { RunReport } from '../../src/report/model.ts';
import { compareFindings } from '../../src/stages/compare.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { sampleFinding, sampleRun } from '../support/sample-run.ts';

afterAll(removeTemporaryFolders);

async function publishReport(report: RunReport) {
  const folder = temporaryFolder();
  const files = { summary: join(folder, 'summary.md'), output: join(folder, 'output') };
  writeFileSync(files.summary, '');
  writeFileSync(files.output, '');
  const environment = readEnvironment({
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_OUTPUT: files.output,
  });
  vi.stubEnv('GITHUB_STEP_SUMMARY', files.summary);
  vi.stubEnv('GITHUB_OUTPUT', files.output);
  let output = '';
  const printed = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text;
    return true;
  });
  const status = await publish(
    {
      environment,
      event: { kind: 'other', name: 'push' },
      log: createLog((text) => process.stdout.write(text)),
      client: undefined,
    },
    {
      settings: mergeLayers([]),
      outputs: [],
      checkout: {
        root: folder,
        paths: ['.'],
        repository: undefined,
        withoutRepository: 'the checkout has no git history',
        headCommit: 'c'.repeat(40),
        commits: [],
      },
      report,
      change: { commit: 'c'.repeat(40), configuration: [], governor: 'head', edits: [], suppressions: [], remarks: [] },
      search: { kind: 'not-wanted' },
    },
  );
  printed.mockRestore();
  vi.unstubAllEnvs();
  return {
    status,
    errors: runnerCommands(output).filter(({ name }) => name === 'error'),
    output,
    outputs: readFileSync(files.output, 'utf8'),
    summary: readFileSync(files.summary, 'utf8'),
  };
}

/** A run whose annotations cannot be planned, because one of our functions throws. */
function broken(failOn: RunReport['failOn']): RunReport {
  const findings = [sampleFinding()];
  const comparison = compareFindings('main at 1a2b3c4', [], findings);
  const isInDiff = () => {
    throw new Error('boom');
  };
  return sampleRun({ findings }, { comparison, isInDiff, failOn });
}

describe('a bug in one surface', () => {
  it('is told, and costs neither the other surfaces nor the verdict', async () => {
    const { status, errors, output, outputs, summary } = await publishReport(broken('error'));
    expect(status).toBe(1);
    expect(errors.map(({ data }) => data)).toEqual([
      'This is a bug in dockershim-lint; please report it at https://github.com/dockershim-lint/dockershim-lint/issues with the log of this step.',
    ]);
    expect(output).toContain('Error: boom');
    expect(summary).toContain('deploy/agent.yaml:9');
    expect(outputs).toContain('conclusion<<');
    expect(output).toContain('Failed: 1 new (1 error)');
  });

  it('fails a run that would have passed', async () => {
    expect((await publishReport(broken('never'))).status).toBe(4);
  });
});

describe('a run without a bug', () => {
  it('ends with its verdict', async () => {
    expect((await publishReport(sampleRun())).status).toBe(1);
    expect((await publishReport(sampleRun({}, { failOn: 'never' }))).status).toBe(0);
    expect((await publishReport(sampleRun({ findings: [] }))).status).toBe(0);
  });
});
