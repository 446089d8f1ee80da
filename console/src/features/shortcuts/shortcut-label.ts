import { useConsole } from '../../ui/console-context';
import { SHORTCUTS, type ShortcutAction } from './shortcuts';

const isMac = (platform: string): boolean => /mac|iphone|ipad/i.test(platform);

/** How a shortcut is written on this keyboard. */
export const useShortcutLabel = (): ((action: ShortcutAction) => string) => {
  const { t } = useConsole();
  const modifier = t(isMac(navigator.userAgent) ? 'keys.option' : 'keys.alt');
  return (action) => `${modifier}+${SHORTCUTS.find((shortcut) => shortcut.action === action)?.shown ?? ''}`;
};
