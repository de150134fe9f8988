/** A file that holds the script and the cloud-config of a machine as Go templates with names. */
import { describe, expect, it } from 'vitest';
import { acceptBytes } from '../../src/files/accept.ts';
import { namedTemplates } from '../../src/languages/named-templates.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';

const USER_DATA = `{{ define "fetch" -}}
aws s3 cp {{ .URL }} /run/user-data
{{ end }}
{{ define "config" -}}
#cloud-config
coreos:
  units:
{{ if .Swap }}
    - name: swap.service
      command: start
{{ end }}
    - name: kubelet.service
      content: |
        [Service]
        ExecStart=/usr/bin/docker run --name kubelet \\
        {{- if .Mount }}
          -v {{ .Mount }} \\
        {{- end }}
          {{ .Image }} /kubelet \\
        {{ if eq .Role "master" -}}
          --register-with-taints=master:NoSchedule \\
        {{ end -}}
          --network-plugin={{ .Network }} \\
          --v=2
{{ end }}
`;

const names = (text: string) => namedTemplates(fileView(createSource('a', text))).map(({ name }) => name);

describe('named templates', () => {
  it('are texts of their own where one of them says what it is', () => {
    expect(names(USER_DATA)).toEqual(['fetch', 'config']);
    expect(names('{{ define "a" }}\n#!/bin/sh\n{{ with .x }}{{ . }}{{ end }}{{ end }}')).toEqual(['a']);
  });

  it('are one text where none does, as the helpers of a chart', () => {
    expect(names('{{ define "labels" }}\napp: web\n{{ end }}')).toEqual([]);
    expect(names('#!/bin/sh\necho {{ .a }}\n')).toEqual([]);
  });

  it('are read in a file without an extension', () => {
    expect(acceptBytes('userdata/worker', Buffer.from(USER_DATA), false).kind).toBe('text');
    expect(acceptBytes('userdata/labels', Buffer.from('{{ define "labels" }}\napp: web\n{{ end }}'), false).kind).toBe(
      'other',
    );
  });

  it('are found in on their lines, through the directives between the lines of a command', () => {
    expect(summaries(lintTexts({ 'userdata/worker': USER_DATA }).findings)).toEqual([
      expect.stringMatching(/^userdata\/worker:15:\d+ error docker-cli-command /),
      expect.stringMatching(/^userdata\/worker:23:\d+ error kubelet-dockershim-flag "--network-plugin/),
    ]);
  });
});
