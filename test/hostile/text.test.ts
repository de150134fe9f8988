import { describe, expect, test } from 'vitest';
import { readUserData } from '../../src/languages/cloud-init/user-data.ts';
import { readDockerfile } from '../../src/languages/dockerfile/dockerfile.ts';
import type { FrontEnd } from '../../src/languages/front-end.ts';
import { readGroovy } from '../../src/languages/groovy.ts';
import { readIni } from '../../src/languages/ini/ini.ts';
import { readFluentBit } from '../../src/languages/logs/fluent-bit.ts';
import { readFluentd } from '../../src/languages/logs/fluentd.ts';
import { readMakefile } from '../../src/languages/makefile.ts';
import { readPowerShell } from '../../src/languages/powershell/powershell.ts';
import { recogniseLanguage } from '../../src/languages/recognise.ts';
import { readSystemd } from '../../src/languages/systemd/systemd.ts';
import { readTerraform } from '../../src/languages/terraform/terraform.ts';
import { readToml } from '../../src/languages/toml/toml.ts';
import { inputOf, misplaced, readWith } from '../languages/text-support.ts';

const MEGABYTE = 1_000_000;
const many = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / 10 / piece.length));

const FRONT_ENDS: readonly (readonly [string, FrontEnd, string])[] = [
  ['Dockerfile', readDockerfile, 'Dockerfile'],
  ['systemd', readSystemd, 'kubelet.service'],
  ['toml', readToml, 'config.toml'],
  ['fluentd', readFluentd, 'fluent.conf'],
  ['fluent-bit', readFluentBit, 'fluent-bit.conf'],
  ['ini', readIni, 'x.ini'],
  ['environment', readIni, 'etc/default/kubelet'],
  ['cron', readIni, 'etc/cron.d/x'],
  ['logrotate', readIni, 'etc/logrotate.d/x'],
  ['monit', readIni, 'monit/x'],
  ['makefile', readMakefile, 'Makefile'],
  ['terraform', readTerraform, 'main.tf'],
  ['powershell', readPowerShell, 'x.ps1'],
  ['groovy', readGroovy, 'Jenkinsfile'],
  [
    'user data',
    (input, embed) => readUserData(input, embed, () => ({ documents: [], facts: [], links: [], notes: [] })),
    'user-data',
  ],
];

const TEXTS: readonly (readonly [string, string])[] = [
  ['a word of a megabyte', `A=${'a'.repeat(MEGABYTE)}`],
  ['a line of words', `RUN ${many('a ')}`],
  ['nothing closed', many('[{("\'<x ')],
  ['brackets', `a = ${many('[')}`],
  ['braces', many('{')],
  ['template braces', many('{{')],
  ['quotes in lines', many('a = "b\n')],
  ['long strings that do not close', `${many('a = 1\n')}x = """`],
  ['here-documents', many('RUN <<EOF\n')],
  ['here-documents in HCL', many('a = <<EOF\n')],
  ['here-strings', many('@"\n')],
  ['continued lines', `RUN a ${many('\\\n')}`],
  ['comments between continued lines', `RUN a \\\n${many('# c\n')}`],
  ['sections', many('[a]\n')],
  ['directives', many('<source>\n')],
  ['references', `a:\n\t${many('$(A')}`],
  ['variables that hold themselves', `${many('A=$(A)$(A)\n')}x:\n\techo $(A)\n`],
  ['stages and comments', many('FROM a\n# c\n')],
  ['interpolations', `a = "${many('${')}`],
  ['backslashes', many('\\')],
  ['parts of a mail', `Content-Type: multipart/mixed; boundary="x"\n${many('--x\n\n')}`],
  ['line ends of Windows', many('a=b\r\n')],
  ['null characters', many('\0')],
];

describe.each(FRONT_ENDS)('hostile texts: %s', (_name, frontEnd, path) => {
  test.each(TEXTS)('%s', (_text, text) => {
    const start = performance.now();
    const { reading } = readWith(frontEnd, path, text);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(misplaced({ ...reading, facts: reading.facts.slice(0, 500) })).toEqual([]);
  });
});

test.each(TEXTS)('hostile texts: recognition of %s', (_name, text) => {
  const start = performance.now();
  recogniseLanguage(inputOf('some/key', text).path, text, undefined);
  expect(performance.now() - start).toBeLessThan(500);
});
