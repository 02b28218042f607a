// Writes sbom.cdx.json, which goes into the package beside THIRD-PARTY-LICENSES.
import { bundleCommandLine, bundleLibrary } from './bundle.mjs';
import { writeSbom } from './sbom.mjs';

const bundles = await Promise.all([bundleCommandLine(), bundleLibrary()]);
writeSbom(
  bundles.flatMap(({ metafiles }) => metafiles),
  'sbom.cdx.json',
);
