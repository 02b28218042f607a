/**
 * The bill of materials of the Windows folder: that of the bundle, and the Node beside it.
 *
 * @param sbom CycloneDX, as JSON
 * @returns the same with one component more
 */
export function withNode(sbom, { version, program }) {
  const bill = JSON.parse(sbom);
  const purl = `pkg:npm/${program.package}@${version}`;
  const node = {
    type: 'application',
    'bom-ref': purl,
    name: program.package,
    version,
    description: 'Node.js for Windows',
    hashes: [{ alg: 'SHA-256', content: program.sha256 }],
    licenses: [{ license: { id: 'MIT' } }],
    purl,
  };
  return `${JSON.stringify({ ...bill, components: [...bill.components, node] }, null, 2)}\n`;
}
