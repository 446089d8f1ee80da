/**
 * The exit is a plain link in the document, first of all: it works before this code does. Here it learns to leave at
 * once instead of asking the server for the way.
 */
export function armExitLink(link: HTMLElement, leave: () => void): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
}

/** The quiet count of Shift presses, drawn by the style sheet. */
export function showCount(link: HTMLElement, presses: number): void {
  if (presses === 0) delete link.dataset['presses'];
  else link.dataset['presses'] = String(presses);
}
