import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/check/registry.ts';
import { configJsonSchema, parseConfig } from '../../src/config/schema.ts';
import { errorText, type ProcmapError } from '../../src/words/procmap-error.ts';

const parse = (text: string) => parseConfig('procmap.config.json', text, RULE_IDS);

describe('parseConfig', () => {
  it('reads severities, layout hints and thresholds', () => {
    const config = {
      $schema: './node_modules/procmap/docs/config.schema.json',
      rules: { 'numbering-gap': 'off', 'missing-label': 'error' },
      layout: 'local',
      columns: { code: 'Cod. attività' },
      check: { failOn: 'warning', maxWarnings: 3, baseline: 'baseline.json' },
    };
    expect(parse(`\ufeff${JSON.stringify(config)}`)).toEqual(config);
    expect(parse('{}')).toEqual({});
  });

  it.each([
    ['{"rules": {"no-such-rule": "off"}}', /^procmap\.config\.json: .*rules: .*no-such-rule/],
    ['{"rules": {"numbering-gap": "loud"}}', /rules\.numbering-gap: /],
    ['{"check": {"maxWarnings": -1}}', /check\.maxWarnings: /],
    ['{"chek": {}}', /chek/],
    ['[]', /expected object/],
    ['{\n  "layout": "local",\n}', /line 3, column 1: /],
    ['', /line 1, column 1: /],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'config-invalid' }));
    expect(() => parse(text)).toThrow(message);
  });

  it.each([
    ['{"rules": {"numbering-gap": "loud"}}', /rules\.numbering-gap: Opzione non valida/],
    ['{', /riga 1, colonna 2: JSON non valido/],
  ])('says so in Italian too: %s', (text, message) => {
    try {
      parse(text);
      expect.unreachable();
    } catch (error) {
      const { code, args } = error as ProcmapError<'config-invalid'>;
      expect(errorText('it', code, args).message).toMatch(message);
    }
  });
});

it('docs/config.schema.json is the schema of today (vitest -u writes it)', async () => {
  const schema = `${JSON.stringify(configJsonSchema(RULE_IDS), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../docs/config.schema.json');
});
