import { documentOf } from './document';
import { html, jsonInScript, type Html } from './html';
import { pageDataElementId, type PageData } from './pageData';
import { sectionsOf, type Column, type Section } from '../../sharepoint/pages/canvas';
import { navigation, type Place } from './navigation';
import { mayEdit, type PageReading, type SiteReading } from './pageReading';
import { copyForm, templateLinks } from './pageTemplates';
import type { RuntimeFiles } from './runtimeFiles';
import { safeText } from './safeText';
import { isInTeams } from './showing';

export interface PageView {
  readonly site: SiteReading;
  readonly page: PageReading;
  readonly data: PageData;
  readonly addresses: RuntimeFiles['addresses'];
  readonly personBar: Html;
}

/** The HTML of a site page: the frame and the slots; SharePoint's runtime then fills the slots with web parts. */
export function pageDocument(view: PageView): Html {
  const { site, page, data, addresses } = view;
  // A full page and Teams show the web part alone; the page's name is there for those who listen.
  const isAlone = data.showing.host !== 'sharepoint';
  return documentOf({
    isBare: isInTeams(data.showing),
    title: page.title,
    schoolName: site.facts.web.title,
    home: site.facts.web.path,
    styles: addresses.styles,
    visitorName: site.facts.user.name,
    navigation: navigation(site.navigation, placeOf(site, page)),
    commands: mayEdit(page.permissions) && !isAlone ? commands(view) : undefined,
    main: html`<h1${page.isHome || isAlone ? html` class="homeTitle"` : undefined}>${page.title}</h1>
      <div class="canvas${isAlone ? ' canvasAlone' : ''}">${sectionsOf(data.controls).map(section)}</div>`,
    beside: data.editing ? html`<div id="spPropertyPaneContainer" role="region" aria-label="Web part properties"></div>` : undefined,
    personBar: view.personBar,
    scripts: html`<script type="application/json" id="${pageDataElementId}">
        ${jsonInScript(data)}
      </script>
      <script defer src="${addresses.boot}"></script>
      <script defer src="${addresses.loader}"></script>`,
  });
}

function placeOf({ facts }: SiteReading, { path, isWelcomePage }: PageReading): Place {
  return { path, home: isWelcomePage ? facts.web.path : undefined };
}

function commands({ site, page, data }: PageView): Html {
  const buttons = data.editing
    ? html`<button type="button" id="savePage" class="primary">Save</button>
        <a class="command" href="${data.page.readAddress}">Discard changes</a>
        <span class="editingNote">You are editing this page. Choose a web part to change it.</span>`
    : html`<a class="command" href="?Mode=Edit">Edit</a> ${page.isTemplate ? copyForm() : templateLinks(site.templates)}`;
  return html`<div class="commandBar" role="region" aria-label="Page commands">
    ${buttons}
    <span id="editStatus" role="status"></span>
  </div>`;
}

function section(one: Section): Html {
  const isFullWidth = one.columns.some(({ width }) => width === 0);
  const classes = `canvasSection${one.emphasis === 'none' ? '' : ' canvasEmphasised'}${isFullWidth ? ' canvasFullWidth' : ''}`;
  return html`<div class="${classes}" data-emphasis="${one.emphasis}">
    <div class="canvasColumns">${one.columns.map(column)}</div>
  </div>`;
}

function column(one: Column): Html {
  const controls = one.controls.map((control) =>
    control.kind === 'text'
      ? html`<div class="canvasText">${safeText(control.html)}</div>`
      : html`<div class="webPart" data-instance-id="${control.instanceId}"></div>`,
  );
  return html`<div class="canvasColumn canvasWidth${String(one.width)}">${controls}</div>`;
}
