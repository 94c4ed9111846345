import fc from 'fast-check';
import { safeText } from '../../localsite/pagehost/safeText';

const shown = (source: string): string => safeText(source).text;

describe('text on a page', () => {
  it('keeps paragraphs, lists, emphasis and links', () => {
    const source = '<p>Read <strong>this</strong>: <a href="https://example.org/a?b=1">the list</a></p><ul><li>one</li></ul>';
    expect(shown(source)).toBe(source);
  });

  it('drops the attributes that an editor writes', () => {
    expect(shown('<p class="noSpacing" style="color:red">Hello</p>')).toBe('<p>Hello</p>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">press</a>',
    '<p onclick="alert(1)">press</p>',
    '<svg/onload=alert(1)>',
  ])('lets nothing run from %s', (source) => {
    expect(shown(source)).not.toMatch(/<(script|img|svg)|<a href="javascript|onclick=/i);
  });

  it('opens no tag and no attribute of its own, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '/', 'a', ' ', '=', 'p', 'href') }), (source) => {
        const tags = shown(source).match(/<[^>]*>/g) ?? [];
        expect(tags.every((tag) => /^<\/?(p|a)\s*\/?>$|^<a href="\/[^"<>]*">$/.test(tag))).toBe(true);
      }),
    );
  });
});
