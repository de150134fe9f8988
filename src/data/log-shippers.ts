/** Settings of log shippers that only understand Docker's json-file format. */
import { SOURCES } from './source-links.ts';

export interface LogSettingRow {
  readonly tool: string;
  /** Last keys of the setting; `*` stands for one key or list item. Compared without case. */
  readonly keys: readonly string[];
  readonly values: readonly string[] | 'any';
  /** Words of which one must stand in the same document, so that the setting is about container logs. */
  readonly near: readonly string[];
  /** Words in the same document that show the other runtimes' format is handled as well. */
  readonly unless: readonly string[];
  readonly instead: string;
  readonly insteadCrio?: string;
  /** The shipper of which old images do not know what is written. */
  readonly needsNewer?: 'filebeat';
  /** The value or the key that does it with nothing else changed; null where the setting goes. */
  readonly becomes?: { readonly value: string } | { readonly key: string } | null;
  readonly source: string;
}

/** Why a reader of JSON lines reads none of other runtimes. */
export const CRI_FORMAT = 'CRI runtimes write lines of the form `time stream flags message`, not JSON';

/** Reads `time stream flag text`, and calls the text `log`, as the JSON of Docker does. */
export const CRI_EXPRESSION = '/^(?<time>[^ ]+) (?<stream>stdout|stderr) (?<logtag>[FP]) (?<log>.*)$/';
export const CRI_TIME = '%Y-%m-%dT%H:%M:%S.%N%:z';
const FLUENTD = `expression ${CRI_EXPRESSION} and time_format ${CRI_TIME}, or @type cri (plugin fluent-plugin-parser-cri)`;

/** What an input reads: the logs of all containers. */
export const FILES_OF_ALL = 'an id, paths: [/var/log/containers/*.log]';
/** Autodiscover makes an input for each container: https://www.elastic.co/docs/reference/beats/filebeat/configuration-autodiscover */
export const PATH_OF_ONE = '/var/log/containers/*-${data.kubernetes.container.id}.log';
export const FILES_OF_ONE = `id: container-\${data.kubernetes.container.id}, paths: ["${PATH_OF_ONE}"]`;
export const PARSERS_OF_LINES = 'parsers: [{container: {}}]';

/** The files in that folder are links, which a filestream passes over until it is told not to. */
const FILESTREAM = `write type: filestream (Filebeat 7.14 or newer) with ${FILES_OF_ALL}, ${PARSERS_OF_LINES} and prospector.scanner.symlinks: true`;

/** For an input that decodes whole lines: the parser takes the text out of them, whoever wrote them. */
export const FILEBEAT_LINES = `${FILESTREAM}, and delete the json options`;

const CONTAINER_LOGS = ['/var/log/containers', '/var/log/pods', '/var/lib/docker/containers', 'containers/*.log'];

export const LOG_SETTINGS: readonly LogSettingRow[] = [
  {
    tool: 'Fluent Bit',
    keys: ['parser'],
    values: ['docker', 'docker_no_time', 'docker-daemon'],
    near: [...CONTAINER_LOGS, 'fluent-bit', 'fluentbit', 'input'],
    unless: [],
    instead: 'write multiline.parser docker, cri',
    source: SOURCES.fluentBitParsers,
  },
  {
    tool: 'Fluent Bit',
    keys: ['docker_mode'],
    values: ['on', 'true'],
    near: [...CONTAINER_LOGS, 'tail'],
    unless: [],
    instead: 'delete Docker_Mode and write multiline.parser docker, cri',
    source: SOURCES.fluentBitParsers,
  },
  {
    tool: 'Fluent Bit',
    keys: ['dockermode'],
    values: ['on', 'true'],
    near: [...CONTAINER_LOGS, 'fluent'],
    unless: [],
    instead: 'switch it off and use multiline.parser docker, cri',
    source: SOURCES.fluentBitParsers,
  },
  {
    tool: 'Fluent Bit',
    keys: ['multiline.parser'],
    values: ['docker'],
    near: [],
    unless: [],
    instead: 'write multiline.parser docker, cri',
    becomes: { value: 'docker, cri' },
    source: SOURCES.fluentBitParsers,
  },
  {
    tool: 'fluentd',
    keys: ['source', '*', 'format'],
    values: ['json', 'json_in_json'],
    near: CONTAINER_LOGS,
    unless: ['@type cri', 'multi_format'],
    instead: `write format ${CRI_EXPRESSION} with time_format ${CRI_TIME}, or format cri (plugin fluent-plugin-parser-cri)`,
    source: SOURCES.fluentdCri,
  },
  {
    tool: 'fluentd',
    keys: ['source', '*', 'parse', '@type'],
    values: ['json'],
    near: CONTAINER_LOGS,
    unless: ['multi_format'],
    instead: `write @type regexp with ${FLUENTD}`,
    source: SOURCES.fluentdCri,
  },
  {
    tool: 'fluentd',
    keys: ['source', '*', 'path'],
    values: ['/var/log/docker.log'],
    near: [],
    unless: [],
    instead: 'delete the source: containerd logs to the journal (unit containerd.service)',
    insteadCrio: 'delete the source: CRI-O logs to the journal (unit crio.service)',
    source: SOURCES.logging,
  },
  {
    tool: 'Filebeat',
    keys: ['inputs', '*', 'type'],
    values: ['docker'],
    near: [],
    unless: [],
    instead: FILESTREAM,
    needsNewer: 'filebeat',
    source: SOURCES.filebeat,
  },
  {
    tool: 'Filebeat',
    keys: ['filebeat.inputs', '*', 'type'],
    values: ['docker'],
    near: [],
    unless: [],
    instead: FILESTREAM,
    needsNewer: 'filebeat',
    source: SOURCES.filebeat,
  },
  {
    // A file of inputs that is loaded by its folder is a list, whatever stands above it; these are options of that input alone.
    tool: 'Filebeat',
    keys: ['[]', 'type'],
    values: ['docker'],
    near: ['containers.ids', 'containers.path', 'containers.stream'],
    unless: [],
    instead: FILESTREAM,
    needsNewer: 'filebeat',
    source: SOURCES.filebeat,
  },
  {
    tool: 'Filebeat',
    keys: ['config', '*', 'type'],
    values: ['docker'],
    near: ['autodiscover'],
    unless: [],
    instead: FILESTREAM,
    needsNewer: 'filebeat',
    source: SOURCES.filebeat,
  },
  ...[['input', 'type'], ['input.type']].map((keys) => ({
    // The input of a fileset: `{module: redis, log: {input: {type: docker}}}`.
    tool: 'Filebeat',
    keys,
    values: ['docker'],
    near: ['containers.ids', 'containers.path', 'containers.stream', 'autodiscover'],
    unless: [],
    instead: `write type: container, and paths: [${PATH_OF_ONE}] in place of containers.ids`,
    source: SOURCES.filebeat,
  })),
  {
    tool: 'Filebeat',
    keys: ['providers', '*', 'type'],
    values: ['docker'],
    near: ['autodiscover'],
    unless: [],
    instead: 'write type: kubernetes',
    source: SOURCES.filebeat,
  },
  {
    tool: 'Filebeat',
    keys: ['container', 'format'],
    values: ['docker'],
    near: ['parsers', 'filestream'],
    unless: [],
    instead: 'write format: auto',
    becomes: { value: 'auto' },
    source: SOURCES.filebeat,
  },
  {
    tool: 'Promtail',
    keys: ['pipeline_stages', '*', 'docker'],
    values: 'any',
    near: [],
    unless: [],
    instead: 'write cri: {}',
    becomes: { key: 'cri' },
    source: SOURCES.promtail,
  },
  {
    tool: 'Promtail',
    keys: ['match', 'stages', '*', 'docker'],
    values: 'any',
    near: ['pipeline_stages', 'pipelineStages'],
    unless: [],
    instead: 'write cri: {}',
    becomes: { key: 'cri' },
    source: SOURCES.promtail,
  },
  {
    tool: 'Promtail',
    keys: ['pipelineStages', '*', 'docker'],
    values: 'any',
    near: [],
    unless: [],
    instead: 'write cri: {}',
    becomes: { key: 'cri' },
    source: SOURCES.promtail,
  },
  {
    tool: 'Alloy',
    keys: ['stage.docker'],
    values: 'any',
    near: [],
    unless: [],
    instead: 'write stage.cri { }',
    becomes: { key: 'stage.cri' },
    source: SOURCES.alloy,
  },
  {
    tool: 'Vector',
    keys: ['sources', '*', 'type'],
    values: ['docker_logs', 'docker'],
    near: [],
    unless: [],
    instead: 'write type: kubernetes_logs',
    source: 'https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/',
  },
  {
    tool: 'OpenTelemetry collector',
    keys: ['operators', '*', 'format'],
    values: ['docker'],
    near: ['filelog', 'container'],
    unless: [],
    instead: 'delete format: the container operator detects docker, crio and containerd',
    becomes: null,
    source: SOURCES.otelContainer,
  },
  {
    tool: 'Splunk',
    keys: ['containers', 'logFormatType'],
    values: ['json'],
    near: [],
    unless: [],
    instead: 'write logFormatType: cri',
    becomes: { value: 'cri' },
    source: 'https://github.com/splunk/splunk-connect-for-kubernetes',
  },
  {
    tool: 'New Relic logging',
    keys: ['fluentBit', 'criEnabled'],
    values: ['false'],
    near: [],
    unless: [],
    instead: 'write criEnabled: true',
    becomes: { value: 'true' },
    source: 'https://github.com/newrelic/helm-charts/tree/master/charts/newrelic-logging',
  },
];

/** Variables that choose the parser of container logs. */
export const LOG_VARIABLES: readonly {
  readonly name: string;
  readonly values: readonly string[];
  readonly instead: string;
  readonly source: string;
}[] = [
  { name: 'FLUENT_CONTAINER_TAIL_PARSER_TYPE', values: ['json'], instead: 'set it to cri', source: SOURCES.fluentdCri },
  {
    name: 'LOG_PARSER',
    values: ['docker'],
    instead: 'set it to docker,cri',
    source: 'https://github.com/newrelic/helm-charts/tree/master/charts/newrelic-logging',
  },
];

/** The image whose parser is Docker's until FLUENT_CONTAINER_TAIL_PARSER_TYPE says otherwise. */
export const JSON_BY_DEFAULT_IMAGES: readonly {
  readonly repository: string;
  readonly variable: string;
  readonly source: string;
}[] = [
  {
    repository: 'fluent/fluentd-kubernetes-daemonset',
    variable: 'FLUENT_CONTAINER_TAIL_PARSER_TYPE',
    source: SOURCES.fluentdCri,
  },
];

/** Names of images of programs that send logs away, and do nothing else. */
export const LOG_SHIPPER = /(?:^|[/_-])(?:fluentd|fluent-?bit|filebeat|promtail|logstash|logspout|logdna)(?:[/:@_-]|$)/;

/** Words that show a shipper reads the CRI format. */
export const CRI_PARSER_WORDS: readonly string[] = [
  'docker, cri',
  'docker,cri',
  'cri, docker',
  'parser cri',
  'parser: cri',
  'multiline.parser cri',
  '@type cri',
  'cri: {}',
  '- cri:',
  'cri.force: true',
  'stage.cri',
  'type: container',
  'type: filestream',
  'kubernetes_logs',
  'multi_format',
];

/** What shows that a shipper reads the JSON lines of Docker, or reads them where Docker writes them. */
export const DOCKER_PARSERS: readonly { readonly pattern: RegExp; readonly source: string }[] = [
  {
    pattern: /\bparser:?[ \t]+docker\b/i,
    source: 'https://docs.fluentbit.io/manual/data-pipeline/parsers/configuring-parser',
  },
  { pattern: /\bdocker_mode[ \t]+on\b/i, source: 'https://docs.fluentbit.io/manual/data-pipeline/inputs/tail' },
  { pattern: /(?:^|\s)@?(?:type|format)[ \t]+json\b/, source: 'https://docs.fluentd.org/parser/json' },
  {
    pattern: /\btype:[ \t]*docker\b/,
    source: 'https://www.elastic.co/guide/en/beats/filebeat/7.17/filebeat-input-docker.html',
  },
  {
    pattern: /(?:^|\s)-? ?docker:[ \t]*\{\}/,
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/stages/docker/',
  },
  {
    pattern: /\/var\/lib\/docker\/containers\/[^\s"']{0,80}\*/,
    source: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  },
];
