/** The error of a template's own making: what helm would print and stop at. Caught by the renderer, never seen outside. */

export class TemplateError extends Error {
  /** `fail` and `required` are refusals the author wrote; the rest are mistakes. */
  readonly refusal: boolean;
  constructor(message: string, refusal = false) {
    super(message);
    this.refusal = refusal;
  }
}
