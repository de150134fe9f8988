/** A headless Chromium, driven over the pipe of its own protocol: no package, no port, no network. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

type Parameters = Readonly<Record<string, unknown>>;

export class Browser {
  private readonly process: ChildProcess;
  private readonly profile = mkdtempSync(join(tmpdir(), 'dockershim-chromium-'));
  private readonly answers = new Map<number, (message: Message) => void>();
  private next = 1;
  private session: string | undefined;
  /** What the page said since it was opened: errors, dialogs, requests. */
  readonly events: { readonly method: string; readonly params: Record<string, unknown> }[] = [];

  constructor(program: string) {
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
    this.process = spawn(
      program,
      [...options, `--user-data-dir=${this.profile}`, '--remote-debugging-pipe', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    let rest = '';
    (this.process.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.receive(JSON.parse(part) as Message);
    });
  }

  async open(url: string): Promise<void> {
    this.session = undefined;
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId as string;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.send(`${domain}.enable`);
    this.events.length = 0;
    await this.send('Page.navigate', { url });
    await this.until('document.readyState === "complete" && location.href !== "about:blank"');
  }

  /** The value of an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  }

  async until(expression: string): Promise<void> {
    for (let turn = 0; turn < 200; turn++) {
      if (await this.evaluate<boolean>(expression)) return;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`never true: ${expression}`);
  }

  /** A click of a mouse in the middle of the element. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.evaluate<{ x: number; y: number }>(
      `(() => { const e = document.querySelector(${JSON.stringify(selector)}); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
    );
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  async press(key: string, text?: string): Promise<void> {
    const codes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, ' ': 32 };
    const common = { key, code: key, windowsVirtualKeyCode: codes[key] };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(text === undefined ? {} : { text }) });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async send(method: string, params: Parameters = {}): Promise<Record<string, unknown>> {
    const id = this.next++;
    const answer = new Promise<Message>((done) => this.answers.set(id, done));
    const session = this.session === undefined ? {} : { sessionId: this.session };
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.session = undefined;
    await this.send('Browser.close');
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }

  private receive({ id, method, params, ...message }: Message): void {
    if (method !== undefined) this.events.push({ method, params: params ?? {} });
    if (id === undefined) return;
    this.answers.get(id)?.(message);
    this.answers.delete(id);
  }
}
