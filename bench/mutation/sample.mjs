// A checker for Stryker that lets a seeded sample of the mutants through. What it turns down counts as a compile error,
// which is how Stryker says that a mutant was not tried.
import { createHash } from 'node:crypto';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

class SampleChecker {
  async init() {}

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const size = Number(process.env.MUTATION_SAMPLE);
    const drawn = new Set(
      mutants
        .map((mutant) => ({ id: mutant.id, rank: rankOf(mutant) }))
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, size)
        .map(({ id }) => id),
    );
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        drawn.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  }
}

/** A number that depends on the seed and on what the mutant is, not on the files around it. */
function rankOf({ fileName, location, mutatorName, replacement }) {
  const file = fileName.replaceAll('\\', '/').split('/src/').at(-1);
  const { start, end } = location;
  const what = [
    process.env.MUTATION_SEED,
    file,
    start.line,
    start.column,
    end.line,
    end.column,
    mutatorName,
    replacement,
  ];
  return createHash('sha256').update(what.join(' ')).digest('hex');
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
