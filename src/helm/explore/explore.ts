/** Renders a chart as installed, with its values files, and with branches forced until all of its text has run. */
import type { Template } from '../chart/scope.ts';
import { userValues } from '../chart/user-values.ts';
import { rendered } from '../rendered.ts';
import { type Prepared, type Run, Session } from '../session.ts';
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
import type { MapValue, StringValue } from '../values/value.ts';
import { Coverage, eachNode } from './coverage.ts';
import { fallbackRender } from './fallback.ts';
import { type Forcing, forceAll, forceLiterals, forceUnused, isManifest } from './forced.ts';
import { readsFrom } from './guards.ts';
import { everything, interestIn, interestOf } from './interest.ts';
import { Literals } from './literals.ts';
import { valuesPrefixes } from './override.ts';
import { hasSwitches, subChartSwitches } from './switches.ts';
import { keyOf, Witnesses } from './witness.ts';

const MOST_VALUES_FILES = 40;

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
  private readonly stopped = new Set<string>();
  private readonly texts = new Map<string, string>();
  private readonly usual = new Map<string, StringValue>();
  /** Files that a values file may show something new in. */
  private readonly shown = new Set<string>();
  private literals: Literals | null = null;

  constructor(source: ChartSource, options: ExploreOptions) {
    this.source = source;
    this.options = options;
    this.session = new Session(source, options);
  }

  run(): Exploration {
    const { chart } = this.session;
    const prepared = this.session.prepare();
    if (prepared === null || chart === null) return this.finished({ executed: 0, total: 0 });
    const all = (hasSwitches(chart) ? this.session.prepare(undefined, true) : null) ?? prepared;
    const { only } = this.options;
    if (only !== undefined) this.literals = new Literals(all, this.session, only);
    const coverage = new Coverage(all.named, only === undefined ? everything : interestIn(all.chart, all.named, only));
    this.defaults(prepared, coverage);
    this.valuesFiles(coverage);
    const force = this.forcing(prepared, all);
    forceAll(force, coverage, isManifest);
    if (only === undefined) forceAll(force, coverage, (template) => !isManifest(template));
    forceUnused(force, coverage);
    forceLiterals(force);
    return this.finished(measure(all, this.session, coverage));
  }

  private finished(coverage: Exploration['coverage']): Exploration {
    return { renders: this.renders, notes: unique([...this.session.notes, ...this.notes]), coverage };
  }

  private forcing(prepared: Prepared, all: Prepared): Forcing {
    const { session, literals, stopped } = this;
    const known = new Map<string, ReadonlySet<string>>();
    const usual = (name: string): ReadonlySet<string> => {
      let keys = known.get(name);
      if (keys === undefined) {
        keys = new Set(this.usual.get(name)?.fragments.map(keyOf));
        known.set(name, keys);
      }
      return keys;
    };
    return {
      session,
      all,
      switches: subChartSwitches(prepared.chart, all.chart),
      witnesses: new Witnesses(session, prepared.values, valuesPrefixes(all.chart)),
      literals,
      only: this.options.only,
      stopped,
      usual,
      natural: new Set(),
      keep: (file) => this.renders.push(file),
      note: (note) => this.notes.push(note),
    };
  }

  private each(
    prepared: Prepared,
    coverage: Coverage,
    run: Omit<Run, 'lenient' | 'executed'> & { readonly wanted?: (name: string) => boolean },
    visit: (template: Template, output: StringValue | null) => void,
  ): void {
    for (const template of prepared.templates) {
      if (template.partial || this.stopped.has(template.name) || run.wanted?.(template.name) === false) continue;
      const output = this.session.runOne(prepared, template, { ...run, lenient: true, executed: coverage });
      const isNotes = !isManifest(template);
      // Text for people after an installation is no manifest: a helper used there may still have to be seen in one.
      if (isNotes) coverage.discard();
      else coverage.settle(output?.fragments ?? []);
      if (!isNotes) visit(template, output);
    }
  }

  private defaults(prepared: Prepared, coverage: Coverage): void {
    const note = (one: HelmNote): void => {
      this.notes.push(one);
    };
    this.each(this.session.fresh(prepared), coverage, { note, tracing: true }, (template, output) => {
      this.texts.set(template.name, output?.text ?? '');
      if (output === null) {
        this.stopped.add(template.name);
        this.renders.push(fallbackRender(template));
        return;
      }
      this.literals?.printed(output.fragments);
      if (this.options.only !== undefined) this.usual.set(template.name, output);
      this.renders.push(rendered(template, output, { pass: 'default' }));
    });
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
    return [...(this.options.valuesFiles ?? []), ...own].slice(0, MOST_VALUES_FILES);
  }

  /** Keeps what differs from the render with default values. */
  private valuesFiles(coverage: Coverage): void {
    for (const file of this.given()) {
      if (this.session.budget.exhausted) return;
      const { values, error } = userValues([{ path: file.path, text: file.text, kind: 'values' }]);
      if (error !== null) {
        this.notes.push({ code: 'chart', message: error, path: file.path, from: 0, to: 0 });
        continue;
      }
      const prepared = this.session.prepare(values);
      if (prepared === null || !this.mayShow(prepared, coverage, values, file)) continue;
      const wanted = (name: string): boolean => this.options.only === undefined || this.shown.has(name);
      this.each(prepared, coverage, { tracing: true, wanted }, (template, output) => {
        if (output !== null) this.keepDifferent(template, output, file);
      });
    }
  }

  /** With a word filter, a values file is rendered for text that has not been seen, or for words of its own. */
  private mayShow(prepared: Prepared, coverage: Coverage, values: MapValue, file: ValuesFile): boolean {
    const { only } = this.options;
    if (only === undefined) return true;
    const own = only(file.text) ? new Coverage(prepared.named, interestOf(values, only)) : null;
    this.shown.clear();
    for (const { name, partial } of prepared.templates) {
      const definition = partial ? undefined : prepared.named.get(name);
      if (definition === undefined) continue;
      if (coverage.pendingDefinition(definition) || own?.pendingDefinition(definition) === true) this.shown.add(name);
    }
    return this.shown.size > 0;
  }

  private keepDifferent(template: Template, output: StringValue, file: ValuesFile): void {
    const { text } = output;
    if (text === this.texts.get(template.name) || text.trim() === '' || this.options.only?.(text) === false) return;
    this.literals?.printed(output.fragments);
    const activation = (fragment: Fragment): Activation => fromValuesFile(fragment, file.path);
    this.renders.push(rendered(template, output, { pass: 'values-file', valuesFile: file.path, activation }));
  }
}

function fromValuesFile(fragment: Fragment, file: string): Activation {
  const set: Setting[] = [];
  for (const { origin, value } of readsFrom(fragment.context, file)) {
    const path = `.Values.${origin.path ?? ''}`;
    if (set.some((one) => one.path === path)) continue;
    const text = origin.exact ? origin.source.text.slice(origin.from, origin.to) : value.kind;
    set.push({ path, value: text, file, offset: origin.from });
  }
  return set.length === 0 ? { kind: 'default' } : { kind: 'when', set };
}

/** Characters of template text, and how many of them ran. Text of nothing but white space does not count. */
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
