/** True for what a browser opens as a page; scripts and staging go on to REST. */
export function asksForPage(request: Request): boolean {
  return request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');
}

/** What a browser is told until the school is filled. It asks again by itself. */
export function startingPage(): Response {
  const words = 'The school is still being made. This page opens by itself as soon as it is ready.';
  const page = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>One moment</title></head><body><main><h1>One moment</h1><p>${words}</p></main></body></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html;charset=utf-8', refresh: '3' } });
}
