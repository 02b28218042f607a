import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };

// The published rules of publiccode.yml 0.7 (yml.publiccode.tools), as far as they can be held to without a network. Keys
// that it deprecates (types of files, generic names, the section of a country) are no longer taken. Lengths count characters.

const CATEGORIES = [
  'accounting',
  'budgeting',
  'business-process-management',
  'compliance-management',
  'data-analytics',
  'employee-management',
  'hr',
  'payroll',
  'time-management',
  'time-tracking',
] as const;
const SCOPES = ['finance-and-economic-development', 'government', 'local-authorities'] as const;
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const url = z.url({ protocol: /^https$/ });
const day = z.iso.date();
const characters = (min: number, max: number) =>
  z
    .string()
    .refine((text) => [...text].length >= min && [...text].length <= max, `${min} to ${max} characters`);

const DESCRIPTION = z.strictObject({
  localisedName: z.string().optional(),
  shortDescription: characters(1, 150),
  longDescription: characters(150, 10_000),
  documentation: url,
  features: z.array(z.string().min(1)).min(1),
  screenshots: z.array(z.string().refine((path) => existsSync(path), 'is in the repository')),
});

const PUBLICCODE = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url,
  softwareVersion: z.string(),
  releaseDate: day,
  platforms: z.array(z.string()).min(1),
  categories: z.array(z.enum(CATEGORIES)).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
    scope: z.array(z.enum(SCOPES)),
  }),
  description: z.record(z.string().regex(LANGUAGE), DESCRIPTION),
  legal: z.strictObject({ license: z.string() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'contract', 'community', 'none']),
    contacts: z.array(z.strictObject({ name: z.string().min(1), email: z.email().optional() })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(LANGUAGE)).min(1),
  }),
  dependsOn: z.strictObject({
    open: z.array(z.strictObject({ name: z.string().min(1), versionMin: z.string() })),
  }),
  supports: z
    .array(z.strictObject({ id: z.union([z.string().regex(/^alias:[a-z0-9]+$/), z.url()]) }))
    .optional(),
  organisation: z.strictObject({ uri: z.url(), name: z.string().optional() }).optional(),
});

it('publiccode.yml meets the published rules, and says what package.json says', () => {
  const publiccode = PUBLICCODE.parse(parse(readFileSync('publiccode.yml', 'utf8')));
  expect(publiccode.name).toBe(packageJson.name);
  expect(publiccode.softwareVersion).toBe(packageJson.version);
  expect(publiccode.legal.license).toBe(packageJson.license);
  expect(`>=${publiccode.dependsOn.open[0]?.versionMin}`).toBe(packageJson.engines.node);
  expect(Object.keys(publiccode.description).sort()).toEqual(
    [...publiccode.localisation.availableLanguages].sort(),
  );
});
