import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = ['soffice', 'libreoffice'].find(isInstalled);

/** Why tests with LibreOffice are skipped here; empty where it is installed. */
export const noLibreOffice =
  PROGRAM === undefined ? 'LibreOffice is not installed (apt-get install libreoffice-calc-nogui)' : '';

/** What LibreOffice makes of a file: the bytes in another format, or in the same one saved again. */
export function convertWithLibreOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'procmap-office-'));
  try {
    writeFileSync(join(folder, `input.${from}`), bytes);
    const out = join(folder, 'out');
    // A profile of its own: two LibreOffices cannot share one.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `input.${from}`)];
    execFileSync(PROGRAM ?? '', args, { stdio: 'ignore', timeout: 120_000 });
    // One file, but a single sheet is named after itself.
    return readFileSync(join(out, readdirSync(out)[0] ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
