/** How V8 keeps house, for runs that hold much. */

/** From how many files on a run is large. */
const MANY_FILES = 1000;

/**
 * V8 lets the heap grow to up to four times of what is alive before it looks at all of it again; at one and a quarter times
 * a run over a large repository needs a third less memory, for one part in fifty more of the processor's time. Nor does what is new get
 * more room than the walk needed: V8 13, of Node 24, would give it a hundred MiB.
 */
export function boundHeap(files: number): void {
  if (files < MANY_FILES) return;
  for (const flag of ['--heap-growing-percent=25', '--semi-space-growth-factor=1'])
    process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}

/**
 * V8 11, of Node 20, compiles a function again on other threads when it has run for a moment. No function of a run is much of
 * it, and so half of the processor's time went into code that hardly ran any more; nine times later it is a fifth. The walk over the
 * files is what runs hot, and is over by then.
 */
export function compileLater(engine: string = process.versions.v8): void {
  if (engine.startsWith('11.')) process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=600000');
}

export interface Heap {
  /** Bytes, garbage that was not collected yet included. */
  used(): number;
  /** Bytes at which Node ends the process. */
  readonly limit: number;
  collect(): void;
}

/** What is judged after the last file needs some too. */
const NEARLY_FULL = 0.6;
/** A collection takes long: the next one is due when so much more is used. */
const WORTH_COLLECTING = 0.1;

/** Tells whether what is alive has filled the heap nearly: a notice then, where Node would end the process. */
export function watchHeap(heap: Heap = ownHeap()): () => boolean {
  const bound = heap.limit * NEARLY_FULL;
  let next = bound;
  let isFull = false;
  return () => {
    if (isFull || heap.used() < next) return isFull;
    heap.collect();
    const alive = heap.used();
    isFull = alive >= bound;
    next = Math.max(bound, alive + heap.limit * WORTH_COLLECTING);
    return isFull;
  };
}

function ownHeap(): Heap {
  const { getHeapStatistics, setFlagsFromString } = process.getBuiltinModule('node:v8');
  return {
    used: () => getHeapStatistics().used_heap_size,
    limit: getHeapStatistics().heap_size_limit,
    collect: () => {
      setFlagsFromString('--expose-gc');
      process.getBuiltinModule('node:vm').runInNewContext('gc')();
    },
  };
}
