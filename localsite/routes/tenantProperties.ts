import { nothing, reading, textArgument, type Call, type Resource, type Step } from './resource';
import type { Segment } from '../wire/path';

/** What every web answers for its whole tenant. */
export function tenantSteps(call: Call): Readonly<Record<string, Step>> {
  return { getstorageentity: (segment) => storageEntity(call, segment) };
}

/**
 * `web/GetStorageEntity('key')`: a tenant property. Every site of the tenant answers the same, to whoever may open it; for a key that
 * nobody has set, nothing.
 */
function storageEntity(call: Call, segment: Segment): Resource {
  const value = call.engine.tenantProperties[textArgument(segment, 'key')];
  if (value === undefined) return reading(() => nothing('GetStorageEntity'));
  const type = 'Microsoft.SharePoint.ClientSideComponent.StorageEntity';
  const properties = { Comment: null, Description: null, Value: value };
  return reading(() => ({ answer: { shape: 'complex', name: 'GetStorageEntity', type, properties } }));
}
