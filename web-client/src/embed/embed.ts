import { readSettings } from './settings';
import { createWidget, type Widget } from './widget';

/** The one name that the loader adds to the host's page: `window.Haven`. */
export type Haven = Widget & {
  /** One for every embed line that differs from those before, in their order. */
  readonly widgets: Map<string, Widget | null>;
};

type Page = Window & { Haven?: Haven };

function include(page: Page, script: HTMLScriptElement): void {
  const settings = readSettings(script, page);
  page.Haven ??= {
    widgets: new Map(),
    open: () => [...haven.widgets.values()][0]?.open(),
    close: () => haven.widgets.forEach((widget) => widget?.close()),
    leave: () => [...haven.widgets.values()][0]?.leave(),
  };
  const haven: Haven = page.Haven;
  const { widgets } = haven;
  // The same line twice is one widget; something else of that name on the page is left alone.
  if (!(widgets instanceof Map) || widgets.has(settings.frameUrl)) return;
  const before = widgets.size;
  widgets.set(settings.frameUrl, null);
  const draw = (): void => {
    widgets.set(settings.frameUrl, createWidget({ page, settings, before, onOpen: () => haven.close() }));
  };
  if (page.document.body === null) page.addEventListener('DOMContentLoaded', draw, { once: true });
  else draw();
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) include(window, currentScript);
