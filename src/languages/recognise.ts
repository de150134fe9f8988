/** Tells the language of a text from its name, its first line and what stands in it. */
import type { Language } from '../model/document.ts';
import { hasDaemonLine, INSTALLER_LINE, SNMPD_LINE } from '../recognise/daemon-lines.ts';
import { isPipeline } from '../recognise/pipelines.ts';
import { withoutSuffixes } from '../recognise/template-names.ts';
import { hasTemplate, maskTemplates } from '../text/mask.ts';

const SAMPLE_LENGTH = 20_000;

/**
 * `target` is the path that the text gets where it runs (a here-document's target, a ConfigMap key); it decides before
 * the file's own name. Nothing for languages that no front-end reads.
 */
export function recogniseLanguage(path: string, text: string, target: string | undefined): Language | undefined {
  const cloudInit = mayBeCloudInit(text) ? byCloudInit(sampleOf(text)) : undefined;
  if (cloudInit) return cloudInit;
  const name = `/${withoutSuffixes((target ?? path).replaceAll('\\', '/').toLowerCase())}`;
  const language = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'content';
  if (language === 'none') return undefined;
  if (SCHEMA.test(text.slice(0, SCHEMA_HEAD))) return 'text';
  if (language === 'shell') return byShebang(sampleOf(text)) ?? language;
  // `#!py` in a Salt state: a program that makes one.
  if (name.endsWith('.sls') && /^#!py/.test(sampleOf(text))) return 'text';
  if (ENVIRONMENT.test(name) && language === 'ini') {
    const sample = sampleOf(text);
    return byShebang(sample) ?? (UNIT.test(sample) ? 'systemd' : language);
  }
  return language === 'content' ? byContentAndName(name, sampleOf(text)) : language;
}

/** A JSON Schema describes what others configure, so that its defaults and names are nobody’s. https://json-schema.org */
const SCHEMA =
  /^\s*(?:\{\s*)?["']?\$(?:schema["']?:\s*["']?https?:\/\/json-schema\.org\/|defs["']?:|id["']?:\s*["']?https?:)/;
const SCHEMA_HEAD = 1000;

/** What reads a file: a front-end, nothing because it is prose, or nothing because no front-end knows its language. */
export function readerOf(path: string, text: string): 'front-end' | 'prose' | 'none' {
  const language = recogniseLanguage(path, text, undefined);
  if (language === undefined) return 'none';
  return language === 'text' ? 'prose' : 'front-end';
}

function sampleOf(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const sample = text.slice(start, SAMPLE_LENGTH);
  return hasTemplate(sample) ? maskTemplates(sample) : sample;
}

/** Cheap, and true for every text that is. */
function mayBeCloudInit(text: string): boolean {
  return /^\ufeff?[#MC]/i.test(text);
}

/** User data in several parts, as mails have them. */
export function beginsMail(text: string): boolean {
  return /^(?:MIME-Version:|Content-Type: *multipart\/)/i.test(text);
}

function byCloudInit(sample: string): Language | undefined {
  if (/^(?:## *template: *jinja\s+)?#cloud-config\b/.test(sample)) return 'cloud-init';
  return beginsMail(sample) ? 'cloud-init' : undefined;
}

type NameRule = readonly [pattern: RegExp, language: Language | 'content' | 'none'];

const PROSE =
  /\.(?:md|markdown|rst|adoc|asciidoc|txt|html?|svg|csv|tsv|log|patch|diff|po|pot)$|\/(?:motd(?:\.tail)?|issue(?:\.net)?|banner|readme|changelog|notes)$|\/(?:motd|issue)\.d\/[^/]+$/;
/** What tools for programs read, and nothing that sets up a machine or a cluster. */
const TOOLS =
  /\/\.[\w-]*ignore$|\/\.git(?:attributes|keep|modules)?$|\.(?:bazel|bazelrc|bzl|editorconfig|gradle|graphqls|[\w-]+-ignore|inc|spec|srcinfo)$|\/\.(?:editorconfig|srcinfo|[\w-]+-ignore)$/;

/** What somebody fills in who reports something: the scripts there are examples. */
const FORMS = /\/\.(?:github|gitea|forgejo)\/(?:issue|discussion)_template\//;

/** What a shell remembers of what somebody typed: nothing runs it. */
const HISTORY = /\/\.?(?:bash|zsh|ksh|sh|ash|fish)_history$|\/\.(?:hist(?:ory|file)|zhistory)$/;

/** What somebody would send to an API, and what it would answer, in the pages that describe it. */
const BODIES =
  /\/api[-_](?:ref(?:erence)?|docs?|samples|examples)\/(?:[^/]+\/){0,9}[^/]+\.json$|\/(?:samples?|examples?)\/(?:[^/]+\/){0,9}[^/]+[-_.](?:req|request|resp|response)\.json$/;

/** A file of /etc/default, /etc/sysconfig or /etc/conf.d; or one of the folder in which a cookbook of Chef has its templates. */
const ENVIRONMENT = /\/(?:default|sysconfig|etc\/conf\.d)\/[^/.]+$/;

/** Tested against `/` and the lower-case path, template suffixes taken off; the first that matches decides. */
const NAMES: readonly NameRule[] = [
  [FORMS, 'text'],
  [HISTORY, 'text'],
  [BODIES, 'text'],
  [/\/(?:dockerfile|containerfile)[^/]*\.(?:md|txt|rst|sh|ya?ml|json|go|py|js|ts|rb|bats|dockerignore)$/, 'content'],
  [/\/(?:dockerfile|containerfile)(?:[._-][^/]*)?$|\.(?:dockerfile|containerfile)$/, 'dockerfile'],
  [/\/(?:gnu)?makefile(?:\.[^/]*)?$|\.(?:mk|mak|make)$/, 'makefile'],
  [/\/jenkinsfile[^/]*$|\.(?:groovy|jenkinsfile|gvy)$/, 'groovy'],
  [/\.(?:ps1|psm1|psd1)$/, 'powershell'],
  [/\.(?:bat|cmd)$/, 'batch'],
  [/\.pp$/, 'puppet'],
  [/\.(?:jsonnet|libsonnet)$/, 'jsonnet'],
  [/\.(?:alloy|river)$/, 'alloy'],
  [/\/vagrantfile[^/]*$|\/(?:recipes|attributes|resources|providers)\/[^/]+\.rb$/, 'ruby'],
  [/\.(?:tf|tfvars|hcl|nomad)$/, 'terraform'],
  [/\.(?:ya?ml|kyaml|bu|fcc|sls)$/, 'yaml'],
  [/\.(?:json|ign|jsonc|json5|avsc)$/, 'json'],
  [/\.(?:sh|bash|ksh|dash|zsh|bats|envrc)$|\/\.(?:bashrc|bash_profile|profile|bash_aliases|envrc)$/, 'shell'],
  [/\.(?:service|socket|timer|slice|scope|automount|swap)$/, 'systemd'],
  [/\.(?:service|socket|timer|slice|mount|target|path)\.d\/[^/]+\.conf$/, 'systemd'],
  [/\.(?:toml)$|\/crio\.conf$|\/crio\.conf\.d\/|\/telegraf[^/]{0,255}\.conf$|\/telegraf\.d\//, 'toml'],
  [/\/containers\/(?:registries|storage|containers)\.conf$|\/registries\.conf(?:\.d\/|$)/, 'toml'],
  [/\/(?:td-agent|fluentd?)[^/]{0,255}\.conf$|^(?=.*\.conf$).*?\/fluentd?\//, 'content'],
  [TOOLS, 'text'],
  [PROSE, 'content'],
  [ENVIRONMENT, 'ini'],
  // The options of the daemons of MicroK8s and of Canonical Kubernetes, one on a line.
  [/\/snap\/[^/]+\/[^/]+\/args\/[^/]+$/, 'ini'],
  [/\.env(?:\.[^/]{0,255})?$|\/\.env[^/]{0,255}$|\/environment$/, 'ini'],
  [/\/logrotate(?:\.d\/|$|[^/]*\.conf$)|\/cron\.d\/|\/crontabs?(?:\/|$)|\.(?:cron|crontab|logrotate|monit)$/, 'ini'],
  [/\.(?:ini|cfg|cnf|properties|repo)$|\/fstab$|\/monit\/|\/monitrc$/, 'ini'],
  [/\.(?:mount|path|target|conf|config)$/, 'content'],
  [
    /\.(?:go|py|js|mjs|cjs|ts|tsx|jsx|java|kt|rb|rs|c|h|cc|cpp|hpp|cs|php|pl|pm|lua|swift|scala|css|scss|less|sql|proto|xml|lock|sum|mod|gradle|rego|cue|star|bzl|vue|ipynb|pem|crt|key|png|jpg|gif|ico|pdf)$/,
    'none',
  ],
];

function byContentAndName(name: string, sample: string): Language | undefined {
  const shebang = byShebang(sample);
  if (shebang) return shebang;
  if (PROSE.test(name)) return 'text';
  return byContent(sample) ?? (/\.(?:conf|config|ini|cfg|cnf|properties)$/.test(name) ? 'ini' : undefined);
}

function byShebang(sample: string): Language | undefined {
  const line = /^#![^\r\n]*/.exec(sample)?.[0];
  if (line === undefined) return undefined;
  if (/\b(?:ba|da|a|k|z|mk)?sh\b|openrc-run|runscript|\bbats\b|with-contenv/.test(line)) return 'shell';
  if (/\bpwsh\b|powershell/i.test(line)) return 'powershell';
  return /\bmake\b/.test(line) ? 'makefile' : 'text';
}

/** `$setup = <<SCRIPT`, up to the same word by itself: a part of a Vagrantfile, which shells cannot write so. */
const RUBY_TEXT =
  /^\$?[a-z]\w{0,60}[ \t]*=[ \t]*<<[-~]?["']?([A-Z]\w{0,60})["']?[ \t\r]*\n(?:[^\n]{0,1000}\n){0,400}?[ \t]{0,200}\1[ \t\r]*$/m;

const UNIT = /^[ \t]*\[(?:Unit|Service|Install|Socket|Timer|Mount)\][ \t\r]*$/m;

/** A section of a unit without its head: hooks of kOps are written so. */
const SECTION =
  /^(?=[\s\S]{0,4000}?\n[ \t]*Exec(?:Start|Stop)(?:Pre|Post)?[ \t]*=)(?:[ \t]*[A-Z][A-Za-z]{1,40}[ \t]*=[^\n]*(?:\n|$)){2,100}\s*$/;

const CONTENT: readonly (readonly [RegExp, Language])[] = [
  [RUBY_TEXT, 'ruby'],
  [/^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:["{\]]|$))/, 'json'],
  // The flow style of YAML: `{ executorImage: …, containerRuntimeExecutor: docker }`.
  [/^\s*\{\s*[A-Za-z][\w.-]{0,100}:\s[\s\S]*\}\s*$/, 'yaml'],
  [UNIT, 'systemd'],
  [SECTION, 'systemd'],
  [
    /^[ \t]*\[(?:SERVICE|INPUT|FILTER|OUTPUT|PARSER|MULTILINE_PARSER|CUSTOM|STREAM_TASK|PLUGINS|UPSTREAM)\][ \t\r]*$/m,
    'fluent-bit',
  ],
  [/^[ \t]*<(?:source|match|filter|label|parse|system|worker)\b[^>\n\r]{0,500}>[ \t\r]*$/m, 'fluentd'],
  [/^[ \t]*@(?:include|type)[ \t]+\S/m, 'fluentd'],
  [
    /^[ \t]*(?:discovery|loki|prometheus|otelcol|local|remote|mimir|pyroscope)(?:\.[a-z_0-9]+)+[ \t]+"[^"\n]{1,100}"[ \t]*\{/m,
    'alloy',
  ],
  // Every line before it is a comment, a key or deeper: prose that shows a manifest is none.
  [/^(?:(?:[ \t][^\n]*|#[^\n]*|---[^\n]*|["'\w.][\w./"'-]{0,200}:[^\n]*|\r?)\n)*(?:apiVersion|kind):[ \t]*\S/, 'yaml'],
  [/^(?:(?:#[^\n]*|---[^\n]*|\r?)\n)*- *["']?(?:op|path|from)["']?:[ \t]*\S/, 'yaml'],
  [
    /^(?:FROM[ \t]+\S[^\n]{0,500}\n)[\s\S]{0,2000}^(?:RUN|COPY|ADD|CMD|ENTRYPOINT|ENV|WORKDIR|USER)[ \t]/m,
    'dockerfile',
  ],
  [/^(?:[ \t]*(?:#[^\n]*|\r)?\n)*--[a-z][^\n]*\n--[a-z]/, 'ini'],
  // An environment file of a daemon, wherever it is kept.
  [/^(?:[ \t]*(?:#[^\n]*|\r)?\n)*[A-Z][A-Z\d_]{0,60}=["']?[ \t\uE000]{0,400}(?:\\\r?\n[ \t]{0,400})?--[a-z]/, 'ini'],
  [/^[ \t]*\[\w[\w-]{0,100}[ :][^\]\n\r]{0,300}\][ \t\r]*$/m, 'ini'],
  [/^[ \t]*\[\[?[A-Za-z_][\w."'/-]*\]\]?[ \t\r]*(?:#[^\n]{0,500})?\n[ \t]*[\w."-]+[ \t]*=[ \t]*["'[{]/m, 'toml'],
  [/^version[ \t]*=[ \t]*\d+[ \t\r]*$/m, 'toml'],
  [
    /^[ \t]*(?:param[ \t]*\(|\$ErrorActionPreference\b|Import-Module |function (?:global:)?[A-Z]\w+-\w+)/m,
    'powershell',
  ],
  [SNMPD_LINE, 'ini'],
  [INSTALLER_LINE, 'ini'],
  [
    /^[ \t]*(?:set -[a-z]*[eux]|export [A-Z_]+=|if \[|exec \S|(?:sudo )?(?:docker|systemctl|kubectl|apt-get|yum) \w)/m,
    'shell',
  ],
  [/^(?:---|%YAML)/, 'yaml'],
];

function byContent(sample: string): Language | undefined {
  const language = isPipeline(sample) ? 'groovy' : CONTENT.find(([pattern]) => pattern.test(sample))?.[1];
  // A line of a script may stand in a value of YAML.
  if (language === 'shell' && linesOfYaml(sample).others === 0 && looksLikeYaml(sample)) return 'yaml';
  return language ?? (looksLikeYaml(sample) ? 'yaml' : hasDaemonLine(sample) ? 'ini' : undefined);
}

/** Most lines that are not blank, comments or deeper text begin with a key or a dash. */
function looksLikeYaml(sample: string): boolean {
  const { keys, others } = linesOfYaml(sample);
  return keys > 0 && keys > 4 * others;
}

function linesOfYaml(sample: string): { readonly keys: number; readonly others: number } {
  let keys = 0;
  let others = 0;
  for (const line of sample.split('\n', 400)) {
    if (/^(?:- {1,8})?[\w./-]+:(?:\s|$)/.test(line)) keys++;
    else if (/^[^\s#-]/.test(line)) others++;
  }
  return { keys, others };
}
