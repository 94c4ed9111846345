import { findWeb } from '../store/webs';
import { entityReply, propertyStep, type Model } from './model';
import { userModel } from './principalModels';
import { siteUsers } from '../store/principals';
import { webModel } from './webModel';
import { webResource } from './web';
import type { RequestContext, Resource } from './resource';

/** `_api/site`: the site collection. */
export function siteResource(context: RequestContext): Resource {
  return {
    get: () => entityReply(context, siteModel(context)),
    steps: {
      rootweb: () => webResource({ ...context, web: findWeb(context.emulator, context.web.site.url) ?? context.web }),
    },
    otherwise: (segment) => propertyStep(siteModel(context), segment.name),
  };
}

function siteModel(context: RequestContext): Model {
  const { site } = context.web;
  const address = `${context.origin}${encodeURI(site.url)}`;
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
        const root = findWeb(context.emulator, site.url);
        return root ? webModel({ ...context, web: root }, root) : null;
      },
      Owner: () => {
        const admin = siteUsers(context.emulator, site).find((user) => user.isAdmin);
        return admin ? userModel(context, admin) : null;
      },
    },
  };
}
