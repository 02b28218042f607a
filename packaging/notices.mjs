// Writes THIRD-PARTY-LICENSES, which lists what is bundled. tests/packaging.test.ts fails when it is not what the bundle
// holds: so a package enters only when somebody has looked at it.
import { writeFileSync } from 'node:fs';
import { bundleAll } from './bundle.mjs';
import { bundledPackages, noticesOf } from './bundled-packages.mjs';

const { metafiles } = await bundleAll();
const packages = bundledPackages(metafiles);
writeFileSync('THIRD-PARTY-LICENSES', noticesOf(packages));
console.log(packages.map(({ name, version, license }) => `${name} ${version} ${license}`).join('\n'));
