/** `AWS::CloudFormation::Init`: the files, packages, services and commands of cfn-init. */
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { EMPTY_READING } from '../front-end.ts';
import { commandAt, scriptFacts } from '../shell/shell.ts';
import { installFact, pathFacts } from '../text/facts.ts';
import { type ContentContext, embedText } from './content.ts';
import { joinedText } from './joins.ts';
import { walkMaps } from './walk.ts';
import { get, pairsOf, scalarAt, textAt, tokenOf, type YamlMap, type YamlNode } from './yaml.ts';

export function initReadings(root: YamlNode, context: ContentContext): Reading[] {
  const readings: Reading[] = [];
  walkMaps(root, (map) => {
    const init = get(map, 'AWS::CloudFormation::Init');
    for (const { value: config } of pairsOf(init)) {
      if (config?.kind === 'map') readings.push(...configReadings(config, context));
    }
  });
  return readings;
}

function configReadings(config: YamlMap, context: ContentContext): Reading[] {
  return [
    ...pairsOf(get(config, 'commands')).map(({ value }) => commandReading(value, context)),
    ...pairsOf(get(config, 'files')).flatMap(({ key, value }) => [
      { ...EMPTY_READING, facts: pathFacts(context.document, tokenOf(key), 'write') },
      contentReading(value, key.text, context),
    ]),
    ...pairsOf(get(config, 'packages')).map(({ value }) => packagesReading(value, context)),
    ...pairsOf(get(config, 'services')).flatMap(({ value }) =>
      pairsOf(value).map((service) => serviceReading(tokenOf(service.key), service.value, context)),
    ),
  ];
}

function commandReading(command: YamlNode | undefined, context: ContentContext): Reading {
  const script = scalarAt(command, 'command');
  return script ? scriptFacts(script.view, context) : EMPTY_READING;
}

function contentReading(file: YamlNode | undefined, path: string, context: ContentContext): Reading {
  const content = get(file, 'content');
  if (content?.kind === 'scalar' && content.text !== '') return embedText(content.view, path, context);
  for (const pair of pairsOf(content)) {
    if (pair.key.text === 'Fn::Sub' && pair.value?.kind === 'scalar') return embedText(pair.value.view, path, context);
    const joined = joinedText(pair, [pair.key.text]);
    if (joined) return embedText(joined.view, path, context);
  }
  return EMPTY_READING;
}

function packagesReading(names: YamlNode | undefined, { document }: ContentContext): Reading {
  const facts = pairsOf(names).map(({ key }) => installFact(document, tokenOf(key), 'cfn-init'));
  return { ...EMPTY_READING, facts };
}

function serviceReading(name: Token, service: YamlNode | undefined, context: ContentContext): Reading {
  const isOff = /^(?:false|0)$/.test(textAt(service, 'ensureRunning') ?? textAt(service, 'enabled') ?? '');
  return isOff ? EMPTY_READING : commandAt(name, ['systemctl', 'start', name], context);
}
