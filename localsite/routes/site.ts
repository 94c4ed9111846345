import { findWeb } from '../store/webs';
import { entityReply, propertyStep, type Model } from './model';
import { userModel } from './principalModels';
import { siteUsers } from '../store/principals';
import { webModel } from './webModel';
import { webResource } from './web';
import type { Call, Resource } from './resource';

/** `_api/site`: the site collection. */
export function siteResource(call: Call): Resource {
  const model = (): Model => {
    const { site } = call.web;
    const address = `${call.origin}${encodeURI(site.url)}`;
    return {
      type: 'SP.Site',
      id: `${address}/_api/site`,
      editLink: `${address}/_api/site`,
      properties: {
        Classification: '',
        CompatibilityLevel: 15,
        GroupId: '00000000-0000-0000-0000-000000000000',
        HubSiteId: '00000000-0000-0000-0000-000000000000',
        Id: site.id,
        IsHubSite: false,
        PrimaryUri: `${address}/`,
        ReadOnly: false,
        ServerRelativeUrl: site.url,
        ShareByEmailEnabled: false,
        Url: address,
      },
      navigation: {
        RootWeb: () => {
          const root = findWeb(call.emulator, site.url);
          return root ? webModel({ ...call, web: root }, root) : null;
        },
        Owner: () => {
          const admin = siteUsers(call.emulator, site).find((user) => user.isAdmin);
          return admin ? userModel(call, admin) : null;
        },
      },
    };
  };
  return {
    get: () => entityReply(call, model()),
    steps: {
      rootweb: () => webResource({ ...call, web: findWeb(call.emulator, call.web.site.url) ?? call.web }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}
