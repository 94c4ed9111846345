/** Text that is already HTML, as opposed to text that still has to be escaped. */
export class Html {
  public constructor(public readonly text: string) {}
}

type Part = Html | string | number | undefined | false | readonly Html[];

/** Writes HTML: what stands in the template is markup, what is put into it is text and gets escaped. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markup.reduce((sofar, piece, index) => sofar + written(parts[index - 1]) + piece));
}

function written(part: Part): string {
  if (part instanceof Html) {
    return part.text;
  }
  if (Array.isArray(part)) {
    return part.map((one: Html) => one.text).join('');
  }
  return part === undefined || part === false ? '' : escapeText(String(part));
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that can stand inside a script element: no `<` that could end it. */
export function jsonInScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replace(/</g, '\\u003c'));
}

export function htmlResponse(document: Html, status = 200): Response {
  return new Response(`<!doctype html>\n${document.text}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
