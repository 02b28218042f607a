import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RULE_IDS } from '../src/check/registry.ts';
import { parseConfig } from '../src/config/schema.ts';
import { bundleCli } from './support/bundle-cli.ts';
import { runCli } from './support/run-cli.ts';

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);

function problems(schema: string, value: unknown): unknown {
  const validate = ajv.compile(JSON.parse(readFileSync(`tests/schemas/${schema}.json`, 'utf8')));
  validate(value);
  return validate.errors;
}

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  await bundleCli(at('procmap.mjs'));
  mkdirSync(at('maps'));
  copyFileSync('fixtures/massa-carrara-2021.xlsx', at('maps/local.xlsx'));
  copyFileSync('fixtures/unioncamere-rev2023.csv', at('maps/national.csv'));
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--no-gpg-sign', '-m', 'Maps');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('git diff of a workbook', () => {
  it('says entry by entry what changed, as docs/ci.md tells to set it up', () => {
    const page = readFileSync('docs/ci.md', 'utf8');
    expect(page).toContain("echo '*.xlsx diff=procmap' >> .gitattributes");
    expect(page).toContain("git config diff.procmap.textconv 'procmap show'");
    const repository = at('repository');
    mkdirSync(repository);
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: repository,
        encoding: 'utf8',
      });
    git('init', '--initial-branch=main');
    writeFileSync(join(repository, '.gitattributes'), '*.xlsx diff=procmap\n');
    git('config', 'diff.procmap.textconv', `"${process.execPath}" "${at('procmap.mjs')}" show`);
    copyFileSync('fixtures/massa-carrara-2021.xlsx', join(repository, 'map.xlsx'));
    git('add', '.');
    git('commit', '--no-gpg-sign', '-m', 'Old');
    copyFileSync('fixtures/unioncamere-rev2023.xlsx', join(repository, 'map.xlsx'));
    const { stdout } = git('diff', '--', 'map.xlsx');
    expect(stdout).toMatch(/^-.*A1\.1\.1\.6.*Piano occupazionale/m);
    expect(stdout).toMatch(/^\+.*A1\.1\.1\.6.*Altri documenti di programmazione/m);
  });
});

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('action.yml', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const steps: readonly Step[] = action.runs.steps;
  const step = steps.find(({ name }) => name === 'Check the maps') as Step;

  it('is a valid action', () => {
    expect(problems('github-action', action)).toBeNull();
  });

  it('has no expression in a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{/);
  });

  it('reads every input it declares', () => {
    const text = JSON.stringify(steps);
    for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name} }}`);
  });

  /** Runs the step as the runner does, with procmap from its sources. */
  function runStep(inputs: Readonly<Record<string, string>>) {
    writeFileSync(at('summary.md'), '');
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, expression]) => {
        const input = /inputs\.([\w-]+)/.exec(expression)?.[1];
        return [
          name,
          input === undefined ? at('procmap.mjs') : (inputs[input] ?? action.inputs[input]?.default ?? ''),
        ];
      }),
    );
    const script = at('step.sh');
    writeFileSync(script, step.run ?? '');
    // The flags with which GitHub runs `shell: bash`.
    const child = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GITHUB_STEP_SUMMARY: at('summary.md'), ...env },
    });
    return { ...child, summary: readFileSync(at('summary.md'), 'utf8') };
  }

  it('annotates, sums up in Italian, writes SARIF, and fails on errors', () => {
    const { status, stdout, summary } = runStep({
      maps: 'maps/local.xlsx\nmaps/national.csv\n',
      sarif: 'procmap.sarif',
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=maps\/national\.csv,line=\d+/);
    expect(summary).toMatch(/^## Controllo della mappa dei processi\n/);
    expect(JSON.parse(readFileSync(at('procmap.sarif'), 'utf8')).runs[0].artifacts).toHaveLength(2);
  });

  it('passes without errors; takes a name that looks like an option or a command for a name', () => {
    expect(runStep({ maps: 'maps/local.xlsx', lang: 'en' }).status).toBe(0);
    const odd = '--x $(touch hacked).csv';
    copyFileSync('fixtures/massa-carrara-2021.csv', at(odd));
    expect(runStep({ maps: odd })).toMatchObject({ status: 0, stderr: '' });
    expect(runStep({ maps: 'maps/local.xlsx', 'max-warnings': '1' }).status).toBe(1);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('is valid', () => {
    expect(problems('pre-commit-hooks', hooks)).toBeNull();
  });

  it('runs a command that there is, on files that are maps', async () => {
    const [, ...args] = hooks[0].entry.split(' ');
    const { exitCode } = await runCli([...args, 'maps/local.xlsx', 'maps/national.csv'], { cwd: folder });
    expect(exitCode).toBe(1);
    const files = new RegExp(hooks[0].files.replace('(?i)', ''), 'i');
    const names = [
      'maps/mappa-2021.xlsx',
      'Mappa.csv',
      'a/map_rev.tsv',
      'bilancio.xlsx',
      'mappa.pdf',
      'heatmap.csv',
    ];
    expect(names.filter((name) => files.test(name))).toEqual(names.slice(0, 3));
  });
});

describe('docs/ci.md', () => {
  const text = readFileSync('docs/ci.md', 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, body]) => ({
    language,
    body,
  }));
  const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ body }) => parse(body ?? ''));

  it('its GitLab job is valid', () => {
    const job = yaml.find((each) => 'check-maps' in each);
    expect(problems('gitlab-ci', job)).toBeNull();
  });

  it('its pre-commit configuration names a hook that there is', () => {
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    const used = yaml.find((each) => 'repos' in each).repos[0].hooks[0].id;
    expect(hooks.map((hook: { id: string }) => hook.id)).toContain(used);
  });

  it('its workflows use inputs that the action has', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8'));
    const steps = yaml.flatMap((each) => each.jobs?.check?.steps ?? []);
    const used = steps.find((each: { uses?: string }) => /^[^/]+\/procmap@/.test(each.uses ?? '')).with;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(used)));
  });

  it('its configuration is valid', () => {
    const json = blocks.find(({ language }) => language === 'json')?.body ?? '';
    expect(parseConfig('docs/ci.md', json, RULE_IDS)).toHaveProperty('check.maxWarnings', 20);
  });

  const commands = blocks.flatMap(({ body }) => body?.match(/procmap (?:check|diff) .*/g) ?? []);

  it.each(commands)('%s', async (command) => {
    const [line = ''] = command.replace('$BASE', 'main').split(' > ');
    const { exitCode, stderr } = await runCli(line.split(' ').slice(1), { cwd: folder });
    expect(stderr).not.toMatch(/error/);
    expect([0, 1]).toContain(exitCode);
  });
});
