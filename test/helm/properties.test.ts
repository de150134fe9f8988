/** What holds for every template and every tree of values. */

import { describe, expect, it } from 'vitest';
import { exploreChart, renderChart } from '../../src/helm/index.ts';
import type { ChartSource, RenderedFile } from '../../src/helm/types.ts';
import { fc } from '../support/fast-check.ts';
import { probeFiles } from './probes/probe.ts';
import { mangled, template, valuesTree } from './support/generators.ts';

const sourceOf = (text: string, values?: string): ChartSource => {
  const files = probeFiles({ about: 'property', template: '' });
  files.delete('templates/result.yaml');
  files.delete('templates/_probe.tpl');
  files.set('templates/NOTES.txt', text);
  if (values !== undefined) files.set('values.yaml', values);
  return { root: '', files };
};

function expectHonest(source: ChartSource, file: RenderedFile): void {
  let last = 0;
  for (const origin of file.originAt(0, file.text.length)) {
    expect(origin.start).toBeGreaterThanOrEqual(last);
    last = origin.end;
    if (!origin.exact) continue;
    const text = source.files.get(origin.path) as string;
    expect(text.slice(origin.from, origin.to)).toBe(file.text.slice(origin.start, origin.end));
  }
  expect(last).toBeLessThanOrEqual(file.text.length);
}

describe('every template', () => {
  it('prints the same twice, and every exact character is where it says', () => {
    fc.assert(
      fc.property(template, (text) => {
        const source = sourceOf(text);
        const first = renderChart(source);
        const second = renderChart(source);
        expect(second.error).toBe(first.error);
        expect(second.files.map((file) => file.text)).toEqual(first.files.map((file) => file.text));
        for (const file of first.files) expectHonest(source, file);
      }),
      { numRuns: 150 },
    );
  });

  it('can be explored: more of it is reached than by default, and nothing throws', () => {
    fc.assert(
      fc.property(template, (text) => {
        const source = sourceOf(text);
        const { renders, coverage } = exploreChart(source);
        expect(coverage.executed).toBeLessThanOrEqual(coverage.total);
        for (const file of renders) expectHonest(source, file);
      }),
      { numRuns: 60 },
    );
  });

  it('ends in text or in a message, however it is mangled', () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const { error, files } = renderChart(sourceOf(text));
        expect(error === undefined ? files.length : typeof error).toBe(error === undefined ? 1 : 'string');
        exploreChart(sourceOf(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** Line separators are line breaks in YAML, unlike in JSON. */
const asYaml = (tree: unknown): string => JSON.stringify(tree).replaceAll('\u2028', '\\u2028');

describe('every tree of values', () => {
  it('comes through the chart as it went in', () => {
    fc.assert(
      fc.property(valuesTree, (tree) => {
        fc.pre(!('global' in tree));
        const { files, error } = renderChart(sourceOf('{{ .Values | toJson }}', asYaml(tree)));
        fc.pre(error === undefined);
        expect(JSON.parse(files[0]?.text ?? '')).toEqual(JSON.parse(JSON.stringify(tree)));
      }),
      { numRuns: 150 },
    );
  });
});
