import { invalidateStructure, type EmulatorContext } from '../context/emulatorContext';
import { contextInfo } from '../routes/contextInfo';
import { folderModelOfList, folderModelOfWeb } from '../routes/folderModel';
import { itemModel } from '../routes/itemModel';
import { itemOf } from '../routes/items';
import { listModel } from '../routes/listModel';
import { listResource } from '../routes/lists';
import {
  action,
  follow,
  stepIn,
  type StepTable,
  type RequestContext,
  type Models,
  type Resource,
  type Resources,
} from '../routes/resource';
import { siteResource } from '../routes/site';
import { sitePagesResource } from '../routes/sitePages';
import { webResource, webStep } from '../routes/web';
import type { Account } from '../store/accounts';
import type { Web } from '../objects/web';
import { parseApiPath } from '../wire/path';

import { render, type ApiAnswer } from './answer';
import { toErrorAnswer } from './errors';
import { createRequestContext, type ApiRequest } from './requestContext';

const models: Models = { list: listModel, folderOfWeb: folderModelOfWeb, folderOfList: folderModelOfList, item: itemModel };
const resources: Resources = { web: webResource, list: listResource, item: itemOf };

/** Answers one call as the account on the web. Writes are all or nothing. Errors become SharePoint's error bodies. */
export function answerApi(emulator: EmulatorContext, web: Web, account: Account, request: ApiRequest): ApiAnswer {
  try {
    const context = createRequestContext(emulator, web, account, request, { models, resources });
    const act = (): ApiAnswer =>
      render(context, follow(root(context), parseApiPath(request.path, request.url.searchParams), context.method));
    if (context.method === 'GET') return act();
    return emulator.db.transaction(act);
  } catch (error) {
    if (request.method !== 'GET') invalidateStructure(emulator);
    return toErrorAnswer(emulator, error, request.headers);
  }
}

/** `_api/web`, `_api/lists` (the web left out), `_api/site` ... */
function root(context: RequestContext): Resource {
  return { otherwise: (segment) => stepIn(rootSteps, context, segment) ?? webStep(context, segment) };
}

const rootSteps: StepTable<RequestContext> = {
  web: (context) => webResource(context),
  site: (context) => siteResource(context),
  sitepages: (context) => sitePagesResource(context),
  // A service of its own on SharePoint, and not the navigation of the web.
  navigation: () => ({}),
  contextinfo: (context) => action(() => contextInfo(context)),
};
