import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

/** Where the address of the repository stands beside `package.json`. */
const PAGES = ['publiccode.yml', 'docs/ci.md'];
const HOSTS = 'github\\.com|gitlab\\.com|raw\\.githubusercontent\\.com';
const ADDRESS = new RegExp(`(?:(?:${HOSTS})/|github:|uses: )([\\w.-]+)/procmap\\b`, 'g');

const owner = /github\.com\/([^/]+)\/procmap\.git$/.exec(packageJson.repository.url)?.[1];

describe('the address of the repository', () => {
  it('is that of package.json on every page', () => {
    expect(owner).toBeDefined();
    const others = PAGES.flatMap((page) =>
      readFileSync(page, 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          [...line.matchAll(ADDRESS)]
            .filter(([, found]) => found !== owner)
            .map(([found]) => `${page}:${i + 1}: ${found}`),
        ),
    );
    expect(others).toEqual([]);
  });

  it('is found on the pages that have it', () => {
    for (const page of PAGES) expect(readFileSync(page, 'utf8').match(ADDRESS)?.length).toBeGreaterThan(2);
  });
});
