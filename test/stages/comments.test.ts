/** Charts that speak of Docker in comments alone. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

const chart = (files: Files) => ({
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/templates/pod.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: c}\nspec:\n  containers:\n    - name: agent\n      image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"\n',
  ...files,
});
const values = (more: string) => ({
  'c/values.yaml': `image:\n  repository: registry.example/acme/agent\n  tag: "1"\n${more}`,
});

/** How many files are parsed. */
function readOf(files: Files): number {
  const amounts = [0];
  lintTexts(files, { onStep: (stage, _, of) => stage === 'reading' && amounts.push(of) });
  return Math.max(...amounts);
}

describe('a chart with words in comments alone', () => {
  it.each([
    ['of its values', chart(values('# the Docker image\n  # tag: docker\n'))],
    [
      'of its templates',
      chart({ 'c/templates/_h.tpl': '{{/* Return the\n  docker registry */}}\n{{- /* docker */ -}}\n' }),
    ],
  ])('%s, is not rendered', (_, files) => {
    expect(readOf(files)).toBe(0);
  });

  it.each([
    ['behind a value', chart(values('path: /var/run/docker.sock # docker\n'))],
    ['in a script that begins with it', chart(values('run: |\n  #!/usr/bin/docker\n'))],
    ['in a template', chart({ 'c/templates/x.yaml': 'a: {{ "docker" }} {{/* b */}}\n' })],
    ['in a comment that does not end', chart({ 'c/templates/x.yaml': '{{/* docker {{ a }}\n' })],
  ])('is rendered where there is one more: %s', (_, files) => {
    expect(readOf(files)).toBe(Object.keys(files).length);
  });

  it('is looked at in steps in proportion', () => {
    for (const text of ['{{/* docker ', '*/ ', '{{-     ', '  #']) {
      const run = (size: number) => lintTexts(chart({ 'c/values.yaml': `# docker\n${text.repeat(size)}` }));
      expect(growth(5000, run)).toBeLessThan(IN_PROPORTION);
    }
  });
});
