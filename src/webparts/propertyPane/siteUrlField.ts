import { PropertyPaneTextField, type IPropertyPaneField, type IPropertyPaneTextFieldProps } from '@microsoft/sp-property-pane';
import * as strings from 'SchoolgateWebPartStrings';
import { parseSiteAddress } from '../hosting/siteAddress';

/** While somebody types, half an address is no reason to ask a site that does not exist. */
const typingPauseMs = 800;

/**
 * The field in which an editor says from which site the web part reads. An address that can be none is told at once and not kept.
 *
 * @param origin of the page, whose tenant the site must be of
 */
export function siteUrlField(origin: string): IPropertyPaneField<IPropertyPaneTextFieldProps> {
  return PropertyPaneTextField('siteUrl', {
    label: strings.siteUrlLabel,
    description: strings.siteUrlDescription,
    placeholder: '/sites/school',
    deferredValidationTime: typingPauseMs,
    onGetErrorMessage: (typed) => siteUrlError(typed, origin),
  });
}

/** What is wrong with an address, in words; empty where nothing is. */
export function siteUrlError(typed: string, origin: string): string {
  const address = parseSiteAddress(typed, origin);
  if (address.ok) return '';
  return address.reason === 'other tenant' ? strings.siteUrlOtherTenant : strings.siteUrlNoSite;
}
