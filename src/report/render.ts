/** One report in one format. */
import type { Format } from '../config/options.ts';
import { renderJson } from './json.ts';
import type { RenderOptions, RunReport } from './model.ts';
import { renderText } from './text.ts';

export function render(format: Format, run: RunReport, options: RenderOptions): string {
  switch (format) {
    case 'text':
      return renderText(run, options);
    case 'json':
      return renderJson(run);
  }
}
