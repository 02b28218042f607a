/** What matching does, in order: reads labels, looks for candidates, links one to one, joins what is left, draws up links. */
export const MATCH_STAGES = ['labels', 'candidates', 'rounds', 'joins', 'links'] as const;
export type MatchStage = (typeof MATCH_STAGES)[number];

/** How far a stage has come: `done` of `total` steps, which are different things in every stage. */
export interface MatchProgress {
  readonly stage: MatchStage;
  readonly done: number;
  readonly total: number;
}

/** Is told now and then how far matching has come; never more often than every few hundred entries. */
export type OnProgress = (progress: MatchProgress) => void;
