/** `@msinternal/sp-edit-customer-promise`: Microsoft's own measurements of editing. Nothing is measured here. */
export const editPromise = {
  _logFailuresForEditCustomerPromise: nothing,
  _EditModeCustomerPromiseHandler: class {
    public static getInstance(): object {
      return silent();
    }
  },
};

/** `@msinternal/sp-idle-web-task`: loads parts when the browser is idle. Ours say nothing of idle loading. */
export const idleTask = {
  IdleTaskPriority: { REQUIRED: 0, OPTIONAL_HIGH: 1, OPTIONAL_LOW: 2 },
  PrefetchDependencyPriority: { HIGH: 0, MEDIUM: 1, LOW: 2 },
  IdleTaskQueue: { instance: silent() },
  createPrefetchDependencyQueue: silent,
};

/** `@msinternal/odsp-utilities-bundle`: of its text functions the pane uses formatting. */
export const odspUtilities = {
  StringHelper: {
    format: (pattern: string, ...values: readonly unknown[]): string =>
      pattern.replace(/\{(\d+)\}/g, (_match, index: string) => String(values[Number(index)] ?? '')),
  },
};

/** `@msinternal/sp-component-utilities`. */
export const componentUtilities = {
  FAB_TOGGLE_EVT: 'FAB_TOGGLE_EVT',
  ReadingMode: { ReadAfterOtherContent: 1, ReadImmediately: 2 },
  getTimestampForGettyContent: (): string => '',
};

/** `@msinternal/sp-heading-level`. */
export const headingLevel = {
  _DEFAULT_HEADING_LEVEL: 2,
  _HeadingLevel: { H2: 2, H3: 3, H4: 4 },
};

const panelContext = {
  subscriberContext: undefined,
  stateContext: undefined,
  addOnMountListener: (): (() => void) => nothing,
  addOnUpdateListener: (): (() => void) => nothing,
};

/**
 * `@msinternal/sp-pages-content-panel-context`: the newer panel beside a page, of which the property pane is
 * one page. It is never there on the local site, so the pane opens in its classic form.
 */
export const contentPanel = {
  SPPagesContentPanelProviderContext: { getInstance: () => panelContext },
  SPPagesContentPanelPivot: { configurationTools: 'configurationTools', pageDetails: 'pageDetails', pageVibeChat: 'pageVibeChat' },
  SPPagesContentPanelCommandId: {
    propertyPaneConfigurationEvent: 'propertyPaneConfigurationEvent',
    propertyPaneFieldChange: 'propertyPaneFieldChange',
    refreshPropertyPane: 'refreshPropertyPane',
  },
  SPPagesContentPanelQOSScenarios: { rendering: 'rendering', loading: 'loading' },
  getQOSName: (component: string, scenario: string): string => `${component}.${scenario}`,
  monitorChunkLoad: <T>(_name: string, chunk: Promise<T>): Promise<T> => chunk,
};

function nothing(): void {
  // Microsoft measures here; the local site does not.
}

/** An object on which every method exists and does nothing. */
function silent(): object {
  return new Proxy({}, { get: () => nothing });
}
