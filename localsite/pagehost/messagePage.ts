import { documentOf } from './document';
import { html, type Html } from './html';
import type { Refusal } from './visitor';

interface Message {
  readonly title: string;
  readonly words: string;
  readonly status: number;
}

const messages: Readonly<Record<Refusal, Message>> = {
  'not signed in': {
    title: 'Sign in first',
    words: 'The site does not know who you are. Choose a person to go on.',
    status: 401,
  },
  'no access': {
    title: 'You cannot open this page',
    words: 'Your account has no access to it. If you think it should, ask the school office.',
    status: 403,
  },
  'not found': {
    title: 'This page is not here',
    words: 'It may have been moved or removed, or your account may have no access to it.',
    status: 404,
  },
  broken: {
    title: 'This page cannot be shown',
    words: 'Something on the site went wrong. Try again in a moment.',
    status: 500,
  },
};

export interface MessageFrame {
  readonly schoolName: string;
  readonly home: string;
  readonly styles: string;
  readonly visitorName?: string;
  /** Absent where the visitor may not open the site at all: then nothing on it is worth a link. */
  readonly navigation?: Html;
  readonly personBar: Html;
}

/** A page that says in plain words why there is no page. */
export function messageDocument(kind: Refusal, frame: MessageFrame): { readonly document: Html; readonly status: number } {
  const { title, words, status } = messages[kind];
  const start = html`<p><a href="${frame.home}">Go to the start page</a></p>`;
  const main = html`<h1>${title}</h1>
    <p>${words}</p>
    ${frame.navigation && start}`;
  return { document: documentOf({ ...frame, title, main }), status };
}
