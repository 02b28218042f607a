import type { Adoption } from '../../model/adoption.ts';
import type { AdoptionTextOptions } from './adoption-text.ts';

/** Every form of the report of an adoption; the keys are the choices of `--report-format`. */
const RENDERERS = {
  text: async (adoption, options) =>
    (await import('./adoption-text.ts')).renderAdoptionText(adoption, options),
  json: async (adoption) => (await import('./adoption-json.ts')).renderAdoptionJson(adoption),
  markdown: async (adoption, options) =>
    (await import('./adoption-markdown.ts')).renderAdoptionMarkdown(adoption, options),
  html: async (adoption, options) =>
    (await import('./adoption-html.ts')).renderAdoptionHtml(adoption, options),
} satisfies Record<string, (adoption: Adoption, options: AdoptionTextOptions) => Promise<string>>;

export type AdoptionFormat = keyof typeof RENDERERS;

/** Draws the report of an adoption in a form. */
export function renderAdoption(
  format: AdoptionFormat,
  adoption: Adoption,
  options: AdoptionTextOptions,
): Promise<string> {
  return RENDERERS[format](adoption, options);
}
