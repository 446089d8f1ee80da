import type { Frame, Page } from 'playwright-core';

/** Pixels that rounding may take. */
const TOLERANCE = 1.5;

/**
 * What is wrong with the layout of a page: it scrolls sideways, a text is cut off by its box, reaches out of the window
 * or lies over another text. A line each; empty when nothing.
 */
export const findLayoutFaults = (page: Page | Frame): Promise<readonly string[]> =>
  page.evaluate((tolerance) => {
    type Box = {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    };
    type Piece = { readonly element: Element; readonly text: string; readonly box: Box };
    const faults: string[] = [];
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.className === '' ? '' : `.${String(element.className).split(' ')[0]}`}`;

    /** Nothing moves meanwhile, and most texts have most of what is around them in common. */
    const once = <T>(find: (element: Element) => T) => {
      const found = new Map<Element, T>();
      return (element: Element): T => {
        const known = found.get(element);
        if (known !== undefined) return known;
        const value = find(element);
        found.set(element, value);
        return value;
      };
    };
    const edgeOf = once((element) => element.getBoundingClientRect());
    const styleOf = once((element) => {
      const { position, clipPath, overflowX, overflowY, textOverflow, webkitLineClamp } =
        getComputedStyle(element);
      return { position, clipPath, overflowX, overflowY, textOverflow, webkitLineClamp };
    });

    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + tolerance) {
      faults.push(`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
    }
    const isShown = (element: Element) =>
      element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
    /** For screen readers only: cut to a pixel on purpose. */
    const isUnseen: (element: Element) => boolean = once((element) => {
      const { width, height } = edgeOf(element);
      const style = styleOf(element);
      const isAside = style.position === 'absolute' || style.position === 'fixed';
      if (isAside && ((width <= 2 && height <= 2) || style.clipPath === 'inset(50%)')) return true;
      return element.parentElement !== null && isUnseen(element.parentElement);
    });

    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: element, textContent } = node;
      const text = (textContent ?? '').trim();
      if (element === null || text === '' || !isShown(element) || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 0 && box.height > 0) pieces.push({ element, text: text.slice(0, 40), box });
      }
    }

    const scrolls = (value: string) => value === 'auto' || value === 'scroll';
    const cuts = (value: string) => value === 'hidden' || value === 'clip';
    /** The parts of a page that move apart from each other: a sticky bar may well lie over what scrolls below it. */
    const layerOf = (element: Element | null): Element | null => {
      if (element === null || element === document.body) return element;
      const { position, overflowY } = styleOf(element);
      const apart =
        position === 'sticky' || position === 'fixed' || position === 'absolute' || scrolls(overflowY);
      return apart ? element : layerOf(element.parentElement);
    };

    /** What of a text can be seen, after every box around it has cut off its part; null: nothing. */
    const seenOf = ({ element, text, box }: Piece): Piece | null => {
      let { left, top, right, bottom } = box;
      for (let around: Element | null = element; around !== null && around !== root; ) {
        const style = styleOf(around);
        const edge = edgeOf(around);
        // Lines that are shortened on purpose say so with an ellipsis.
        const shortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        const cutsText = around !== document.body && !shortened;
        const isOut = box.left < edge.left - tolerance || box.right > edge.right + tolerance;
        if (cutsText && cuts(style.overflowX) && isOut) {
          faults.push(`“${text}” is cut off at the side by ${nameOf(around)}`);
        }
        const isOver = box.top < edge.top - tolerance || box.bottom > edge.bottom + tolerance;
        const scrolled = left >= right || top >= bottom;
        if (cutsText && cuts(style.overflowY) && isOver && !scrolled) {
          faults.push(`“${text}” is cut off above or below by ${nameOf(around)}`);
        }
        if (style.overflowX !== 'visible') {
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
        }
        if (style.overflowY !== 'visible') {
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
        }
        if (scrolls(style.overflowY) && (top >= bottom || left >= right)) return null;
        around = style.position === 'fixed' ? null : around.parentElement;
      }
      return left < right && top < bottom ? { element, text, box: { left, top, right, bottom } } : null;
    };

    const seen = pieces.flatMap((piece) => seenOf(piece) ?? []);
    for (const { element, text, box } of seen) {
      if (box.left < -tolerance || box.right > root.clientWidth + tolerance) {
        faults.push(`“${text}” in ${nameOf(element)} reaches out of the window`);
      }
    }
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) {
        if (one.element === other.element) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of one paragraph touch by their descenders.
        if (width <= tolerance || height <= 5) continue;
        if (layerOf(one.element) !== layerOf(other.element)) continue;
        faults.push(`“${one.text}” and “${other.text}” lie over each other`);
      }
    }
    return [...new Set(faults)];
  }, TOLERANCE);

/** Every text longer by two fifths and with marks above and below, as many a translation is. */
export async function findPseudoFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const letters: Readonly<Record<string, string>> = {
      a: 'å',
      e: 'ệ',
      i: 'ï',
      o: 'ø',
      u: 'ů',
      c: 'ç',
      n: 'ñ',
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const changed: (readonly [Text, string])[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() === '' || node.parentElement?.closest('[dir="auto"]'))
        continue;
      changed.push([node, node.data]);
      const accented = node.data.replace(/[aeioucn]/g, (letter) => letters[letter] ?? letter);
      const more = Math.ceil((node.data.trim().length * 0.4) / 5);
      node.data = `${accented}${' łöŋg'.repeat(more)}`;
    }
    Object.assign(globalThis, {
      speakPlainly: () => {
        for (const [node, text] of changed) node.data = text;
      },
    });
  });
  const faults = await findLayoutFaults(page);
  await page.evaluate(() => (globalThis as unknown as { speakPlainly: () => void }).speakPlainly());
  return faults;
}

/** The page as in a language that is written from right to left. */
export async function findRightToLeftFaults(page: Page): Promise<readonly string[]> {
  const turn = (direction: string) =>
    page.evaluate((value) => {
      document.documentElement.dir = value;
    }, direction);
  await turn('rtl');
  const faults = await findLayoutFaults(page);
  await turn('ltr');
  return faults;
}
