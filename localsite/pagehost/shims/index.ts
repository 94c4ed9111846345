import { initializeIcons } from '@fluentui/font-icons-mdl2';
import * as reactDom from 'react-dom';
import * as fluent8 from './fluent8';
import * as fluent9 from './fluent9';
import { wearSiteTheme } from './siteTheme';

export { fluent8, fluent9 };
export { componentUtilities, contentPanel, editPromise, headingLevel, idleTask, odspUtilities } from './smallModules';

export const reactDomRender = { render: reactDom.render, unmountComponentAtNode: reactDom.unmountComponentAtNode };

/** Answers for modules that only measure: nothing to do here. */
export const nothing = {};

initializeIcons('/_local/runtime/fonts/', { disableWarnings: true });
wearSiteTheme();
