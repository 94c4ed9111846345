/**
 * The page's own writing. Comes before any import of Fluent: when Fluent is loaded it gives the page's fonts new addresses on
 * Microsoft's CDN, which a school may not allow, and a phone would fetch what it has once more. So for that moment there is none.
 */
interface FluentSettings {
  FabricConfig?: { readonly fontBaseUrl?: string; readonly iconBaseUrl?: string } | undefined;
}

const page = window as Window & FluentSettings;
const pagesOwn = page.FabricConfig;
page.FabricConfig = { ...pagesOwn, fontBaseUrl: '' };
void Promise.resolve().then(() => {
  page.FabricConfig = pagesOwn;
});

/** For themes: their font is that of what is around. */
export const pageWriting = { fontFamily: 'inherit' } as const;
