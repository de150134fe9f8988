import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { PLAIN, type RunReport } from '../../src/report/model.ts';
import { pathUri, renderSarif, SARIF_RESULTS, sarifLog } from '../../src/report/sarif.ts';
import { RULES } from '../../src/rules/index.ts';
import {
  comparedRun,
  MANIFEST,
  manyFindings,
  sampleFinding,
  sampleRun,
  spanOf,
  VALUES,
} from '../support/sample-run.ts';
import { SARIF_SCHEMA } from '../support/sarif-schema.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
(addFormats as unknown as (validator: Ajv) => void)(ajv);
const validate = ajv.compile(SARIF_SCHEMA);

function errorsOf(run: RunReport): unknown {
  validate(JSON.parse(renderSarif(run, PLAIN)));
  return validate.errors;
}

function resultsOf(run: RunReport) {
  return sarifLog(run, PLAIN).runs[0]?.results ?? [];
}

const flowing = sampleFinding({
  span: spanOf(VALUES, '/var/run/docker.sock'),
  related: [
    { span: spanOf(MANIFEST, '/var/run/docker.sock'), role: 'rule', message: 'the template mounts it here' } as const,
  ],
});

describe('the SARIF report', () => {
  it('is valid, with findings, notes and a comparison', () => {
    const partly = {
      code: 'syntax',
      message: 'see [this](1)',
      path: 'a b.yaml',
      span: spanOf(MANIFEST, 'spec'),
      coverage: 'partly',
    } as const;
    expect(
      errorsOf(
        sampleRun({
          findings: [sampleFinding(), flowing],
          coverage: {
            files: 2,
            partly: [partly],
            notUnderstood: [],
            otherKinds: [],
            leftOut: [],
            unexplained: { count: 0, lines: [] },
          },
        }),
      ),
    ).toBe(null);
    expect(errorsOf(comparedRun([sampleFinding()], [sampleFinding(), flowing]))).toBe(null);
    expect(errorsOf(sampleRun({ findings: [] }))).toBe(null);
  });

  it('always holds the whole catalogue of rules', () => {
    const rules = sarifLog(sampleRun({ findings: [] }), PLAIN).runs[0]?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  });

  it('leads from the value to the template', () => {
    const [result] = resultsOf(sampleRun({ findings: [flowing] }));
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(
      ({ location }) => location.physicalLocation.artifactLocation.uri,
    );
    expect(steps).toEqual(['charts/agent/values.yaml', 'deploy/agent.yaml']);
    expect(result?.relatedLocations?.map(({ id, message }) => [id, message.text])).toEqual([
      [1, 'the template mounts it here'],
    ]);
  });

  it('carries the fingerprint and one-based regions', () => {
    const [result] = resultsOf(sampleRun());
    expect(result?.partialFingerprints).toEqual({ 'dockershimLint/v1': '0123456789abcdef' });
    expect(result?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 9,
      startColumn: 15,
      endLine: 9,
      endColumn: 35,
      snippet: { text: '/var/run/docker.sock' },
    });
  });

  it('holds all findings of a comparison, the old ones marked', () => {
    const fresh = sampleFinding({ fingerprint: 'bb' });
    const results = resultsOf(comparedRun([sampleFinding()], [sampleFinding(), fresh]));
    expect(results.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'new']);
  });

  it('keeps the most severe 5,000 of 100,000 findings and says so', () => {
    const findings = manyFindings(100_000, (index) => ({ severity: index < 99_000 ? 'notice' : 'error' }));
    const run = sampleRun({ findings });
    expect(errorsOf(run)).toBe(null);
    const results = resultsOf(run);
    expect(results).toHaveLength(SARIF_RESULTS);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(1000);
    const texts = sarifLog(run, PLAIN).runs[0]?.invocations[0]?.toolExecutionNotifications.map(
      ({ message }) => message.text,
    );
    expect(texts).toContain('95000 findings left out: the report is limited to 5000.');
  });

  it('tells uploads of one commit apart', () => {
    const id = (category?: string) => sarifLog(sampleRun(), { ...PLAIN, category }).runs[0]?.automationDetails.id;
    expect([id(), id('ci/lint')]).toEqual(['dockershim-lint/', 'dockershim-lint/ci/lint/']);
  });

  it('encodes what is no part of a path', () => {
    expect(pathUri("a b/c#d?e/100%/x:y/(z)'.yaml")).toBe('a%20b/c%23d%3Fe/100%25/x%3Ay/%28z%29%27.yaml');
    expect(pathUri('\ud800.yaml')).toBe('%EF%BF%BD.yaml');
  });

  it('has no links of foreign text', () => {
    const finding = sampleFinding({ message: 'see [docs](https://evil.example)' });
    expect(resultsOf(sampleRun({ findings: [finding] }))[0]?.message.text).toContain('[docs] (https://evil.example)');
  });
});
