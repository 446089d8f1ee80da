type Properties<T> = Partial<Omit<T, 'style' | 'children' | 'dataset'>> &
  Readonly<Partial<Record<'role' | `aria-${string}`, string>>>;

/** An element with properties and attributes and children. Text becomes text nodes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made || typeof value !== 'string') Object.assign(made, { [key]: value });
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Shows or hides a shadow host, in browsers with and without sheets made by scripts. */
export function toggleHost(host: HTMLElement, on: boolean): void {
  host.classList.toggle('off', !on);
  host.style.display = on ? '' : 'none';
}
