/** One thing that provisioning would change. Applied in the order of the plan. */
export interface Step {
  /** What it does, as a sentence without a full stop: 'Create the list Pupil Home'. */
  readonly description: string;
  readonly apply: () => Promise<void>;
}
