/** Recognises the language of a text and calls its front-end; every front-end reads texts inside its own through this. */
import type { Language } from '../model/document.ts';
import type { OwnWrapper } from '../model/knowledge.ts';
import { LIMITS } from '../model/limits.ts';
import type { Reading } from '../model/project.ts';
import { readAlloy } from './alloy.ts';
import { readBatch } from './batch.ts';
import { readCloudInit } from './cloud-init/cloud-init.ts';
import { readUserData } from './cloud-init/user-data.ts';
import { readDockerfile } from './dockerfile/dockerfile.ts';
import { EMPTY_READING, type Embed, type FrontEnd, type Input, mergeReadings } from './front-end.ts';
import { readGroovy } from './groovy.ts';
import { readIni } from './ini/ini.ts';
import { readJsonnet } from './jsonnet/jsonnet.ts';
import { readFluentBit } from './logs/fluent-bit.ts';
import { readFluentd } from './logs/fluentd.ts';
import { readMakefile } from './makefile.ts';
import { type NamedTemplate, namedTemplates } from './named-templates.ts';
import { readPowerShell } from './powershell/powershell.ts';
import { readPuppet } from './puppet/puppet.ts';
import { readJson, readYaml } from './read-yaml.ts';
import { recogniseLanguage } from './recognise.ts';
import { readRuby } from './ruby.ts';
import { readShell } from './shell/shell.ts';
import { readSystemd } from './systemd/systemd.ts';
import { readTerraform } from './terraform/terraform.ts';
import { readToml } from './toml/toml.ts';

/** Texts inside texts: a script in a here-document in a ConfigMap in a list… */
const MAX_DEPTH = LIMITS.nesting;

export const embed: Embed = createEmbed(new Map());

export function createEmbed(wrappers: ReadonlyMap<string, OwnWrapper>): Embed {
  const own: Embed = Object.assign((input: Input): Reading => readText(input, own), { wrappers });
  return own;
}

function readText(input: Input, embed: Embed): Reading {
  if (input.depth > MAX_DEPTH) return tooDeep(input);
  const templates = input.parent || input.language || input.target ? [] : namedTemplates(input.view);
  if (templates.length > 0 && input.templating !== 'done')
    return mergeReadings(templates.map((one) => embed(templateInput(one, input))));
  const language = input.language ?? recogniseLanguage(input.path, input.view.text, input.target);
  if (!language) return EMPTY_READING;
  if (input.view.text.length > LIMITS.documentCharacters && !isSplit(language)) return tooLarge(input);
  return FRONT_ENDS[language](input, embed);
}

function templateInput({ name, view }: NamedTemplate, input: Input): Input {
  return { ...input, view, label: `${name} in ${input.label}`, target: name, depth: input.depth + 1 };
}

/** A stream of YAML is parsed document by document. */
function isSplit(language: Language): boolean {
  return FRONT_ENDS[language] === readYaml;
}

function tooLarge(input: Input): Reading {
  const { span } = input.view.root(0, 0);
  const message = `a text of more than ${LIMITS.documentCharacters / 1024 / 1024} MiB in one piece; it was not read`;
  const coverage = input.parent ? 'partly' : 'not';
  return { ...EMPTY_READING, notes: [{ code: 'too-large', message, path: input.path, span, coverage }] };
}

const FRONT_ENDS: Readonly<Record<Language, FrontEnd>> = {
  yaml: readYaml,
  kubernetes: readYaml,
  'helm-values': readYaml,
  'chart-metadata': readYaml,
  ansible: readYaml,
  workflow: readYaml,
  json: readJson,
  'cloud-init': (input, embedInner) => readUserData(input, embedInner, readCloudInit),
  shell: readShell,
  dockerfile: readDockerfile,
  systemd: readSystemd,
  toml: readToml,
  fluentd: readFluentd,
  'fluent-bit': readFluentBit,
  ini: readIni,
  makefile: readMakefile,
  terraform: readTerraform,
  powershell: readPowerShell,
  groovy: readGroovy,
  batch: readBatch,
  puppet: readPuppet,
  jsonnet: readJsonnet,
  alloy: readAlloy,
  ruby: readRuby,
  text: () => EMPTY_READING,
};

function tooDeep(input: Input): Reading {
  const { span } = input.view.root(0, 0);
  const message = `texts are nested more than ${MAX_DEPTH} deep here; what is deeper was not read`;
  return { ...EMPTY_READING, notes: [{ code: 'too-deep', message, path: input.path, span, coverage: 'partly' }] };
}
