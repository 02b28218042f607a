/** procmap as a library. Everything exported here is public API; the stages behind it are not. */

export { chainAll } from './app/chain.ts';
export { checkMaps } from './app/check-maps.ts';
export { type CompareMapsOptions, compareMaps } from './app/compare-maps.ts';
export type { Comparison } from './app/comparison.ts';
export { type CheckedCrosswalk, type CrosswalkPlan, crosswalkOf } from './app/crosswalk-of.ts';
export { decisionsOf } from './app/decisions-of.ts';
export { explainEntry } from './app/explain-entry.ts';
export { type CrosswalkOrder, type MadeCrosswalk, makeCrosswalk } from './app/make-crosswalk.ts';
export { parseDecisions } from './app/parse-decisions.ts';
export { parseUsage } from './app/parse-usage.ts';
export {
  buildPlan,
  parseCrosswalkFile,
  type RecodedChunk,
  type RecodeOptions,
  type RecodePlan,
  type RecodeResult,
  recodeTimesheet,
} from './app/recode.ts';
export { type DocumentInput, findReferences } from './app/refs.ts';
export { type RekeyedTable, type RekeyOptions, rekeyTable } from './app/rekey.ts';
export { reviewOf } from './app/review-of.ts';
export type { CheckOptions } from './check/check-map.ts';
export { RULE_IDS } from './check/registry.ts';
export type { ChainResult } from './model/chain-result.ts';
export {
  type Alarm,
  CHANGE_KINDS,
  type Change,
  type ChangeDetail,
  type ChangeKind,
  type GsimCode,
} from './model/change.ts';
export {
  CHECK_FORMATS,
  type CheckFormat,
  type CheckReport,
  type FailOn,
  type KeyedFinding,
} from './model/check-report.ts';
export {
  type Code,
  type CodeKind,
  codeKind,
  codeLevel,
  compareCodes,
  freeCode,
  isAncestorCode,
  parentCode,
  parseCode,
} from './model/code.ts';
export type {
  Candidate,
  Correspondence,
  Evidence,
  EvidenceKind,
  Link,
  Tier,
  Unlinked,
} from './model/correspondence.ts';
export { CROSSWALK_COLUMNS, type Crosswalk, type CrosswalkRow } from './model/crosswalk.ts';
export type { CrosswalkCheck } from './model/crosswalk-check.ts';
export {
  DECISION_COLUMNS,
  type Decision,
  type DecisionNote,
  type StaleDecision,
  type Verdict,
} from './model/decision.ts';
export type { DecisionProblem } from './model/decision-problem.ts';
export type { ErrorCode } from './model/error-args.ts';
export type { Explanation } from './model/explanation.ts';
export type { Finding, FindingArgs, RuleId, RuleSetting, Severity } from './model/finding.ts';
export { fingerprintOf } from './model/fingerprint.ts';
export type { Lang } from './model/lang.ts';
export type { MapNode, NodeKind, ProcessMap, ReadNote } from './model/process-map.ts';
export type { MatchProgress, MatchStage, OnProgress } from './model/progress.ts';
export { readCode, readCodeAndLabel } from './model/read-code.ts';
export type { RecodeReport } from './model/recode-report.ts';
export type { RefsReport } from './model/refs-report.ts';
export { REKEY_COLUMNS, type RekeyReport } from './model/rekey-report.ts';
export {
  type MigrationReport,
  REPORT_FORMATS,
  type ReportChange,
  type ReportEntry,
  type ReportFormat,
} from './model/report.ts';
export { ancestorsOf, childrenOf, findEntries, isBookable, keyOf, nodeAt, pathOf } from './model/tree.ts';
export { parseMap } from './read/parse-map.ts';
export type { CheckRenderOptions } from './render/check-render-options.ts';
export { CROSSWALK_FORMATS, type CrosswalkFormat } from './render/crosswalk.ts';
export { renderCrosswalkCsv } from './render/crosswalk-csv.ts';
export type { CrosswalkDocument } from './render/crosswalk-document.ts';
export { renderDecisionsCsv } from './render/decisions-csv.ts';
export { renderFindings } from './render/findings.ts';
export { MAP_FORMATS, type MapFormat, renderMapFile } from './render/map-file.ts';
export { renderRecodeText } from './render/recode-text.ts';
export { REFS_FORMATS, type RefsFormat, renderRefs } from './render/refs.ts';
export { type RekeyTextOptions, renderRekeyText } from './render/rekey-text.ts';
export { renderReport } from './render/report.ts';
export type { Provenance, ReportOptions } from './render/report-options.ts';
export { renderReviewWorkbook } from './render/review-workbook.ts';
export type { Place } from './values/place.ts';
export { ProcmapError } from './words/procmap-error.ts';
