/** Renders a chart as installed, with its values files, and with branches forced until all of its text has run. */
import type { Chart } from '../chart/chart.ts';
import { fullPath } from '../chart/chart.ts';
import type { Template } from '../chart/scope.ts';
import { userValues } from '../chart/user-values.ts';
import { rendered } from '../rendered.ts';
import { type Prepared, type RunResult, Session } from '../session.ts';
import type { Definition, Node } from '../template/ast.ts';
import type {
  Activation,
  ChartSource,
  Exploration,
  ExploreOptions,
  HelmNote,
  RenderedFile,
  Setting,
  ValuesFile,
} from '../types.ts';
import type { Fragment } from '../values/origin.ts';
import { tracked } from '../values/tracked.ts';
import type { Value } from '../values/value.ts';
import { Coverage, eachNode, type Interest, pipeOf } from './coverage.ts';
import { fallbackRender } from './fallback.ts';
import { readsFrom } from './guards.ts';
import { Literals, onlyLiterals } from './literals.ts';
import { valuesPrefixes } from './override.ts';
import { towardsPending } from './steering.ts';
import { type SubChartSwitch, Witnesses } from './witness.ts';

const MOST_PASSES = 9;
const LARGEST_VALUES_FILES = 40;

/** Explores one chart. Never throws for what is in it: what goes wrong becomes notes. */
export function exploreChart(source: ChartSource, options: ExploreOptions = {}): Exploration {
  return new Explorer(source, options).run();
}

class Explorer {
  private readonly source: ChartSource;
  private readonly options: ExploreOptions;
  private readonly session: Session;
  private readonly renders: RenderedFile[] = [];
  private readonly notes: HelmNote[] = [];
  private literals: Literals | null = null;
  /** Files that reached a limit; they are not run again. */
  private readonly stopped = new Set<string>();

  constructor(source: ChartSource, options: ExploreOptions) {
    this.source = source;
    this.options = options;
    this.session = new Session(source, options);
  }

  run(): Exploration {
    const prepared = this.session.prepare();
    if (prepared === null) return this.finished({ executed: 0, total: 0 });
    const all = this.session.prepare(undefined, true) ?? prepared;
    const { only } = this.options;
    if (only !== undefined) this.literals = new Literals(all, this.session, only);
    const coverage = new Coverage(all.named, this.interest(all));
    const usual = this.defaults(prepared, coverage);
    this.valuesFiles(coverage, usual);
    const force = this.forcing(prepared, all);
    this.forced(all, coverage, force, NO_LITERALS);
    this.unused(all, coverage);
    this.unprinted(all, force);
    return this.finished(measure(all, this.session, coverage));
  }

  private finished(coverage: Exploration['coverage']): Exploration {
    return { renders: this.renders, notes: unique([...this.session.notes, ...this.notes]), coverage };
  }

  /** With a word filter, only nodes that hold such words count, unless a value or file may bring them anywhere. */
  private interest(prepared: Prepared): Interest {
    const { only } = this.options;
    const counts: Interest = (node) => node.type !== 'text' || node.text.trim() !== '';
    if (only === undefined || bringsWords(prepared.chart, only)) return counts;
    return (node) => {
      if (node.type === 'text') return only(node.text);
      const pipe = pipeOf(node);
      return pipe !== null && node.type !== 'if' && only(node.source.text.slice(node.from, node.to));
    };
  }

  private defaults(prepared: Prepared, coverage: Coverage): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    const results = this.session.run(this.session.fresh(prepared), {
      lenient: true,
      executed: coverage.executed,
      note: (note) => this.notes.push(note),
    });
    for (const { template, output } of results) {
      this.literals?.printed(output?.fragments ?? []);
      if (!isManifest(template)) continue;
      if (output === null) this.stopped.add(template.name);
      texts.set(template.name, output?.text ?? '');
      this.renders.push(output === null ? fallbackRender(template) : rendered(template, output, { pass: 'default' }));
    }
    return texts;
  }

  private given(): ValuesFile[] {
    const { root, files } = this.source;
    const decoder = new TextDecoder();
    const own = [...files]
      .filter(([path]) => /^ci\/[^/]*\.ya?ml$/.test(path))
      .map(([path, text]) => ({
        path: root === '' ? path : `${root}/${path}`,
        text: typeof text === 'string' ? text : decoder.decode(text),
      }));
    return [...(this.options.valuesFiles ?? []), ...own].slice(0, LARGEST_VALUES_FILES);
  }

  /** Keeps what differs from the render with default values. */
  private valuesFiles(coverage: Coverage, usual: ReadonlyMap<string, string>): void {
    for (const file of this.given()) {
      if (this.session.budget.exhausted) return;
      const { values, error } = userValues([{ path: file.path, text: file.text, kind: 'values' }]);
      if (error !== null) {
        this.notes.push({ code: 'chart', message: error, path: file.path, from: 0, to: 0 });
        continue;
      }
      const prepared = this.session.prepare(values);
      if (prepared === null) continue;
      const before = coverage.executed.size;
      const results = this.session.run(prepared, {
        lenient: true,
        tracing: true,
        executed: coverage.executed,
        wanted: ({ name }) => !this.stopped.has(name),
      });
      const { only } = this.options;
      const matters = only === undefined || only(file.text) || coverage.executed.size > before;
      if (matters) this.keepDifferent(results, usual, file);
    }
  }

  private keepDifferent(results: readonly RunResult[], usual: ReadonlyMap<string, string>, file: ValuesFile): void {
    for (const { template, output } of results) {
      if (!isManifest(template) || output === null || output.text === usual.get(template.name)) continue;
      if (output.text.trim() === '' || !this.matters(output.text)) continue;
      this.literals?.printed(output.fragments);
      const activation = (fragment: Fragment): Activation => fromValuesFile(fragment, file.path);
      this.renders.push(rendered(template, output, { pass: 'values-file', valuesFile: file.path, activation }));
    }
  }

  private forcing(prepared: Prepared, all: Prepared): Forcing {
    return {
      switches: subChartSwitches(prepared.chart, all.chart),
      witnesses: new Witnesses(this.session, prepared.values, valuesPrefixes(all.chart)),
    };
  }

  private forced(all: Prepared, coverage: Coverage, force: Forcing, literals: ReadonlySet<Value>): void {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const targets = new Set<string>();
      for (const template of all.templates) {
        const definition = all.named.get(template.name);
        if (template.partial || this.stopped.has(template.name) || definition === undefined) continue;
        if (coverage.pendingDefinition(definition)) {
          targets.add(template.name);
        }
      }
      if (targets.size === 0 || !this.forcedPass(all, coverage, targets, force, literals)) break;
    }
  }

  private matters(text: string): boolean {
    return this.options.only === undefined || this.options.only(text);
  }

  /** Named templates that nothing in the chart includes, as in library charts: each by itself, with the chart's own dot. */
  private unused(all: Prepared, coverage: Coverage): void {
    const fresh = this.session.fresh(all);
    const steering = towardsPending(coverage, NO_LITERALS);
    for (const template of fresh.templates) {
      for (const definition of this.session.parsedFile(template.source)?.definitions.slice(1) ?? []) {
        if (fresh.named.get(definition.name) !== definition) continue;
        for (let pass = 0; pass < MOST_PASSES && coverage.pendingDefinition(definition); pass++) {
          if (this.session.budget.exhausted) return;
          const before = coverage.executed.size;
          const run = { lenient: true, steering, executed: coverage.executed };
          const output = this.session.definition(fresh, template, definition.name, run);
          if (coverage.executed.size === before) break;
          if (output === null || !this.matters(output.text)) continue;
          this.literals?.printed(output.fragments);
          const { source, from } = definition;
          const condition = `template ${JSON.stringify(definition.name)} is included`;
          const activation = (): Activation => ({ kind: 'conditional', condition, path: source.path, offset: from });
          this.renders.push(rendered(template, output, { pass: 'forced', activation }));
        }
      }
    }
  }

  /** Literals that other values hide: takes them where there is a choice; what is left is shown as it stands. */
  private unprinted(all: Prepared, force: Forcing): void {
    const { literals } = this;
    if (literals === null || literals.size === 0) return;
    const nodes = literals.nodes();
    this.forced(all, new Coverage(all.named, (node) => nodes.has(node)), force, literals.values());
    for (const template of all.templates) {
      const own = literals.remaining().filter(({ node }) => node.source === template.source);
      if (own.length === 0) continue;
      for (const literal of own) literals.drop(literal);
      const { source } = template;
      const origin = { source, from: 0, to: source.text.length, exact: true, kind: 'template' } as const;
      const activation = ({ origin: at }: Fragment): Activation => ({
        kind: 'conditional',
        condition: 'the template chooses this text',
        path: source.path,
        offset: at?.from ?? 0,
      });
      this.renders.push(rendered(template, tracked(onlyLiterals(source, own), origin), { pass: 'forced', activation }));
    }
  }

  /** Whether anything ran that had not run before. */
  private forcedPass(
    all: Prepared,
    coverage: Coverage,
    targets: ReadonlySet<string>,
    force: Forcing,
    literals: ReadonlySet<Value>,
  ): boolean {
    const fresh = this.session.fresh(all);
    const steering = towardsPending(coverage, literals);
    let progress = false;
    for (const template of fresh.templates) {
      if (!targets.has(template.name)) continue;
      const before = coverage.executed.size;
      const [result] = this.session.run(fresh, {
        lenient: true,
        steering,
        executed: coverage.executed,
        wanted: ({ name }) => name === template.name,
        note: (note) => {
          if (note.code === 'budget') this.notes.push(note);
        },
      });
      if (result?.output === null) this.stopped.add(template.name);
      if (this.session.budget.exhausted) return false;
      if (coverage.executed.size === before) continue;
      progress = true;
      if (result?.output == null || !isManifest(template) || !this.matters(result.output.text)) continue;
      this.literals?.printed(result.output.fragments);
      const own = switchesOf(template, force.switches);
      const activation = (fragment: Fragment): Activation => force.witnesses.activation(template, fragment, own);
      this.renders.push(rendered(template, result.output, { pass: 'forced', activation }));
    }
    return progress;
  }
}

const NO_LITERALS: ReadonlySet<Value> = new Set();

interface Forcing {
  readonly switches: ReadonlyMap<string, readonly SubChartSwitch[]>;
  readonly witnesses: Witnesses;
}

const isManifest = (template: Template): boolean => !template.partial && !template.name.endsWith('NOTES.txt');

/** Whether the words may come from values or files, which any action may print. */
function bringsWords(chart: Chart, only: (text: string) => boolean): boolean {
  const values = chart.values.origin?.source.text ?? '';
  return (
    only(values) ||
    chart.files.some(({ source }) => only(source.text)) ||
    chart.dependencies.some((child) => bringsWords(child, only))
  );
}

function fromValuesFile(fragment: Fragment, file: string): Activation {
  const reads = readsFrom(fragment.context, file);
  if (reads.length === 0) return { kind: 'default' };
  const set: Setting[] = [];
  for (const { origin, value } of reads) {
    const path = `.Values.${origin.path ?? ''}`;
    if (set.some((one) => one.path === path)) continue;
    const text = origin.exact ? origin.source.text.slice(origin.from, origin.to) : value.kind;
    set.push({ path, value: text, file, offset: origin.from });
  }
  return { kind: 'when', set };
}

/** Sub-charts that are off by default: how their templates' names begin, and what switches them on. */
function subChartSwitches(usual: Chart, all: Chart): Map<string, readonly SubChartSwitch[]> {
  const result = new Map<string, readonly SubChartSwitch[]>();
  const visit = (
    one: Chart,
    other: Chart | undefined,
    names: readonly string[],
    above: readonly SubChartSwitch[],
  ): void => {
    for (const child of one.dependencies) {
      const same = other?.dependencies.find(({ metadata }) => metadata.name === child.metadata.name);
      const own = same === undefined ? [...above, ...switchOf(one, child, names)] : above;
      if (own.length > 0) result.set(`${fullPath(child)}/`, own);
      visit(child, same, [...names, child.metadata.name], own);
    }
  };
  visit(all, usual, [], []);
  return result;
}

function switchOf(parent: Chart, child: Chart, names: readonly string[]): SubChartSwitch[] {
  const dependency = parent.metadata.dependencies.find(({ name }) => name === child.metadata.name);
  const condition = dependency?.condition.split(',')[0]?.trim() ?? '';
  const tag = dependency?.tags[0];
  if (dependency === undefined || (condition === '' && tag === undefined)) return [];
  const path = condition === '' ? ['tags', tag!] : [...names, ...condition.split('.')];
  const setting = { path: `.Values.${path.join('.')}`, value: 'true', file: dependency.file, offset: dependency.from };
  return [{ path, setting }];
}

function switchesOf(
  template: Template,
  switches: ReadonlyMap<string, readonly SubChartSwitch[]>,
): readonly SubChartSwitch[] {
  let best = '';
  for (const prefix of switches.keys()) {
    if (template.name.startsWith(prefix) && prefix.length > best.length) best = prefix;
  }
  return switches.get(best) ?? [];
}

/** Characters of template text, and how many of them ran. Text without any letter does not count. */
function measure(all: Prepared, session: Session, coverage: Coverage): Exploration['coverage'] {
  let executed = 0;
  let total = 0;
  const add = (node: Node): void => {
    if (node.type !== 'text' || node.text.trim() === '') return;
    total += node.text.length;
    if (coverage.executed.has(node)) executed += node.text.length;
  };
  const seen = new Set<Definition['body']>();
  for (const template of all.templates) {
    if (template.name.endsWith('NOTES.txt')) continue;
    for (const { body } of session.parsedFile(template.source)?.definitions ?? []) {
      if (seen.has(body)) continue;
      seen.add(body);
      eachNode(body, add);
    }
  }
  return { executed, total };
}

const unique = (notes: readonly HelmNote[]): HelmNote[] => {
  const seen = new Set<string>();
  return notes.filter((note) => {
    // A helper that is not in the tree is included from everywhere: one note.
    const place = note.message.includes('no template ') ? '' : `${note.path}\0${note.from}`;
    const key = `${note.code}\0${place}\0${note.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
