/** One thing that provisioning would change. Applied in the order of the plan. */
export interface Step {
  /** What it does, as a sentence without a full stop: 'Create the list Pupil Home'. */
  readonly description: string;
  readonly apply: () => Promise<void>;
  /** Closes something that is there already, or makes a group or level that closing needs: done before all else. */
  readonly isFirst?: boolean;
}
