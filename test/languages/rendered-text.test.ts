import { describe, expect, it } from 'vitest';
import { lintTexts, summaries } from '../support/in-memory.ts';

describe('what a chart renders', () => {
  it('is no template any more: a `define` that it prints does not cut the object in two', () => {
    const files = {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/notify.tmpl': '{{ define "title" }}\ntitle\n{{ end }}\n',
      'c/templates/class.yaml': `handler: docker
metadata:
  name: old
  annotations:
    notify: |
{{ .Files.Get "notify.tmpl" | indent 6 }}
apiVersion: node.k8s.io/v1
kind: RuntimeClass
`,
    };
    const { findings, coverage } = lintTexts(files);
    expect(summaries(findings)).toEqual(['c/templates/class.yaml:1:10 error runtimeclass-docker-handler "docker"']);
    expect([...coverage.partly, ...coverage.notUnderstood]).toEqual([]);
  });
});
