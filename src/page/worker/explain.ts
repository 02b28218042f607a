import { explainEntry } from '../../app/explain-entry.ts';
import { renderExplanation } from '../../render/explain-text.ts';
import { plainStyle } from '../../render/style.ts';
import { type Handler, openIn } from './handler.ts';

/** Says why an entry went where it went. */
export const explain: Handler<'explain'> = async ({ code, lang, width }, { held }) => {
  const explanations = explainEntry(openIn(held).comparison, code);
  const options = { lang, style: plainStyle, width };
  return { text: explanations.map((each) => renderExplanation(each, options)).join('\n') };
};
