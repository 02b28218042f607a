import type { Catalogue } from '../model/catalogue.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { toPlainText } from '../values/plain-text.ts';
import { renderCsv } from './csv.ts';
import { conceptIris, schemeOf } from './rdf/concept-iris.ts';

/** Columns of the flat table that a catalogue offers as an API: names of letters, digits and `_` alone, none twice. */
const COLUMNS = [
  { name: 'code', description: 'Codice della voce (skos:notation)' },
  { name: 'label_it', description: 'Descrizione (skos:prefLabel)' },
  { name: 'parent', description: 'Codice della voce superiore; vuoto in cima (skos:broader)' },
  { name: 'level', description: 'Livello, da 1' },
  { name: 'booking_code', description: 'Codice su cui si imputano le ore; vuoto dove non si imputano' },
  { name: 'kind', description: 'Genere della voce' },
  { name: 'definition', description: 'Definizione (skos:definition)' },
  { name: 'uri', description: 'IRI del concetto' },
] as const;

/** The map as a flat table with the IRIs of its concepts, a row for each entry. */
export function renderCatalogueCsv(map: ProcessMap, catalogue?: Catalogue): string {
  const iris = conceptIris(map.nodes, schemeOf(map.source, catalogue));
  const row = (node: MapNode): Readonly<Record<(typeof COLUMNS)[number]['name'], string>> => ({
    code: node.code.text,
    label_it: node.label,
    parent: node.parent === null ? '' : (map.nodes[node.parent]?.code.text ?? ''),
    level: String(node.level),
    booking_code: node.bookingCode ?? '',
    kind: node.kind,
    definition: node.about?.definition ?? '',
    uri: iris[node.id] as string,
  });
  return renderCsv([
    COLUMNS.map(({ name }) => name),
    ...map.nodes.map((node) => {
      const cells = row(node);
      return COLUMNS.map(({ name }) => toPlainText(cells[name]));
    }),
  ]);
}

/** What the table is, as a Data Package (https://datapackage.org). */
export function renderDataPackage(map: ProcessMap, catalogue: Catalogue | undefined, csv: string): string {
  const scheme = schemeOf(map.source, catalogue);
  const codes = map.nodes.map(({ code }) => code.text);
  const isKey = new Set(codes).size === codes.length;
  return `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: scheme.name,
      id: scheme.iri,
      title: catalogue?.title ?? map.title ?? scheme.name,
      ...(catalogue?.description ? { description: catalogue.description } : {}),
      ...(catalogue?.version ? { version: catalogue.version } : {}),
      ...(catalogue?.license ? { licenses: [{ path: catalogue.license }] } : {}),
      resources: [
        {
          name: scheme.name,
          path: csv,
          type: 'table',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          schema: {
            fields: COLUMNS.map(({ name, description }) => ({
              name,
              type: name === 'level' ? 'integer' : 'string',
              description,
              ...(name === 'code' || name === 'uri' ? { constraints: { required: true } } : {}),
            })),
            primaryKey: isKey ? ['code'] : ['uri'],
          },
        },
      ],
    },
    null,
    2,
  )}\n`;
}
