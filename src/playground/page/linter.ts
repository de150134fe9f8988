/** The thread that lints, so that the page answers meanwhile; one that takes too long is ended and started anew. */
import type { Answer, Question } from '../messages.ts';

/** A person who types waits for no longer. */
const PATIENCE_MS = 20_000;

export interface Linter {
  /** The last question counts: what was asked before is answered to nobody. */
  ask(question: Omit<Question, 'id'>): void;
}

interface Told {
  answered(answer: Answer): void;
  /** The files took too long. */
  gaveUp(): void;
}

export function startLinter(script: string, told: Told): Linter {
  const address = trusted(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  let thread: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Question | undefined;
  let asked: Question | undefined;
  let id = 0;

  const stop = (): void => {
    thread?.terminate();
    thread = undefined;
    asked = undefined;
    told.gaveUp();
    next();
  };
  const next = (): void => {
    if (asked || !waiting) return;
    asked = waiting;
    waiting = undefined;
    thread ??= start();
    thread.postMessage(asked);
    timer = setTimeout(stop, PATIENCE_MS);
  };
  const start = (): Worker => {
    const started = new Worker(address);
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      clearTimeout(timer);
      asked = undefined;
      if (!waiting && data.id === id) told.answered(data);
      next();
    });
    return started;
  };
  return {
    ask(question) {
      id++;
      waiting = { ...question, id };
      next();
    },
  };
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The policy of the page lets no text become a script; its own script is the one exception. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types ? types.createPolicy('playground', { createScriptURL: (own) => own }).createScriptURL(url) : url;
}
