import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database of its own for a test, gone with `stop`. */
export interface SqlEngine {
  /** Runs statements; the rows of the last one that returns any, cells as text, as a list of lists. */
  readonly run: (sql: string) => readonly (readonly string[])[];
  readonly stop: () => void;
}

const POSTGRES = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .find((bin) => existsSync(join(bin, 'initdb')))
  : undefined;
const MARIADB = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd'].find((path) => existsSync(path));

/** Why a test of an engine is skipped, or `false`. */
export const NO_POSTGRES = POSTGRES === undefined ? 'no PostgreSQL here; apt-get install postgresql' : false;
export const NO_MARIADB = MARIADB === undefined ? 'no MariaDB here; apt-get install mariadb-server' : false;

/** Servers refuse to run as root: there they run as their own user. */
function as(user: string, command: readonly string[]): readonly [string, readonly string[]] {
  const [program = '', ...args] = command;
  return process.getuid?.() === 0 ? ['runuser', ['-u', user, '--', ...command]] : [program, args];
}

function folderFor(user: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'procmap-sql-'));
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  chmodSync(folder, 0o755);
  return folder;
}

function exec(user: string, command: readonly string[], input?: string): string {
  const [program, args] = as(user, command);
  return execFileSync(program, [...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: tmpdir(),
    ...(input === undefined ? {} : { input }),
  });
}

const SEPARATOR = '\t';
function cells(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(SEPARATOR));
}

/** A PostgreSQL of its own, on a socket in a folder of its own. */
export function startPostgres(): SqlEngine {
  const bin = POSTGRES ?? '';
  const folder = folderFor('postgres');
  const data = join(folder, 'data');
  exec('postgres', [
    join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '-E',
    'UTF8',
    '--no-sync',
  ]);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  exec('postgres', [
    join(bin, 'pg_ctl'),
    '-D',
    data,
    '-o',
    options,
    '-l',
    join(folder, 'log'),
    '-w',
    'start',
  ]);
  const psql = [join(bin, 'psql'), '-h', folder, '-U', 'postgres', '-v', 'ON_ERROR_STOP=1'];
  return {
    run: (sql) => cells(exec('postgres', [...psql, '-q', '-A', '-t', '-F', SEPARATOR, '-f', '-'], sql)),
    stop: () => {
      exec('postgres', [join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A MariaDB of its own, on a socket in a folder of its own. */
export async function startMariadb(): Promise<SqlEngine> {
  const folder = folderFor('mysql');
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  const own = ['--no-defaults', `--datadir=${data}`];
  exec('mysql', ['mariadb-install-db', ...own, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const [program, args] = as('mysql', [
    ...[MARIADB ?? '', ...own, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables'],
    ...['--innodb-flush-log-at-trx-commit=0', `--pid-file=${join(folder, 'pid')}`],
  ]);
  const server = spawn(program, [...args], { stdio: 'ignore', cwd: tmpdir() });
  const client = ['mariadb', '--no-defaults', `--socket=${socket}`, '--batch', '--skip-column-names'];
  const run = (sql: string) =>
    cells(exec('mysql', client, `CREATE DATABASE IF NOT EXISTS procmap; USE procmap;\n${sql}`));
  for (let tries = 0; ; tries++) {
    try {
      run('SELECT 1;');
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  return {
    run,
    stop: () => {
      exec('mysql', ['mariadb-admin', '--no-defaults', `--socket=${socket}`, 'shutdown']);
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
