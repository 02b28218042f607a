import { CHANGE_KINDS, GSIM_CODES } from '../model/change.ts';
import { TIERS } from '../model/correspondence.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import { type CrosswalkProfile, columnsOf, type WrittenColumn } from './crosswalk-csv.ts';
import type { CsvDialect } from './csv.ts';

/** What a column holds, in the terms of Frictionless Table Schema (https://datapackage.org/standard/table-schema/). */
interface Field {
  readonly type: 'string' | 'number' | 'boolean' | 'date';
  readonly description: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: {
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly pattern?: string;
    readonly required?: boolean;
  };
}

const UNIT = { minimum: 0, maximum: 1 } as const;

const FIELDS = {
  old_code: { type: 'string', description: 'Booking code of the old entry; empty for an added one' },
  old_label: { type: 'string', description: 'Label of the old entry' },
  old_path: { type: 'string', description: 'Labels above it, top down, joined by " > "' },
  change: {
    type: 'string',
    description: 'Kind of change',
    constraints: { required: true, enum: CHANGE_KINDS },
  },
  gsim: { type: 'string', description: 'Its code in the GSIM typology', constraints: { enum: GSIM_CODES } },
  new_code: { type: 'string', description: 'Booking code of the target; empty for a dropped or open entry' },
  new_label: { type: 'string', description: 'Label of the target' },
  new_path: { type: 'string', description: 'Labels above it, top down, joined by " > "' },
  share: {
    type: 'number',
    description: 'Part of the hours that goes to this target; the shares of an old code sum to exactly 1',
    constraints: UNIT,
  },
  is_default: {
    type: 'boolean',
    description: 'Whether this target stands for the old entry where only one can be named',
    trueValues: ['true'],
    falseValues: ['false'],
  },
  tier: { type: 'string', description: 'How sure the row is', constraints: { required: true, enum: TIERS } },
  confidence: { type: 'number', description: 'How sure the link is', constraints: UNIT },
  evidence: { type: 'string', description: 'What speaks for the link: kind:score, joined by "|"' },
  alarms: {
    type: 'string',
    description: '"recycled", "reused-id", "redefined" and/or "possibly-lost=CODE", joined by "|"',
    constraints: {
      pattern:
        '(recycled|reused-id|redefined|possibly-lost=[^|]+)(\\|(recycled|reused-id|redefined|possibly-lost=[^|]+))*',
    },
  },
  alternatives: {
    type: 'string',
    description: 'Other candidates: code:confidence, best first, joined by "|"',
  },
  decided_by: { type: 'string', description: 'Who decided' },
  decided_on: { type: 'date', description: 'When it was decided' },
  reason: { type: 'string', description: 'Why' },
  fingerprint: {
    type: 'string',
    description: 'Of the old entry (of the new one where it is added): changes with its code, label or path',
    constraints: { pattern: '[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{6}' },
  },
  complete: {
    type: 'string',
    description:
      'Whether its targets are all that the old entry goes to; "unknown" where something speaks for more',
    constraints: { enum: ['yes', 'unknown'] },
  },
  valid_from: { type: 'date', description: 'Day from which the new codes hold' },
} as const satisfies Record<WrittenColumn, Field>;

/** The Frictionless Table Schema of a crosswalk CSV, for the file beside it. */
export function renderCrosswalkSchema(
  crosswalk: Crosswalk,
  profile: CrosswalkProfile,
  dialect: CsvDialect = 'standard',
): string {
  const numbers = dialect === 'excel-it' ? { decimalChar: ',' } : {};
  const schema = {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    title: `procmap crosswalk, profile ${profile}`,
    fields: columnsOf(profile, crosswalk).map((name) => ({
      name,
      ...FIELDS[name],
      ...(FIELDS[name].type === 'number' ? numbers : {}),
    })),
    missingValues: [''],
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
