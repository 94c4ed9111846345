import type { Segment } from '../wire/path';
import { nothing, reading, textArgument, type RequestContext, type Resource, type StepTable } from './resource';

/** What every web answers for its whole tenant. */
export const tenantSteps: StepTable<RequestContext> = { getstorageentity: storageEntity };

/**
 * `web/GetStorageEntity('key')`: a tenant property. Every site of the tenant answers the same, to whoever may open it; for a key that
 * nobody has set, nothing.
 */
function storageEntity({ emulator }: RequestContext, segment: Segment): Resource {
  const key = textArgument(segment, 'key');
  const value = Object.hasOwn(emulator.tenantProperties, key) ? emulator.tenantProperties[key] : undefined;
  if (value === undefined) return reading(() => nothing('GetStorageEntity'));
  const type = 'Microsoft.SharePoint.ClientSideComponent.StorageEntity';
  const properties = { Comment: null, Description: null, Value: value };
  return reading(() => ({ answer: { shape: 'complex', name: 'GetStorageEntity', type, properties } }));
}
