import * as z from 'zod';
import type { Catalogue } from '../model/catalogue.ts';
import { FAIL_ON, type FailOn } from '../model/check-report.ts';
import { COLUMN_ROLES, type ColumnHints } from '../model/column-hints.ts';
import { type RuleId, type RuleSetting, SEVERITIES } from '../model/finding.ts';
import { LAYOUT_NAMES, type LayoutName } from '../model/process-map.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { parseJson } from './parse-json.ts';

/** `procmap.config.json`. Everything is optional; options of the command line go before it. */
export interface Config {
  readonly $schema?: string | undefined;
  /** Severities of rules. */
  readonly rules?: Readonly<Partial<Record<RuleId, RuleSetting>>> | undefined;
  /** The layout of maps, where it is not to be recognised. */
  readonly layout?: LayoutName | undefined;
  /** Header texts of a map whose header is none that is known. */
  readonly columns?: ColumnHints | undefined;
  /** Words of the field that are added to those that procmap knows. */
  readonly lexicon?:
    | {
        readonly abbreviations?: Readonly<Record<string, string>> | undefined;
        readonly terms?: Readonly<Record<string, string>> | undefined;
        readonly related?: readonly (readonly string[])[] | undefined;
      }
    | undefined;
  /** How maps are published in a catalogue of semantic assets. */
  readonly catalogue?: Catalogue | undefined;
  readonly check?:
    | {
        readonly failOn?: FailOn | undefined;
        /** More warnings than this fail the check. */
        readonly maxWarnings?: number | undefined;
        /** Path of the baseline file. */
        readonly baseline?: string | undefined;
      }
    | undefined;
  readonly recode?:
    | {
        /** Codes of time-sheets that stay what they are, such as `FERIE`. */
        readonly keep?: readonly string[] | undefined;
      }
    | undefined;
}

/** An expression: at least a letter or digit, and no longer than a label. */
const words = z
  .string()
  .max(200)
  .regex(/[\p{L}\p{N}]/u);
const wordPairs = z.record(words, words);

const agent = z.strictObject({
  name: z.string().min(1),
  identifier: z.string().min(1).describe('Code in the index of public administrations, such as "uni_cam".'),
});
const day = z.iso.date();

const catalogueSchema = z
  .strictObject({
    base: z
      .string()
      .regex(/^https?:\/\/[^\s<>"{}|\\^`]*[^\s<>"{}|\\^`/#]$/)
      .describe('IRI that those of all revisions begin with, without a slash at its end.'),
    revisions: z
      .record(z.string().min(1), z.string().regex(/[\p{L}\p{N}]/u))
      .describe('What a revision is called in its IRI, by the name of its file.')
      .optional(),
    title: z.string().min(1).optional(),
    description: z.string().min(1).optional(),
    keyConcept: z
      .string()
      .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/)
      .describe('What the vocabulary is about, in small letters and dashes.')
      .optional(),
    rightsHolder: agent.optional(),
    publisher: agent.describe('Where it is another than the rights holder.').optional(),
    themes: z
      .array(z.string().regex(/^[A-Z]{4}$/))
      .describe('Codes of the EU vocabulary of data themes, such as "GOVE".')
      .optional(),
    frequency: z
      .string()
      .regex(/^[A-Z0-9_]+$/)
      .describe('Code of the EU vocabulary of frequencies, such as "IRREG".')
      .optional(),
    issued: day.optional(),
    modified: day.optional(),
    version: z.string().min(1).optional(),
    license: z.url().describe('IRI of the licence; CC BY 4.0 where left out.').optional(),
    downloads: z.url().describe('Address that the published files are under.').optional(),
  })
  .describe('How maps are published in a catalogue of semantic assets (convert and crosswalk to .ttl).');

/**
 * The schema of the configuration.
 *
 * @param ruleIds the rules there are
 */
export function configSchema(ruleIds: readonly RuleId[]) {
  return z
    .strictObject({
      $schema: z.string().optional(),
      rules: z
        .partialRecord(z.enum(ruleIds), z.enum(['off', ...SEVERITIES]))
        .describe('Severities of rules; "off" leaves a rule out.')
        .optional(),
      layout: z
        .enum(LAYOUT_NAMES)
        .describe('The layout of the maps, where it is not to be recognised by the header.')
        .optional(),
      columns: z
        .partialRecord(z.enum(COLUMN_ROLES), z.string().min(1))
        .describe('Header texts of a map whose header is none that is known.')
        .optional(),
      lexicon: z
        .strictObject({
          abbreviations: wordPairs
            .describe('Abbreviations and what they stand for; labels that differ only in that are the same.')
            .optional(),
          terms: wordPairs
            .describe('Expressions of the same meaning: each is read as the one it leads to.')
            .optional(),
          related: z
            .array(z.array(words).min(2))
            .describe('Groups of single words that name the same matter.')
            .optional(),
        })
        .describe('Words of the field that are added to those that procmap knows.')
        .optional(),
      catalogue: catalogueSchema.optional(),
      check: z
        .strictObject({
          failOn: z.enum(FAIL_ON).describe('Findings of this severity and above fail the check.').optional(),
          maxWarnings: z.int().min(0).describe('More warnings than this fail the check.').optional(),
          baseline: z.string().min(1).describe('Path of the baseline file.').optional(),
        })
        .optional(),
      recode: z
        .strictObject({
          keep: z
            .array(z.string().min(1).max(200))
            .describe('Codes of time-sheets that stay what they are, such as FERIE; --keep adds to them.')
            .optional(),
        })
        .optional(),
    })
    .describe('Configuration of procmap') satisfies z.ZodType<Config>;
}

/** The schema as JSON Schema, as published in `docs/config.schema.json`. */
export function configJsonSchema(ruleIds: readonly RuleId[]): unknown {
  return z.toJSONSchema(configSchema(ruleIds), { target: 'draft-7' });
}

/**
 * Reads a configuration.
 *
 * @throws ProcmapError when it is not valid, naming the field or the line
 */
export function parseConfig(file: string, text: string, ruleIds: readonly RuleId[]): Config {
  const parsed = parseJson<Config>(text, configSchema(ruleIds));
  if ('problem' in parsed) throw new ProcmapError('config-invalid', { file, problem: parsed.problem });
  return parsed.value;
}
