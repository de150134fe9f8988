/** Runs templates: control structures, include, template and tpl. */

import { formatValue } from '../functions/format.ts';
import type { Env, FunctionMap } from '../functions/function.ts';
import { isFunction } from '../functions/index.ts';
import { isTrue, sortedKeys } from '../functions/types.ts';
import { weigh } from '../functions/weigh.ts';
import type { Budget } from '../values/budget.ts';
import { BudgetError } from '../values/budget.ts';
import { TemplateError } from '../values/error.ts';
import type { Context, Origin, Read, ScopeKind, Site, Source, Wish } from '../values/origin.ts';
import { EMPTY, plain, tracked } from '../values/tracked.ts';
import { bool, int, isNil, nil, originOf, type StringValue, type Value } from '../values/value.ts';
import type { ControlNode, Node, TemplateNode } from './ast.ts';
import { Evaluator, type Frame } from './evaluate.ts';
import { hole, isHole } from './hole.ts';
import { Output, withoutNoValue } from './output.ts';
import { parseTemplate } from './parser.ts';
import { Templates } from './templates.ts';

export interface ExecNote {
  readonly message: string;
  readonly site: Site;
  readonly refusal: boolean;
}

/** Chooses branches in place of the conditions. */
export interface Steering {
  choose(node: ControlNode, natural: boolean): boolean;
  /** The literal among the arguments of a choosing function (default, or, …) that is to be taken. */
  prefer(name: string, values: readonly Value[]): Value | null;
}

export interface ExecOptions {
  readonly functions: FunctionMap;
  readonly templates: Templates;
  readonly budget: Budget;
  /** Errors become notes and holes. */
  readonly lenient: boolean;
  readonly steering?: Steering;
  /** Conditions remember what they read. */
  readonly tracing?: boolean;
  /** Collects the nodes that ran. */
  readonly executed?: { add(node: Node): void };
  readonly note?: (note: ExecNote) => void;
}

class Jump {
  readonly type: 'break' | 'continue';
  constructor(type: 'break' | 'continue') {
    this.type = type;
  }
}

const BREAK = new Jump('break');
const CONTINUE = new Jump('continue');

export class Executor implements Env {
  readonly budget: Budget;
  readonly lenient: boolean;
  private readonly options: ExecOptions;
  private readonly evaluator: Evaluator;
  private templates: Templates;
  private output: Output;
  private context: Context | null = null;
  private site: Site | null = null;
  private readonly parsed = new Map<StringValue, Templates>();

  constructor(options: ExecOptions) {
    this.options = options;
    this.budget = options.budget;
    this.lenient = options.lenient;
    this.templates = options.templates;
    this.output = new Output(options.budget);
    this.evaluator = new Evaluator(this, options.functions, options.tracing === true);
  }

  /** Runs a file's own body. Throws TemplateError (when strict) and BudgetError. */
  file(name: string, data: Value): StringValue {
    const definition = this.templates.get(name);
    if (definition === undefined) throw new TemplateError(`template "${name}" not defined`);
    this.output = new Output(this.budget);
    const { source, from, to } = definition;
    const context: Context = { parent: null, kind: 'file', site: { source, from, to } };
    this.scoped(context, () => this.walk(definition.body, { dot: data, names: ['$'], values: [data] }));
    return withoutNoValue(this.output.done());
  }

  /** The node that was running when an error was thrown. */
  failedAt(): Site | null {
    return this.site;
  }

  get forcing(): boolean {
    return this.options.steering !== undefined;
  }

  // --- what functions use

  include(name: string, data: Value): StringValue {
    const definition = this.templates.get(name);
    if (definition === undefined) {
      const message = `error calling include: template: no template "${name}" associated with template "gotpl"`;
      if (this.lenient) return this.hole(message);
      throw new TemplateError(message);
    }
    return this.capture('include', () => this.walk(definition.body, newFrame(data)));
  }

  tpl(text: StringValue, data: Value): StringValue {
    if (!text.text.includes('{{')) return withoutNoValue(text);
    const templates = this.parseText(text);
    const before = this.templates;
    this.templates = templates;
    try {
      const body = templates.get('gotpl')?.body ?? [];
      return withoutNoValue(this.capture('tpl', () => this.walk(body, newFrame(data))));
    } finally {
      this.templates = before;
    }
  }

  private parseText(text: StringValue): Templates {
    const known = this.parsed.get(text);
    if (known !== undefined) return known;
    this.budget.step(1 + (text.text.length >> 6));
    const source: Source = { path: this.currentSite().source.path, text: text.text, kind: 'tpl', behind: text };
    const file = parseTemplate('gotpl', source, isFunction);
    const [error] = file.errors;
    if (error !== undefined && !this.lenient) {
      throw new TemplateError(`cannot parse template ${JSON.stringify(text.text)}: ${error.message}`);
    }
    if (error !== undefined)
      this.note(`cannot parse the text given to tpl: ${error.message}`, this.currentSite(), false);
    const templates = new Templates(this.templates);
    for (const definition of file.definitions) templates.add(definition);
    this.parsed.set(text, templates);
    return templates;
  }

  /** The literal that steering takes in place of what the function would return, marked as forced. */
  preferred(name: string, values: readonly Value[]): Value | null {
    const chosen = this.options.steering?.prefer(name, values) ?? null;
    if (chosen?.kind !== 'string') return chosen;
    const site = this.currentSite();
    const { source, from, to } = site;
    const context: Context = {
      parent: this.context,
      kind: 'if',
      site,
      branch: 'then',
      forced: true,
      condition: { source, from, to, text: source.text.slice(from, to) },
      wanted: wantedFor(name, values, chosen),
    };
    return { ...chosen, fragments: chosen.fragments.map((part) => ({ ...part, site, context })) };
  }

  hole(reason: string, refusal = false): StringValue {
    const site = this.currentSite();
    this.note(reason, site, refusal);
    return hole({ source: site.source, from: site.from, to: site.to, exact: false, kind: 'hole' });
  }

  unknown(origin: Origin | null): StringValue {
    const { source, from, to } = this.currentSite();
    return hole(origin ?? { source, from, to, exact: false, kind: 'hole' });
  }

  random(text: string): StringValue {
    const { source, from, to } = this.currentSite();
    return tracked(text, { source, from, to, exact: false, kind: 'random' });
  }

  private currentSite(): Site {
    if (this.site === null) throw new Error('no template is running');
    return this.site;
  }

  note(message: string, site: Site, refusal: boolean): void {
    this.options.note?.({ message, site, refusal });
  }

  // --- walking

  private capture(kind: ScopeKind, run: () => void): StringValue {
    const { output, site, context } = this;
    this.budget.enter();
    this.output = new Output(this.budget);
    this.context = { parent: context, kind, site: this.currentSite() };
    try {
      run();
      return this.output.done();
    } finally {
      this.output = output;
      this.site = site;
      this.context = context;
      this.budget.leave();
    }
  }

  private scoped(context: Context, run: () => void): void {
    const { context: before } = this;
    this.context = context;
    try {
      run();
    } finally {
      this.context = before;
    }
  }

  private walk(nodes: readonly Node[], frame: Frame): void {
    for (const node of nodes) this.node(node, frame);
  }

  private node(node: Node, frame: Frame): void {
    this.budget.step();
    this.site = node;
    this.options.executed?.add(node);
    switch (node.type) {
      case 'text':
        this.output.text(node, this.context!);
        return;
      case 'action': {
        const value = this.evaluator.pipe(node.pipe, frame);
        if (node.pipe.variables.length > 0) return;
        weigh(value, this.budget);
        this.output.value(isNil(value) ? plain('<no value>') : formatValue(value), node, this.context!);
        return;
      }
      case 'if':
      case 'with':
        this.choice(node, frame);
        return;
      case 'range':
        this.range(node, frame);
        return;
      case 'template':
        this.template(node, frame);
        return;
      case 'break':
        throw BREAK;
      case 'continue':
        throw CONTINUE;
      case 'bad':
        if (!this.lenient) throw new TemplateError(node.message);
        this.output.value(this.hole(node.message), node, this.context!);
    }
  }

  private template(node: TemplateNode, frame: Frame): void {
    const definition = this.templates.get(node.name);
    const data =
      node.pipe === null ? ({ kind: 'invalid', origin: null } as const) : this.evaluator.pipe(node.pipe, frame);
    this.site = node;
    if (definition === undefined) {
      const message = `template "${node.name}" not defined`;
      if (!this.lenient) throw new TemplateError(message);
      this.output.value(this.hole(message), node, this.context!);
      return;
    }
    this.budget.enter();
    const context: Context = { parent: this.context, kind: 'template', site: node };
    this.scoped(context, () => this.walk(definition.body, newFrame(data)));
    this.budget.leave();
  }

  /** Evaluates the condition of a control node, and what it reads. */
  private condition(node: ControlNode, frame: Frame): { value: Value; reads: readonly Read[] | undefined } {
    if (node.pipe.commands.length === 0)
      return { value: this.hole('the condition cannot be parsed'), reads: undefined };
    if (this.options.tracing !== true) return { value: this.evaluator.pipe(node.pipe, frame), reads: undefined };
    const { value, reads } = this.evaluator.recording(node.pipe, frame);
    return { value, reads };
  }

  private branch(node: ControlNode, taken: boolean, forced: boolean, reads: readonly Read[] | undefined): Context {
    const { source, pipe } = node;
    return {
      parent: this.context,
      kind: node.type,
      site: node,
      branch: taken ? 'then' : 'else',
      forced,
      condition: { source, from: pipe.from, to: pipe.to, text: source.text.slice(pipe.from, pipe.to) },
      ...(reads === undefined ? {} : { reads }),
    };
  }

  private choice(node: ControlNode, frame: Frame): void {
    const mark = frame.names.length;
    const { value, reads } = this.condition(node, frame);
    const natural = isTrue(value);
    const taken = this.options.steering?.choose(node, natural) ?? natural;
    const body = taken ? node.body : node.otherwise;
    if (body !== null) {
      const forced = taken !== natural;
      const context = this.branch(node, taken, forced, reads);
      const inner: Frame =
        node.type === 'with' && taken ? { ...frame, dot: forced ? this.holeFor(value, node) : value } : frame;
      if (forced && taken && node.pipe.variables.length > 0) {
        frame.values[frame.values.length - 1] = this.holeFor(value, node);
      }
      this.scoped(context, () => this.walk(body, inner));
    }
    truncate(frame, mark);
  }

  /** Stands for the value that a forced branch would need. */
  private holeFor(value: Value, node: ControlNode): StringValue {
    const origin =
      isNil(value) || value.kind === 'bool' || value.kind === 'map' || value.kind === 'list' ? value.origin : null;
    const { source, pipe } = node;
    return hole(origin ?? { source, from: pipe.from, to: pipe.to, exact: false, kind: 'hole' });
  }

  private range(node: ControlNode, frame: Frame): void {
    const mark = frame.names.length;
    const { value, reads } = this.condition(node, frame);
    const items = this.itemsOf(value, node);
    const natural = items.length > 0;
    const taken = this.options.steering?.choose(node, natural) ?? natural;
    const forced = taken !== natural;
    const context = this.branch(node, taken, forced, reads);
    if (taken) {
      const unknown = this.holeFor(value, node);
      this.scoped(context, () => this.iterate(node, frame, forced ? [[unknown, unknown]] : items));
    } else if (node.otherwise !== null) {
      const { otherwise } = node;
      this.scoped(context, () => this.walk(otherwise, frame));
    }
    truncate(frame, mark);
  }

  private iterate(node: ControlNode, frame: Frame, items: readonly (readonly [Value, Value])[]): void {
    const { variables, assigns } = node.pipe;
    const top = frame.names.length;
    for (const [key, item] of items) {
      this.budget.step();
      const last = variables[variables.length - 1];
      if (assigns) {
        if (variables.length > 1) this.evaluator.assign(frame, variables[0]!, key);
        if (last !== undefined) this.evaluator.assign(frame, last, item);
      } else {
        if (last !== undefined) frame.values[top - 1] = item;
        if (variables.length > 1) frame.values[top - 2] = key;
      }
      try {
        this.walk(node.body, { ...frame, dot: item });
      } catch (jump) {
        if (!(jump instanceof Jump)) throw jump;
        if (jump.type === 'break') return;
      } finally {
        truncate(frame, top);
      }
    }
  }

  /** Pairs of key and value; an unknown is one unknown pair. */
  private itemsOf(value: Value, node: ControlNode): (readonly [Value, Value])[] {
    if (isHole(value)) return [[value, value]];
    switch (value.kind) {
      case 'nil':
      case 'invalid':
        return [];
      case 'list':
        return value.items.map((item, index) => [int(index), item] as const);
      case 'map':
        this.budget.step(value.entries.size >> 2);
        return sortedKeys(value.entries).map((key) => {
          const name: StringValue = tracked(key, value.keys.get(key) ?? null);
          return [name, value.entries.get(key)!] as const;
        });
      default: {
        const message = `range can't iterate over ${formatValue(value).text}`;
        this.site = node;
        if (!this.lenient) throw new TemplateError(message);
        const unknown = this.hole(message);
        return [[unknown, unknown]];
      }
    }
  }
}

/** Values with which a choosing function returns a literal: the other arguments empty, the condition of a ternary fitting. */
function wantedFor(name: string, values: readonly Value[], chosen: Value): Wish[] {
  return values.flatMap((value) => {
    const origin = originOf(value);
    if (value === chosen || origin?.kind !== 'values' || origin.path === undefined) return [];
    const wanted = name === 'ternary' ? bool(values[0] === chosen) : value.kind === 'string' ? EMPTY : nil();
    return [{ read: { origin, value, operand: chosen }, value: wanted }];
  });
}

const newFrame = (data: Value): Frame => {
  const dot: Value = data.kind === 'nil' ? { kind: 'invalid', origin: data.origin } : data;
  return { dot, names: ['$'], values: [dot] };
};

function truncate(frame: Frame, mark: number): void {
  if (frame.names.length > mark) {
    frame.names.length = mark;
    frame.values.length = mark;
  }
}

/** Whether an error is one of the budget, including a stack that templates exhausted. */
export const isExhausted = (error: unknown): boolean =>
  error instanceof BudgetError || (error instanceof RangeError && /call stack/i.test(error.message));
