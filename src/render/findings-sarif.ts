import type { CheckedMap, CheckedRule, CheckReport, KeyedFinding } from '../model/check-report.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { type Place, rowAndColumn } from '../values/place.ts';
import { portablePath } from '../values/portable-path.ts';
import { placeText } from '../words/place-text.ts';
import { findingMessage, ruleTexts } from '../words/rules.ts';
import type { CheckRenderOptions } from './check-render-options.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** Draws a check as SARIF 2.1.0. Findings that the baseline accepts are listed as suppressed. */
export function renderFindingsSarif(report: CheckReport, { toolVersion }: CheckRenderOptions): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'procmap', version: toolVersion, rules: report.rules.map(ruleDescriptor) } },
        language: 'en-US',
        columnKind: 'unicodeCodePoints',
        invocations: [{ executionSuccessful: true }],
        artifacts: report.maps.map(({ map }) => ({
          location: { uri: fileUri(map.name) },
          ...(map.sha256 === null ? {} : { hashes: { 'sha-256': map.sha256 } }),
        })),
        results: report.maps.flatMap((checked, artifact) => resultsOf(checked, artifact, report.rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleDescriptor({ id, severity }: CheckedRule) {
  const { title, why, fix } = ruleTexts.en[id];
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**What to do.** ${fix}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultsOf({ findings, accepted }: CheckedMap, artifact: number, rules: readonly CheckedRule[]) {
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]));
  const toResult = (finding: KeyedFinding) => ({
    ruleId: finding.ruleId,
    ruleIndex: ruleIndex.get(finding.ruleId) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: findingMessage('en', finding) },
    locations: [{ ...physicalLocation(finding.place, artifact), ...logicalLocations(finding) }],
    ...relatedLocations(finding, artifact),
    partialFingerprints: { 'procmap/v1': finding.key },
  });
  const suppressions = [{ kind: 'external', status: 'accepted' }];
  return [...findings.map(toResult), ...accepted.map((finding) => ({ ...toResult(finding), suppressions }))];
}

/** SARIF knows lines and columns only: a cell's row and column stand for them, its address is a logical location. */
function physicalLocation(place: Place, artifact: number) {
  const at = rowAndColumn(place);
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(place.file), index: artifact },
      ...(at ? { region: { startLine: at.line, startColumn: at.column } } : {}),
    },
  };
}

function logicalLocations({ place, code }: Finding) {
  const locations = [
    ...(place.sheet === undefined ? [] : [{ fullyQualifiedName: placeText(place), kind: 'cell' }]),
    ...(code === undefined ? [] : [{ name: code, fullyQualifiedName: code, kind: 'entry' }]),
  ];
  return locations.length === 0 ? {} : { logicalLocations: locations };
}

function relatedLocations({ related = [] }: Finding, artifact: number) {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map((place, id) => ({
      id,
      ...physicalLocation(place, artifact),
      message: { text: placeText(place) },
    })),
  };
}

/** A relative reference, so that the report fits the repository wherever it is checked out; `file:` for drives. */
function fileUri(source: string): string {
  const path = portablePath(source);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]:\//i.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
