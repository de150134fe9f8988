/** What is left of a render when its chart has been read: the same answers, without the engine. */
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCharts, readChart } from '../../scripts/helm/charts.ts';
import { exploreChart } from '../../src/helm/index.ts';
import { settle } from '../../src/helm/settled.ts';
import type { RenderedFile } from '../../src/helm/types.ts';
import type { Fragment, Site } from '../../src/helm/values/origin.ts';
import { chart } from './support/chart.ts';

const CHARTS = findCharts(join(process.cwd(), 'test', 'helm', 'charts')).map((folder) => [basename(folder), folder]);
const always = (): boolean => true;

/** Everything that may be asked of a render, at every offset. */
const answers = (file: RenderedFile): unknown[] =>
  Array.from(file.text, (_, at) => ({
    origin: file.originAt(at, at + 7),
    activation: file.activationAt(at),
    switches: file.switchesAt(at),
  }));

describe('a settled render', () => {
  it.each(CHARTS)('of the chart %s answers as before, at every offset', (_, folder) => {
    const { renders } = exploreChart(readChart(folder as string).source);
    const before = renders.map(answers);
    for (const file of renders) file.settle(always);
    expect(renders.map(answers)).toEqual(before);
    expect(before.flat().length).toBeGreaterThan(100);
  });

  it('follows text through tpl to the file that it is written in', () => {
    const parts = {
      values: 'mount: "path: {{ .Values.at }}"\nat: /var/run/docker.sock\n',
      templates: { 'a.yaml': '{{ tpl .Values.mount . }}' },
    };
    const [file] = exploreChart(chart(parts)).renders;
    const before = file?.originAt(6, 26);
    file?.settle(always);
    expect(file?.text).toBe('path: /var/run/docker.sock');
    expect(file?.originAt(6, 26)).toEqual(before);
    expect(before?.map(({ path, from, to }) => [path, from, to])).toEqual([['charts/app/values.yaml', 36, 56]]);
  });

  it('names the condition of lines that nobody asks about, and proves the values of the others', () => {
    const template = '{{ if .Values.a }}\nimage: docker\n{{ end }}{{ if .Values.b }}\nimage: other\n{{ end }}';
    const [file] = exploreChart(
      chart({ values: 'a: false\nb: false\n', templates: { 'a.yaml': template } }),
    ).renders.filter(({ text }) => text.includes('docker'));
    file?.settle((line) => line.includes('docker'));
    const at = (word: string) => file?.activationAt(file.text.indexOf(word));
    expect(at('docker')).toMatchObject({ kind: 'when', set: [{ path: '.Values.a', value: 'true' }] });
    expect(at('other')).toMatchObject({ kind: 'conditional', condition: '.Values.b' });
  });

  it('holds no parsed template, no value and no text of a source', () => {
    const source = { path: 'templates/a.yaml', text: 'a heavy text', kind: 'template' as const };
    const node = (from: number): Site & { body: string } => ({ source, from, to: from + 4, body: 'a heavy node' });
    const value = { kind: 'string' as const, text: 'a heavy value', fragments: [] };
    const read = { origin: { source, from: 1, to: 2, exact: true, kind: 'values' as const }, value, operand: node(5) };
    const outer = { parent: null, kind: 'include' as const, site: node(10) };
    const written = { source, from: 40, to: 43, exact: true, kind: 'template' as const };
    const behind = {
      kind: 'string' as const,
      text: 'a heavy string',
      fragments: [{ length: 3, origin: written, delta: 0, site: node(40), context: outer }],
    };
    const part: Fragment = {
      length: 3,
      origin: { source: { ...source, kind: 'tpl', behind }, from: 0, to: 3, exact: true, kind: 'template' },
      delta: 0,
      site: node(20),
      context: { parent: outer, kind: 'if', site: node(30), branch: 'then', reads: [read] },
    };
    const settled = settle({ kind: 'string', text: 'abc', fragments: [part] }, () => ({ kind: 'default' }), always);
    expect(JSON.stringify(settled.sources)).not.toContain('heavy');
    expect(settled.switches).toEqual([[{ path: 'templates/a.yaml', from: 1, to: 2 }]]);
    expect(settled.sources.originAt(0, 3)).toMatchObject([
      { path: 'templates/a.yaml', from: 40, site: { from: 20, to: 24 }, includes: [{ from: 10, to: 14 }] },
    ]);
  });
});
