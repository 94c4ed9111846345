import { createDigest, digestTimeout } from '../security/digest';
import { webAddress } from './model';
import type { RequestContext, Reply } from './resource';

/** `POST _api/contextinfo` (docs/sharepoint-facts.md, A3): the one write that needs no digest, since it hands it out. */
export function contextInfo(context: RequestContext): Reply {
  const { site } = context.web;
  return {
    answer: {
      shape: 'complex',
      name: 'GetContextWebInformation',
      type: 'SP.ContextWebInformation',
      properties: {
        FormDigestTimeoutSeconds: digestTimeout,
        FormDigestValue: createDigest(site, context.viewer.principal.email, context.emulator.clock()),
        LibraryVersion: '16.0.26330.12014',
        SiteFullUrl: `${context.origin}${encodeURI(site.url)}`,
        SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
        WebFullUrl: webAddress(context),
      },
    },
  };
}
