// Checks every pattern of the sources: none may backtrack without bound. Part of `npm run lint`.
//   node packaging/check-patterns.mjs           what patterns.json does not know is checked
//   node packaging/check-patterns.mjs --all     all of them, which takes two minutes
//   node packaging/check-patterns.mjs --write   records in patterns.json what is safe
// A pattern whose time grows with the square or the cube of a text is let pass only where patterns.json names it, with what
// keeps its texts short; one that grows exponentially never is. recheck decides (https://makenowjust-labs.github.io/recheck/).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';

const LIST = 'packaging/patterns.json';
const SECONDS = 3;

const [all, write] = ['--all', '--write'].map((flag) => process.argv.includes(flag));
const known = JSON.parse(readFileSync(LIST, 'utf8'));
const patterns = patternsIn('src');
const problems = [];
const safe = new Set();
for (const [text, { pattern, flags, files }] of patterns) {
  const id = createHash('sha256').update(text).digest('hex').slice(0, 12);
  if (!all && known.safe.includes(id)) {
    safe.add(id);
    continue;
  }
  const reason = known.short[text];
  if (!all && reason !== undefined) continue;
  const verdict = await verdictOn(pattern, flags);
  if (verdict === 'safe') safe.add(id);
  else if (reason === undefined || verdict === 'exponential')
    problems.push(`${text} (${files.join(', ')}): ${verdict}`);
}
const gone = Object.keys(known.short).filter((text) => !patterns.has(text));
problems.push(...gone.map((text) => `${text}: is listed in ${LIST}, and nowhere in the sources`));
if (write) writeFileSync(LIST, `${JSON.stringify({ ...known, safe: [...safe].sort() }, null, 2)}\n`);
for (const problem of problems) console.error(problem);
if (problems.length > 0)
  console.error(`write such a pattern otherwise, or name in ${LIST} what keeps its texts short`);
else
  console.log(`${patterns.size} patterns, ${Object.keys(known.short).length} of them for short texts only`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** All pattern literals, by their text. */
function patternsIn(folder) {
  const found = new Map();
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
    .sort();
  for (const file of sources) {
    const { code } = transformSync(readFileSync(join(folder, file), 'utf8'), {
      loader: 'ts',
      target: 'esnext',
    });
    for (const { type, value } of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })) {
      if (type.label !== 'regexp') continue;
      const text = `/${value.pattern}/${value.flags}`;
      found.set(text, { ...value, files: [...(found.get(text)?.files ?? []), file] });
    }
  }
  return found;
}

/** `safe`, how the time grows, or `unknown` where that could not be told in time. */
async function verdictOn(pattern, flags) {
  const { check } = await import('recheck');
  const { status, complexity } = await check(pattern, flags, { timeout: SECONDS * 1000 });
  return status === 'vulnerable' ? complexity.type : status;
}
