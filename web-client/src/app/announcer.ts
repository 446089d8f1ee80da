const REMEMBERED = 3;

/** A live region that only ever gains a line: a screen reader reads what is new, and nothing a second time. */
export function createAnnouncer(region: HTMLElement | null): (text: string) => void {
  return (text) => {
    if (region === null) return;
    const line = region.ownerDocument.createElement('span');
    line.textContent = text;
    region.append(line, ' ');
    while (region.childElementCount > REMEMBERED) region.firstElementChild?.remove();
  };
}
