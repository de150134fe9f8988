import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';

describe('the place of a finding', () => {
  it('is the quotes of an empty value, so that there is something to mark', () => {
    const config =
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".registry.configs."r.example.com".tls]\n  ca_file = ""\n';
    expect(summaries(lintTexts({ 'etc/containerd/config.toml': config }).findings)).toContain(
      'etc/containerd/config.toml:3:13 error containerd-legacy-config "\\"\\""',
    );
  });
});

describe('the place of a note', () => {
  const broken = [
    '"docker',
    '"docker\\',
    '{"docker": "a',
    '{"docker": 1',
    '[docker',
    '{docker',
    '<docker',
    'docker: "',
    '"""docker',
    '$(docker',
    '`docker',
    "'docker",
    '@"\ndocker',
  ];
  const paths = [
    'a.json',
    'a.yaml',
    'a.toml',
    'a.tf',
    'a.sh',
    'a.ps1',
    'a.service',
    'fluent.conf',
    'fluent-bit.conf',
    'Dockerfile',
    'Jenkinsfile',
    'Makefile',
  ];

  it.each(paths)('never ends before it starts, nor behind the file: a broken %s', (path) => {
    for (const text of broken) {
      const { coverage, notes } = lintTexts({ [path]: text });
      const spans = [...coverage.partly, ...coverage.notUnderstood, ...notes].flatMap((note: Note) => note.span ?? []);
      for (const { start, end } of spans) {
        expect([text, start <= end, end <= text.length]).toEqual([text, true, true]);
      }
    }
  });

  it('is where directives of fluentd nest too deep', () => {
    const text = `<match docker>\n${'<a>\n'.repeat(40)}`;
    expect(lintTexts({ 'fluent.conf': text }).coverage.partly.map((note) => note.code)).toEqual(['too-deep']);
  });
});
