/** One chart, loaded and parsed once, that can be executed many times with different values and branches. */
import { capabilities, releaseMap } from './chart/capabilities.ts';
import type { Chart } from './chart/chart.ts';
import { loadChart } from './chart/load.ts';
import { copyChart, prepareChart } from './chart/prepare.ts';
import { type Template, templatesOf } from './chart/scope.ts';
import { FUNCTIONS, isFunction } from './functions/index.ts';
import { rangeOf } from './source-map.ts';
import type { Node, ParsedFile } from './template/ast.ts';
import { type ExecNote, Executor, isExhausted, type Steering } from './template/exec.ts';
import { parseTemplate } from './template/parser.ts';
import { Templates } from './template/templates.ts';
import type { ChartSource, HelmNote } from './types.ts';
import { Budget, BudgetError, DEFAULT_LIMITS, type Limits } from './values/budget.ts';
import { TemplateError } from './values/error.ts';
import type { Source } from './values/origin.ts';
import { copyTree, type MapValue, map, type ObjectValue, type StringValue } from './values/value.ts';

export interface SessionOptions {
  readonly kubeVersion?: string | undefined;
  readonly apiVersions?: readonly string[] | undefined;
  readonly releaseName?: string | undefined;
  readonly namespace?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** The chart with some values: its templates in Helm's order. */
export interface Prepared {
  readonly chart: Chart;
  readonly values: MapValue;
  readonly templates: readonly Template[];
  readonly named: Templates;
  readonly error: string | null;
}

export interface Run {
  readonly steering?: Steering;
  readonly executed?: { add(node: Node): void };
  readonly lenient: boolean;
  /** Conditions remember what they read. */
  readonly tracing?: boolean;
  readonly note?: (note: HelmNote) => void;
}

export interface RunResult {
  readonly template: Template;
  /** Null when a limit was reached. */
  readonly output: StringValue | null;
}

export class Session {
  readonly chart: Chart | null;
  readonly notes: HelmNote[];
  readonly error: string | null;
  readonly budget: Budget;
  private readonly options: SessionOptions;
  private readonly capabilities: ObjectValue;
  private readonly parsed = new Map<Source, ParsedFile>();

  constructor(source: ChartSource, options: SessionOptions) {
    const { chart, notes, error } = loadChart(source);
    this.chart = chart;
    this.notes = [...notes];
    this.error = error;
    this.options = options;
    this.capabilities = capabilities({ kubeVersion: options.kubeVersion, apiVersions: options.apiVersions });
    this.budget = new Budget({ ...DEFAULT_LIMITS, ...options.limits });
  }

  private parse(template: Template): ParsedFile {
    let file = this.parsed.get(template.source);
    if (file === undefined) {
      file = parseTemplate(template.name, template.source, isFunction);
      this.parsed.set(template.source, file);
      for (const { message, from, to } of file.errors) {
        this.notes.push({ code: 'syntax', message, path: template.source.path, from, to });
      }
    }
    return file;
  }

  parsedFile(source: Source): ParsedFile | undefined {
    return this.parsed.get(source);
  }

  /** Values coalesced, dependencies chosen, all templates parsed. */
  prepare(given: MapValue = map(), enableAll = false): Prepared | null {
    if (this.chart === null) return null;
    const chart = copyChart(this.chart);
    const { values, error } = prepareChart(chart, given, { enableAll });
    return this.scoped(chart, values, error);
  }

  /** The same chart and values as before anything ran: templates change the tree they are given. */
  fresh(prepared: Prepared): Prepared {
    return this.scoped(prepared.chart, copyTree(prepared.values) as MapValue, prepared.error);
  }

  private scoped(chart: Chart, values: MapValue, error: string | null): Prepared {
    const templates = templatesOf(chart, {
      values,
      release: releaseMap({
        name: this.options.releaseName ?? 'release-name',
        namespace: this.options.namespace ?? 'default',
      }),
      capabilities: this.capabilities,
      charge: (size) => this.budget.allocate(size),
    });
    const named = new Templates();
    for (const template of templates) {
      for (const [index, definition] of this.parse(template).definitions.entries()) {
        named.add(index === 0 ? { ...definition, name: template.name } : definition);
      }
    }
    return { chart, values, templates, named, error };
  }

  /** Executes all files in order. Strict runs throw TemplateError at the first failure. */
  run(prepared: Prepared, run: Run): RunResult[] {
    const files = prepared.templates.filter((template) => !template.partial);
    return files.map((template) => ({ template, output: this.file(prepared, template, run) }));
  }

  /** One file; null when a limit was reached. */
  runOne(prepared: Prepared, template: Template, run: Run): StringValue | null {
    return this.file(prepared, template, run);
  }

  /** One named template by itself, as if the file it stands in included it. */
  definition(prepared: Prepared, template: Template, name: string, run: Run): StringValue | null {
    return this.file(prepared, template, run, name);
  }

  private file(prepared: Prepared, template: Template, run: Run, name = template.name): StringValue | null {
    this.budget.nextFile();
    template.enter();
    const executor = new Executor({
      functions: FUNCTIONS,
      templates: prepared.named,
      budget: this.budget,
      lenient: run.lenient,
      tracing: run.tracing === true || run.steering !== undefined,
      ...(run.steering === undefined ? {} : { steering: run.steering }),
      ...(run.executed === undefined ? {} : { executed: run.executed }),
      ...(run.note === undefined ? {} : { note: (note: ExecNote) => run.note?.(describeNote(note)) }),
    });
    try {
      return executor.file(name, template.dot);
    } catch (error) {
      if (!isExhausted(error)) throw error instanceof TemplateError ? located(error, executor, template) : error;
      const message = error instanceof BudgetError ? error.message : 'templates are nested too deeply';
      if (!run.lenient) throw new TemplateError(message);
      const { path, text } = template.source;
      run.note?.({ code: 'budget', message, path, from: 0, to: text.length });
      return null;
    }
  }
}

function describeNote(note: ExecNote): HelmNote {
  return { code: note.refusal ? 'refusal' : 'render', message: note.message, ...rangeOf(note.site) };
}

/** As helm prints it, with the file and line of the action that failed. */
function located(error: TemplateError, executor: Executor, template: Template): TemplateError {
  const site = executor.failedAt();
  const source = site?.source ?? template.source;
  const line = source.text.slice(0, site?.from ?? 0).split('\n').length;
  const message = error.refusal ? error.message.replace(/^(error calling \w+: )+/, '') : error.message;
  const name = template.name;
  return new TemplateError(
    error.refusal ? `execution error at (${name}:${line}): ${message}` : `template: ${name}:${line}: ${message}`,
    error.refusal,
  );
}
