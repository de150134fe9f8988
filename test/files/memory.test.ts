import { describe, expect, test } from 'vitest';
import { type Heap, watchHeap } from '../../src/files/memory.ts';

/** A heap of 100 bytes whose use is set by the test; a collection leaves what is alive. */
function heapOf(start: number): { heap: Heap; use(bytes: number, alive: number): void; collections(): number } {
  let used = start;
  let alive = start;
  let collections = 0;
  const heap = {
    used: () => used,
    limit: 100,
    collect: () => {
      collections += 1;
      used = alive;
    },
  };
  return {
    heap,
    use(bytes, lasting) {
      used = bytes;
      alive = lasting;
    },
    collections: () => collections,
  };
}

describe('the heap of the process', () => {
  test('is full when six tenths of it are alive', () => {
    const { heap, use } = heapOf(10);
    const isFull = watchHeap(heap);
    expect(isFull()).toBe(false);
    use(80, 60);
    expect(isFull()).toBe(true);
  });

  test('is not full of garbage', () => {
    const { heap, use, collections } = heapOf(10);
    const isFull = watchHeap(heap);
    use(90, 40);
    expect([isFull(), collections()]).toEqual([false, 1]);
  });

  test('is not collected again before a tenth of it is used up again', () => {
    const { heap, use, collections } = heapOf(10);
    const isFull = watchHeap(heap);
    use(80, 55);
    isFull();
    use(64, 55);
    expect([isFull(), collections()]).toEqual([false, 1]);
    use(65, 55);
    expect([isFull(), collections()]).toEqual([false, 2]);
  });

  test('stays full: what was left out is not read in parts', () => {
    const { heap, use, collections } = heapOf(80);
    const isFull = watchHeap(heap);
    expect(isFull()).toBe(true);
    use(5, 5);
    expect([isFull(), collections()]).toEqual([true, 1]);
  });
});
