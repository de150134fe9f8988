/** Which files a chart reads as a whole, and which are read one by one. */
import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../src/stages/grouping.ts';

function grouped(...paths: readonly string[]) {
  const { charts, single } = groupFiles(paths.map((path) => ({ path, text: '' })));
  return {
    charts: Object.fromEntries(charts.map(({ root, files }) => [root, files.map(({ path }) => path)])),
    single: single.map(({ path }) => path),
  };
}

describe('grouping', () => {
  it('reads what no chart holds one by one', () => {
    expect(grouped('a.sh', 'templates/x.yaml')).toEqual({ charts: {}, single: ['a.sh', 'templates/x.yaml'] });
  });

  it('gives a chart every file below its folder, and reads once more by itself what it does not render', () => {
    expect(grouped('c/Chart.yaml', 'c/values.yaml', 'c/templates/a.yaml', 'c/files/run.sh', 'cc/a.sh')).toEqual({
      charts: { c: ['c/Chart.yaml', 'c/values.yaml', 'c/templates/a.yaml', 'c/files/run.sh'] },
      single: ['c/files/run.sh', 'cc/a.sh'],
    });
  });

  it('renders a sub-chart with its parent', () => {
    const files = ['c/Chart.yaml', 'c/charts/sub/Chart.yaml', 'c/charts/sub/templates/a.yaml', 'c/charts/sub/run.sh'];
    expect(grouped(...files)).toEqual({ charts: { c: files }, single: ['c/charts/sub/run.sh'] });
  });

  it('takes charts/ for a folder of charts where no chart is above it', () => {
    expect(Object.keys(grouped('charts/a/Chart.yaml', 'charts/b/Chart.yaml').charts)).toEqual(['charts/a', 'charts/b']);
  });

  it('takes charts/ of a chart at the root for its sub-charts', () => {
    expect(grouped('Chart.yaml', 'charts/a/Chart.yaml', 'templates/a.yaml')).toEqual({
      charts: { '': ['Chart.yaml', 'charts/a/Chart.yaml', 'templates/a.yaml'] },
      single: [],
    });
  });

  it('gives a file to the nearest chart', () => {
    const { charts } = grouped('a/Chart.yaml', 'a/examples/b/Chart.yaml', 'a/examples/b/templates/x.yaml');
    expect(charts).toEqual({
      a: ['a/Chart.yaml'],
      'a/examples/b': ['a/examples/b/Chart.yaml', 'a/examples/b/templates/x.yaml'],
    });
  });
});
