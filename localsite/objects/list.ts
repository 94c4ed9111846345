/** What may be changed about a list by a MERGE; names and defaults are SharePoint's. */
export interface ListSettings {
  readonly AllowContentTypes: boolean;
  readonly ContentTypesEnabled: boolean;
  readonly Description: string;
  readonly DisableCommenting: boolean;
  readonly DisableGridEditing: boolean;
  readonly DraftVersionVisibility: number;
  readonly EnableAttachments: boolean;
  readonly EnableFolderCreation: boolean;
  readonly EnableMinorVersions: boolean;
  readonly EnableModeration: boolean;
  readonly EnableVersioning: boolean;
  readonly ForceCheckout: boolean;
  readonly Hidden: boolean;
  readonly ListExperienceOptions: number;
  readonly MajorVersionLimit: number;
  readonly MajorWithMinorVersionsLimit: number;
  readonly NoCrawl: boolean;
  readonly OnQuickLaunch: boolean;
  readonly ReadSecurity: number;
  readonly WriteSecurity: number;
  readonly DefaultContentApprovalWorkflowId: string;
  readonly Direction: string;
  readonly ImageUrl: string;
  readonly IrmEnabled: boolean;
  readonly ValidationFormula: string | null;
  readonly ValidationMessage: string | null;
}

export interface List {
  readonly no: number;
  readonly id: string;
  readonly web: string;
  readonly title: string;
  /** Server-relative address of the root folder. */
  readonly url: string;
  readonly folderGuid: string;
  readonly template: number;
  /** `AttendanceList`: the entity type of an item is `SP.Data.<this>Item`. */
  readonly entityName: string;
  readonly scope: number;
  readonly created: string;
  readonly author: number;
  readonly settings: ListSettings;
}

/** What changes with every item and is read when asked for. */
export interface ListActivity {
  readonly modified: string;
  readonly deleted: string;
  readonly version: number;
}
