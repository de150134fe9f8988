/** Metrics in the texts of alerts: people read those, and only what a template asks is a query. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function rules(annotations: string): readonly string[] {
  const text = `groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n    annotations:\n      ${annotations}\n`;
  return lintTexts({ 'rules/a.yaml': text }).findings.map(({ rule }) => rule);
}

describe('the annotation of an alert', () => {
  it.each([
    'description: before kubelet_docker_errors rose',
    'summary: engine_daemon_events_total is flat',
    'runbook_url: https://acme.example/kubelet_docker_errors',
  ])('asks nothing: %s', (line) => {
    expect(rules(line)).toEqual([]);
  });

  it('asks what its template asks', () => {
    const line = `description: '{{ with query "kubelet_docker_errors" }}{{ . | first | value }}{{ end }}'`;
    expect(rules(line)).toEqual(['docker-metrics-query']);
  });
});
