// Makes dist/procmap.html alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundlePage } from './page.mjs';

const { html } = await bundlePage();
mkdirSync('dist', { recursive: true });
writeFileSync('dist/procmap.html', html);
