// Writes sbom.cdx.json, which goes into the package beside THIRD-PARTY-LICENSES.
import { bundleAll } from './bundle.mjs';
import { writeSbom } from './sbom.mjs';

const { metafiles } = await bundleAll();
writeSbom(metafiles, 'sbom.cdx.json');
