/** Pipelines of Jenkins, which a job reads from a file of any name. */

const PIPELINE =
  /^[ \t]{0,40}(?:podTemplate[ \t]*\(|pipeline[ \t]*\{\s{1,200}(?:agent|environment|libraries|options|parameters|stages|tools|triggers)\b[^:=\n]{0,200}$)/m;

/** `podTemplate(…`, `pipeline { agent …` at the start of a line. */
export function isPipeline(text: string): boolean {
  return PIPELINE.test(text);
}
