/** One run under a profiler, inside this process: prints what each stage took, as JSON. */
import { type HeapProfiler, type Profiler, Session } from 'node:inspector/promises';
import type { Stream } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';

/** Functions that the filter hands out, whoever calls them. */
const FILTER = new Set(['hasWord', 'hasWordInChart', 'matters', 'findWord']);
/** What makes a report piece by piece while it is written. */
const REPORT = new Set(['objectPieces', 'listPieces']);

const [, , what, folder = '.'] = process.argv;
const session = new Session();
session.connect();
const costs = what === 'time' ? await times() : await allocations();
process.stdout.write(JSON.stringify(costs));

async function times(): Promise<Record<string, number>> {
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  await run();
  const { profile } = await session.post('Profiler.stop');
  return byStage(profile);
}

async function allocations(): Promise<Record<string, number>> {
  const collected = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  await session.post('HeapProfiler.startSampling', { samplingInterval: 32_768, ...collected });
  await run();
  const { profile } = await session.post('HeapProfiler.stopSampling');
  const costs: Record<string, number> = {};
  addSizes(profile.head, 'start', costs);
  return costs;
}

async function run(): Promise<void> {
  const silent: Stream = { write: () => undefined, isTerminal: false, columns: undefined };
  await main(['--format', 'json', '--fail-on', 'never', folder], {
    readInput: async () => '',
    serve: async () => {},
    untilChange: async () => false,
    out: silent,
    err: silent,
    env: {},
    cwd: process.cwd(),
    today: '2027-01-31',
  });
}

function byStage({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const stages = new Map<number, string>();
  const stageOf = (id: number): string => {
    const known = stages.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const stage = stageNamed(names.get(id) ?? '') ?? (parent === undefined ? 'start' : stageOf(parent));
    stages.set(id, stage);
    return stage;
  };
  const costs: Record<string, number> = {};
  for (const [index, id] of samples.entries()) add(costs, stageOf(id), (timeDeltas[index] ?? 0) / 1000);
  return costs;
}

function addSizes(
  { callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode,
  above: string,
  costs: Record<string, number>,
): void {
  const stage = stageNamed(callFrame.functionName) ?? above;
  add(costs, stage, selfSize / 1024 / 1024);
  for (const child of children) addSizes(child, stage, costs);
}

function stageNamed(name: string): string | undefined {
  if (FILTER.has(name)) return 'filter';
  if (REPORT.has(name)) return 'report';
  if (name === '(garbage collector)') return 'collect';
  return name.startsWith('stage ') ? name.slice('stage '.length) : undefined;
}

function add(costs: Record<string, number>, stage: string, cost: number): void {
  costs[stage] = (costs[stage] ?? 0) + cost;
}
