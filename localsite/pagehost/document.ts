import { html, type Html } from './html';

export interface Frame {
  readonly title: string;
  readonly schoolName: string;
  /** Root of the site, where the school's name leads. */
  readonly home: string;
  readonly styles: string;
  readonly visitorName?: string;
  readonly navigation?: Html;
  readonly commands?: Html;
  readonly main: Html;
  /** Beside the page: where the property pane slides in while editing. */
  readonly beside?: Html;
  readonly personBar?: Html;
  /** Teams shows a page without SharePoint's header and navigation. */
  readonly isBare?: boolean;
  readonly scripts?: Html;
}

/** The frame that every page of the site shares: skip link, header, navigation, main, the demo's own bar. */
export function documentOf(frame: Frame): Html {
  return html`<html lang="en-GB" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${frame.title} - ${frame.schoolName}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${frame.styles}" />
    </head>
    <body>
      <a class="skipLink" href="#main">Skip to main content</a>
      <div class="pageRow">
        <div id="spPageChromeAppDiv" class="pageFrame">
          ${frame.isBare !== true && html`${header(frame)} ${frame.navigation}`} ${frame.commands}
          <main id="main" tabindex="-1">${frame.main}</main>
        </div>
        ${frame.beside}
      </div>
      ${frame.personBar} ${frame.scripts}
    </body>
  </html>`;
}

function header({ home, schoolName, visitorName }: Frame): Html {
  return html`<header class="suiteHeader">
    <a class="schoolName" href="${home}"><span class="schoolMark" aria-hidden="true">${initials(schoolName)}</span>${schoolName}</a>
    ${visitorName &&
    html`<span class="visitor"
      ><span class="visitorMark" aria-hidden="true">${initials(visitorName)}</span><span class="visitorName">${visitorName}</span></span
    >`}
  </header>`;
}

/** Two letters for a name: of its first and its last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '');
  return letters.join('').toUpperCase();
}
