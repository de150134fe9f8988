import { describe, expect, it } from 'vitest';
import { chartFolder, isChartSettings, isManifest, isPartial, isRendered } from '../../src/recognise/chart-layout.ts';
import { isTemplateName, withoutSuffixes, withoutTemplateSuffix } from '../../src/recognise/template-names.ts';

describe('the layout of a chart', () => {
  it.each([
    ['templates/a.yaml', true],
    ['charts/sub/templates/a.yaml', true],
    ['charts/sub/charts/deep/values.yaml', true],
    ['values-production.yaml', true],
    ['ci/test.yaml', true],
    ['files/run.sh', false],
    ['charts/README', false],
    ['docs/templates/a.yaml', false],
  ])('the engine takes in %s: %s', (inside, is) => {
    expect(isRendered(inside)).toBe(is);
  });

  it('tells templates, helpers and settings apart', () => {
    const paths = [
      'c/templates/a.yaml',
      'c/crds/b.yml',
      'c/templates/_x.tpl',
      'c/values.yaml',
      'c/Chart.yaml',
      'c/templates/values.yaml',
    ];
    expect(paths.filter(isManifest)).toEqual([
      'c/templates/a.yaml',
      'c/crds/b.yml',
      'c/templates/_x.tpl',
      'c/templates/values.yaml',
    ]);
    expect(paths.filter(isPartial)).toEqual(['c/templates/_x.tpl']);
    expect(paths.filter(isChartSettings)).toEqual(['c/values.yaml', 'c/Chart.yaml']);
    expect(['c/templates/a.yaml', 'c/charts/s/crds/b.yaml', 'templates/a.yaml'].map(chartFolder)).toEqual([
      'c',
      'c/charts/s',
      '',
    ]);
  });
});

describe('names of templates', () => {
  it.each([
    ['kubelet.service.j2', true],
    ['user-data.TFTPL', true],
    ['roles/node/templates/daemon.json', true],
    ['daemon.json.example', false],
    ['j2', false],
  ])('%s: %s', (path, is) => {
    expect(isTemplateName(path)).toBe(is);
  });

  it('keep what they make in the rest of the name', () => {
    expect(withoutTemplateSuffix('values.yaml.gotmpl')).toBe('values.yaml');
    expect(withoutTemplateSuffix('values.yaml.example')).toBe('values.yaml.example');
    expect(withoutSuffixes('config.toml.j2.example')).toBe('config.toml');
    expect(withoutSuffixes('run.sh')).toBe('run.sh');
  });
});
