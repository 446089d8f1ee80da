type Rule = readonly [selector: string, declarations: string];

const RULES: readonly Rule[] = [
  [
    ':host',
    'all:initial!important;position:fixed!important;z-index:2147483647!important;font:16px/1.3 system-ui,sans-serif!important',
  ],
  [':host(.end)', 'inset:auto 16px calc(16px + var(--n)*72px) auto!important'],
  [':host(.start)', 'inset:auto auto calc(16px + var(--n)*72px) 16px!important'],
  [
    ':host(.bar)',
    'inset:0 0 auto!important;width:100%!important;background:#fffdf9!important;color:#23302e!important',
  ],
  ['button,a', 'font:inherit;color:inherit;cursor:pointer;min-height:44px;box-sizing:border-box'],
  [
    '.launcher',
    'display:flex;align-items:center;gap:10px;min-height:56px;padding:8px 20px;border:2px solid #fff;border-radius:28px;background:var(--haven-accent,#2b5d56);color:var(--haven-on-accent,#fff);text-align:start',
  ],
  ['b,small', 'display:block'],
  ['small', 'font-size:13px'],
  ['i', 'width:10px;height:10px;border-radius:50%;border:2px solid'],
  ['.on i', 'background:currentColor'],
  ['.launcher.plain', 'background:#4c4c4c;border-radius:4px'],
  [
    '.panel',
    'position:fixed;inset:auto 16px 88px;width:400px;max-width:calc(100% - 32px);height:680px;max-height:calc(100vh - 156px);border-radius:14px;overflow:hidden;background:#f5f1e8;box-shadow:0 6px 32px #0006',
  ],
  [':host(.end) .panel', 'left:auto'],
  [':host(.start) .panel', 'right:auto'],
  ['iframe', 'border:0;width:100%;height:100%;display:block'],
  ['.line', 'display:flex;align-items:center;gap:6px;padding:4px 8px;border-bottom:1px solid #d9d1c1'],
  [
    '.exit',
    'display:flex;align-items:center;padding:4px 14px;border-radius:10px;background:#23302e;color:#fffdf9;font-weight:600;text-decoration:none',
  ],
  ['.plain .exit', 'background:none;color:inherit;border:1px solid;font-weight:400'],
  ['.hint', 'flex:1;font-size:14px'],
  ['.hide', 'padding:4px 12px;border:1px solid;border-radius:10px;background:none'],
];

/** What a style attribute cannot say; only browsers with sheets made by scripts get it. */
const MORE =
  '[hidden],:host(.off){display:none!important}:host(.small){inset:4px 4px auto auto!important;width:auto!important;background:none!important}:host(.small) .line{border:0}' +
  ':focus-visible{outline:3px solid #1a4fd0;outline-offset:2px}' +
  '@media(max-width:640px){.panel{inset:53px 0 0!important;width:auto;max-width:none;height:auto;max-height:none;border-radius:0}' +
  ':host(.open) .launcher{display:none}[role=status]{position:absolute;clip-path:inset(50%)}}@media(forced-colors:active){.exit{border:2px solid}}';

/**
 * Dresses a shadow root without a style element or attribute in any markup, so that the strictest policy of a host
 * allows it. A browser that cannot make sheets sets the same properties one by one.
 */
export function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES.map(([selector, body]) => `${selector}{${body}}`).join('') + MORE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    for (const [selector, body] of RULES) {
      const host = /^:host(?:\(\.(\w+)\))?$/.exec(selector);
      const fits = host !== null && (!host[1] || root.host.classList.contains(host[1]));
      const found = fits ? [root.host] : host ? [] : root.querySelectorAll(selector);
      for (const each of found) (each as HTMLElement).style.cssText += body;
    }
  }
}
