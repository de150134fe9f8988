/** Which words of a chart are worth rendering it for. */
import { describe, expect, it } from 'vitest';
import { mayTell } from '../../src/languages/charts/telling.ts';

const WORD = (text: string) => /docker/i.test(text);
const LABEL = 'metadata: {labels: {chart: {{ .Chart.Name }}-{{ .Chart.Version }}}}\n';

function tells(files: Readonly<Record<string, string>>): boolean {
  const all = Object.entries(files).map(([path, text]) => ({ path: `charts/a/${path}`, text }));
  return mayTell(
    all.filter(({ text }) => WORD(text)),
    all,
    WORD,
  );
}

describe('the words of a chart', () => {
  const described =
    'name: a\nhome: https://example.com/docker\ndescription: >\n  for Docker\nsources:\n- https://a.example/docker\n';

  it('do not count where they describe it for people', () => {
    expect(tells({ 'Chart.yaml': described, 'templates/a.yaml': LABEL })).toBe(false);
    expect(tells({ 'charts/b/Chart.yaml': described, 'charts/b/templates/a.yaml': LABEL })).toBe(false);
  });

  it('count there where a template prints the description', () => {
    const annotated = 'metadata: {annotations: {about: {{ .Chart.Description }}}}\n';
    expect(tells({ 'Chart.yaml': described, 'templates/a.yaml': annotated })).toBe(true);
    expect(tells({ 'Chart.yaml': described, 'templates/a.yaml': '{{ with .Chart }}{{ .Home }}{{ end }}\n' })).toBe(
      true,
    );
  });

  it('count in the name and in the dependencies', () => {
    expect(tells({ 'Chart.yaml': 'home: https://example.com\nname: docker-gc\n', 'templates/a.yaml': LABEL })).toBe(
      true,
    );
    expect(tells({ 'Chart.yaml': 'name: a\ndependencies:\n- name: docker-gc\n' })).toBe(true);
    expect(tells({ 'requirements.yaml': 'dependencies:\n- name: docker-gc\n' })).toBe(true);
  });

  it('count in templates, values and definitions of resources, and not in their comments', () => {
    expect(tells({ 'templates/a.yaml': 'path: /var/run/docker.sock\n' })).toBe(true);
    expect(tells({ 'templates/a.yaml': '# like docker\n{{/* docker */}}\nkind: Pod\n' })).toBe(false);
    expect(tells({ 'templates/setup.sh': 'docker ps\n' })).toBe(true);
    expect(tells({ 'values-production.yaml': 'runtime: docker\n' })).toBe(true);
    expect(tells({ 'ci/test.yaml': 'runtime: docker\n' })).toBe(true);
    expect(tells({ 'crds/pool.yaml': 'runtime: docker\n' })).toBe(true);
  });

  it('count in what is printed after an installation only where a helper is written there', () => {
    expect(tells({ 'templates/NOTES.txt': 'docker run a\n' })).toBe(false);
    expect(tells({ 'templates/NOTES.txt': '{{ define "socket" }}/var/run/docker.sock{{ end }}\n' })).toBe(true);
  });

  it('count in other files where a template, or a chart beside it, may print them', () => {
    const file = { 'files/clean.sh': 'docker system prune\n' };
    expect(tells({ ...file, 'templates/a.yaml': LABEL })).toBe(false);
    expect(tells({ ...file, 'templates/a.yaml': 'data: {{ (.Files.Glob "files/*").AsConfig }}\n' })).toBe(true);
    expect(tells({ ...file, 'Chart.yaml': 'dependencies:\n- name: lib\n  repository: file://../lib\n' })).toBe(true);
    expect(tells({ '.helmignore': 'docker/\n', 'templates/a.yaml': LABEL })).toBe(false);
  });
});
