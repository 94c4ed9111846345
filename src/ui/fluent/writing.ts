/** The page's own writing. Fluent's would have phones fetch Segoe UI from Microsoft's CDN, which a school may not allow. */
export const pageWriting = { fontFamily: 'inherit' } as const;
