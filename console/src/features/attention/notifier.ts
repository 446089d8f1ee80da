export type Notifier = {
  permission(): NotificationPermission;
  /** Asks the browser; true when notifications may be shown. */
  ask(): Promise<boolean>;
  /** One at a time, without content: the lock screen of a desk is nobody's business. */
  show(text: string): void;
  clear(): void;
};

export const createNotifier = (title: string): Notifier => {
  let shown: Notification | null = null;
  const supported = 'Notification' in globalThis;
  const permission = (): NotificationPermission => (supported ? Notification.permission : 'denied');
  const clear = () => {
    shown?.close();
    shown = null;
  };
  return {
    permission,
    ask: async () => supported && (await Notification.requestPermission()) === 'granted',
    show: (text) => {
      if (permission() !== 'granted') return;
      clear();
      // The console makes its own sound, if any.
      shown = new Notification(title, { body: text, tag: 'haven-desk', silent: true });
      shown.addEventListener('click', () => {
        window.focus();
        clear();
      });
    },
    clear,
  };
};
