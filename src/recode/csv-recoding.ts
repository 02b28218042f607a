import type { ByteCodec } from './byte-codec.ts';
import type { CsvLayout } from './csv-layout.ts';
import type { CsvWriter } from './csv-writer.ts';
import type { RecodePlan } from './plan.ts';
import type { RecodeOptions } from './recode-result.ts';
import type { Run } from './run.ts';

export interface Recoding {
  readonly layout: CsvLayout;
  readonly codec: ByteCodec;
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  readonly run: Run;
  readonly writer: CsvWriter;
}
