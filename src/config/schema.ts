import * as z from 'zod';
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
