import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { PLAIN } from '../../src/report/model.ts';
import { fc } from '../support/fast-check.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile-text.ts';
import { hostileRun, manyFindings, sampleFinding, sampleRun } from '../support/sample-run.ts';

/** Every element with the names of its attributes, but for code, which back-ticks in a sentence make. */
function shape(html: string): readonly string[] {
  const body = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>');
  return [...body.matchAll(/<([a-z0-9!/]+)((?:\s[^<>]*)?)>/gi)]
    .map(([, name = '', rest = '']) =>
      [name, ...[...rest.replace(/"[^"]*"/g, '""').matchAll(/([\w-]+)=/g)].map(([, key]) => key)].join(' '),
    )
    .filter((element) => !/^\/?code$/.test(element));
}

describe('the HTML report', () => {
  it('has no element, attribute or address that the repository wrote', () => {
    const expected = shape(renderHtml(hostileRun('harmless'), PLAIN));
    const check = (text: string) => {
      const html = renderHtml(hostileRun(text), PLAIN);
      expect(shape(html)).toEqual(expected);
      const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
      expect(new Set(addresses)).toEqual(new Set([sampleFinding().help, '#findings', '#f-0123456789abcdef']));
    };
    for (const text of HOSTILE_TEXTS) check(text);
    fc.assert(fc.property(hostileText, check), { numRuns: 100 });
  });

  it('allows exactly the style and the script that it carries, and no request', () => {
    const html = renderHtml(sampleRun(), PLAIN);
    const hash = (tag: string) => {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
      return `sha256-${createHash('sha256').update(text).digest('base64')}`;
    };
    expect(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]).toBe(
      `default-src 'none'; style-src '${hash('style')}'; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|url\(|@import/);
  });

  it('names repository, commit, day and verdict first', () => {
    const run = { ...sampleRun(), subject: { name: 'shop/infra', commit: '0123456789abcdef', date: '2026-11-25' } };
    const html = renderHtml(run, PLAIN);
    expect(html).toContain('<h1>Dockershim report: shop/infra</h1>');
    expect(html).toContain('commit <code>0123456789ab</code> · 2026-11-25 · for containerd on Kubernetes 1.');
    expect(html).toContain('<b>Not ready.</b> 1 finding (1 error) in 1 file; 1 fails the check');
  });

  it('puts the edit that ends most findings first among what fails the check', () => {
    const findings = [
      sampleFinding({ rule: 'docker-log-format', severity: 'notice', instead: 'c', fingerprint: '1' }),
      sampleFinding({ instead: 'a single one', fingerprint: '2' }),
      ...manyFindings(12, () => ({ instead: 'twelve at once' })),
    ];
    const html = renderHtml(sampleRun({ findings }), PLAIN);
    const steps = /<ol class="first">([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? '';
    expect([...steps.matchAll(/<span class="dim">(.*?)<\/span><br>(.*?)<\/li>/g)].map(([, ...parts]) => parts)).toEqual(
      [
        ['12 findings in <code>scripts/clean.sh</code>', 'twelve at once'],
        ['1 finding in <code>deploy/agent.yaml</code>', 'a single one'],
        ['1 finding in <code>deploy/agent.yaml</code>', 'c'],
      ],
    );
  });

  it('has no list, no filter and no script where nothing was found', () => {
    const html = renderHtml(sampleRun({ findings: [] }), PLAIN);
    expect(html).toContain('Nothing found that depends on dockershim or Docker Engine.');
    expect(html).not.toMatch(/<script>|<form|<table/);
  });
});
