/** A page that is opened in a browser and used as a person does: what is looked at, told and kept of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from './chromium.ts';

/** Characters of a complaint that are told. */
const LONGEST = 300;

export class Trial {
  readonly browser = new Browser(process.env.CHROMIUM ?? 'chromium');
  /** A folder of its own, gone at the end. */
  readonly work: string;
  readonly pictures: string;
  private faults = 0;

  /** Pictures go to `out`, or go with the folder. */
  constructor(name: string, out: string | undefined) {
    this.work = mkdtempSync(join(tmpdir(), `dockershim-${name}-`));
    this.pictures = out ?? this.work;
    mkdirSync(this.pictures, { recursive: true });
  }

  readonly check = (what: string, found: unknown, wanted: unknown): void => {
    const fits = JSON.stringify(found) === JSON.stringify(wanted);
    if (!fits) this.faults += 1;
    console.log(
      `${fits ? 'ok' : 'NOT ok'}: ${what}${fits ? '' : `: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`}`,
    );
  };

  readonly picture = async (name: string): Promise<void> => {
    const { data } = await this.browser.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: false });
    writeFileSync(join(this.pictures, `${name}.png`), Buffer.from(data as string, 'base64'));
  };

  readonly size = async (width: number, height: number): Promise<void> => {
    const mobile = width < 500;
    await this.browser.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile });
  };

  /** By how much the page is wider than what shows it. */
  readonly overflow = (): Promise<number> =>
    this.browser.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

  /** Everything that the page must not do by itself: fail, warn, open a dialog, ask for anything that is not its own. */
  readonly noises = (isOwn: (address: string) => boolean): readonly string[] =>
    this.browser.events.flatMap(({ method, params }) => {
      switch (method) {
        case 'Runtime.exceptionThrown':
        case 'Runtime.consoleAPICalled':
        case 'Log.entryAdded':
        case 'Page.javascriptDialogOpening':
          return [`${method} ${JSON.stringify(params).slice(0, LONGEST)}`];
        case 'Network.requestWillBeSent': {
          const asked = (params.request as { url: string }).url;
          return isOwn(asked) ? [] : [`asks for ${asked}`];
        }
        default:
          return [];
      }
    });

  /** How many checks have failed. */
  async end(): Promise<number> {
    await this.browser.close();
    rmSync(this.work, { recursive: true, force: true });
    return this.faults;
  }
}
