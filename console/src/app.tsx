import { lazy, Suspense, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Shell } from './features/shell/shell';
import { SignInPage } from './features/sign-in/sign-in-page';
import { CATALOGUES } from './i18n/catalogues';
import { createTranslate } from './i18n/translate';
import { type ConsoleContents, ConsoleProvider, useConsole, useSlice } from './ui/console-context';
import { createTimes, localeOf } from './ui/times';

/** A screen on a wall loads what it shows, and a console nothing of it. */
const DisplayPage = lazy(async () => ({
  default: (await import('./features/display/display-page')).DisplayPage,
}));

/** Theme and language belong to the document, so that scroll bars and screen readers follow them. */
const useDocument = () => {
  const { stores, language } = useConsole();
  const theme = useSlice(stores.preferences, (preferences) => preferences.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
};

const Screens = () => {
  const { stores } = useConsole();
  const state = useSlice(stores.signIn, (signIn) => signIn.state);
  useDocument();
  return (
    <Router base="/console">
      <Switch>
        <Route path="/display">
          <Suspense>
            <DisplayPage />
          </Suspense>
        </Route>
        <Route path="/sign-in">
          {state.kind === 'signed-in' ? <Redirect to="/" replace /> : <SignInPage state={state} />}
        </Route>
        <Route>{state.kind === 'signed-in' ? <Shell /> : <SignInPage state={state} />}</Route>
      </Switch>
    </Router>
  );
};

/** The console as a function of what it is given. */
export const App = (given: Omit<ConsoleContents, 't' | 'times' | 'language'>) => {
  const { stores, actions, attention, seat } = given;
  const language = useSlice(stores.preferences, (preferences) => preferences.language);
  const timeZone = useSlice(stores.desk, ({ organisation }) => organisation?.timeZone);
  const contents = useMemo(
    () => ({
      stores,
      actions,
      attention,
      seat,
      language,
      t: createTranslate(CATALOGUES[language]),
      times: createTimes(language, timeZone),
    }),
    [stores, actions, attention, seat, language, timeZone],
  );
  return (
    <I18nProvider locale={localeOf(language)}>
      <ConsoleProvider contents={contents}>
        <Screens />
      </ConsoleProvider>
    </I18nProvider>
  );
};
