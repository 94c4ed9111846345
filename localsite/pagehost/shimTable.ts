/** What a shim module exports: one entry of `shims/index.ts`. */
export type Facet =
  | 'fluent8'
  | 'fluent9'
  | 'reactDomRender'
  | 'editPromise'
  | 'idleTask'
  | 'odspUtilities'
  | 'componentUtilities'
  | 'headingLevel'
  | 'contentPanel'
  | 'nothing';

export interface Shim {
  readonly id: string;
  readonly version: string;
  readonly alias: string;
  /** Absent: the module lies inside Microsoft's assembly and only needs a manifest. */
  readonly facet?: Facet;
}

/** Modules that Microsoft's assembly brings along, for which only the manifest is not published. */
const insideAssembly: readonly Shim[] = [
  { id: '01c4df03-e775-48cb-aa14-171ee5199a15', version: '2.3.1', alias: 'tslib' },
  { id: '229b8d08-79f3-438b-8c21-4613fc877abd', version: '0.1.2', alias: 'load-themed-styles' },
  { id: '8217e442-8ed3-41fd-957d-b112e841286a', version: '0.35.145', alias: 'sp-telemetry' },
  { id: '2e09fb9b-13bb-48f2-859f-97d6fff71176', version: '1.5.82', alias: 'odsp-core-bundle' },
  { id: '6d3c733c-8cb7-4871-bb22-b5b37c1d518d', version: '0.6.0', alias: 'sp-safehtml' },
];

/** Small modules that the web part base and the property pane's controller ask for. */
const small: readonly Shim[] = [
  { id: '42647dee-1f75-4b9f-b521-5c844a6c35cc', version: '0.1.0', alias: 'sp-edit-customer-promise', facet: 'editPromise' },
  { id: 'c49ba483-7614-4c5c-b9dd-11b45a5fa280', version: '0.1.2', alias: 'sp-idle-web-task', facet: 'idleTask' },
  { id: 'cc2cc925-b5be-41bb-880a-f0f8030c6aff', version: '5.6.604', alias: 'odsp-utilities-bundle', facet: 'odspUtilities' },
  { id: '8494e7d7-6b99-47b2-a741-59873e42f16f', version: '13.15.20', alias: 'sp-component-utilities', facet: 'componentUtilities' },
  { id: 'bf211556-3cf0-412c-9618-a4f0e7069ebf', version: '0.1.0', alias: 'sp-heading-level', facet: 'headingLevel' },
  { id: '3173fefe-9995-49d1-a75d-a5caeaaba212', version: '0.1.0', alias: 'sp-pages-content-panel-context', facet: 'contentPanel' },
  { id: '63d75709-2785-4c91-97ad-489b171397d4', version: '0.1.0', alias: 'migration-reactdom-render', facet: 'reactDomRender' },
];

/** Parts of Fluent UI 8, under the names in which the property pane asks for them. */
const fluent8: readonly Shim[] = [
  { id: '396bbc17-3d18-4f43-8299-d99720d88e22', version: '1.19.60', alias: 'office-ui-fabric-react-bundle', facet: 'fluent8' },
  { id: '17ce0976-e69a-4355-be84-89b69a74717d', version: '0.3.65', alias: 'fluent8-staging', facet: 'fluent8' },
  { id: '0ad7e31a-8df9-4659-add8-a32c8e40040d', version: '0.1.0', alias: 'migration-button', facet: 'fluent8' },
  { id: 'ffe5c101-373a-4bd2-bebb-13082852bab0', version: '0.1.0', alias: 'migration-label', facet: 'fluent8' },
  { id: 'fab65e60-a04f-4772-874c-10691e4afa4b', version: '0.1.0', alias: 'migration-tooltip', facet: 'fluent8' },
  { id: '111fe4c6-f1c2-4325-a129-3526437cba32', version: '0.1.0', alias: 'link', facet: 'fluent8' },
  { id: '215395c1-25f7-42ff-967c-8832aff2ab33', version: '0.1.0', alias: 'slider', facet: 'fluent8' },
  { id: '4a37fff0-2aea-4df6-b0e4-061644a5c355', version: '0.1.0', alias: 'checkbox', facet: 'fluent8' },
  { id: '4c7a0268-816b-4ba5-ab33-df85b4bbf18c', version: '0.1.0', alias: 'text-field', facet: 'fluent8' },
  { id: '7763227c-dff4-4ad6-a8bd-4d6e41c3afd8', version: '0.1.0', alias: 'focus-trap-zone', facet: 'fluent8' },
  { id: '7f394f7b-0b39-41b0-89b3-16946caa2f33', version: '0.1.0', alias: 'choice-group', facet: 'fluent8' },
  { id: '89f063a9-3b5f-4ac2-a3ec-b598f37acb89', version: '0.1.0', alias: 'spinner', facet: 'fluent8' },
  { id: '9f15c0bf-73f0-4365-a7c0-5b2072882dbb', version: '0.1.0', alias: 'dropdown', facet: 'fluent8' },
  { id: 'a86b8f98-2f15-4506-b455-c1e9fe8da1bd', version: '0.1.0', alias: 'callout', facet: 'fluent8' },
  { id: 'b67b6cf3-ed44-4fad-af6b-3d78f3e35971', version: '0.1.0', alias: 'spin-button', facet: 'fluent8' },
  { id: 'b9fc293f-811a-4b1c-a851-a1fbcb7851bf', version: '0.1.0', alias: 'customizer', facet: 'fluent8' },
];

/** Parts of Fluent UI 9. */
const fluent9: readonly Shim[] = [
  { id: '0ec74f52-38bc-4a51-ab82-7c91a2b399a2', version: '0.1.0', alias: 'v9-utilities', facet: 'fluent9' },
  { id: '72ec0651-8a26-441c-87f2-77ec66884ca3', version: '0.1.0', alias: 'v9-button', facet: 'fluent9' },
  { id: '29728f96-9823-40fa-a481-ffdf106880b1', version: '0.1.0', alias: 'v9-combobox', facet: 'fluent9' },
  { id: 'd3139516-bb4d-4141-9d35-a8aefe0272ec', version: '0.1.0', alias: 'v9-field', facet: 'fluent9' },
  { id: '17f3a86d-33ce-4338-8594-8700ee90c494', version: '0.1.0', alias: 'v9-infolabel', facet: 'fluent9' },
  { id: 'dbdce381-c024-42a0-ab20-4134aca49a27', version: '0.1.0', alias: 'v9-label', facet: 'fluent9' },
  { id: 'f652a763-4d5f-4a08-aed3-d3377ef835ff', version: '0.1.0', alias: 'v9-menu', facet: 'fluent9' },
  { id: '33c5a798-8532-4741-888a-d0a7734036b5', version: '0.1.0', alias: 'v9-tooltip', facet: 'fluent9' },
  { id: '89b85dbe-f07e-424d-88da-a84f647073e2', version: '0.1.0', alias: 'v9-tabs', facet: 'fluent9' },
  { id: 'b99a20f7-e090-4a32-a841-7866d0be8d59', version: '0.1.0', alias: 'v9-overflow', facet: 'fluent9' },
  { id: 'e7b22f8f-a734-4a67-bd3c-667c8ad8fcbc', version: '0.1.0', alias: 'v9-switch', facet: 'fluent9' },
];

/**
 * Modules of SharePoint's runtime that Microsoft does not publish on npm. Ids, versions and what each
 * must export were found by reading the published chunks of `@microsoft/sp-property-pane` 1.23.2.
 */
export const shims: readonly Shim[] = [...insideAssembly, ...small, ...fluent8, ...fluent9];
