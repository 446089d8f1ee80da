// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { organisation } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import { ChatList } from '../chat/chat-list';
import { Conversation } from '../chat/conversation';
import { QueueList } from './queue-list';
import { QueueSummary } from './queue-summary';

it('says that nobody waits only once the desk was seen, and not while it cannot be', () => {
  const { stores, text, leave } = show(
    <>
      <QueueSummary />
      <ChatList />
      <QueueList />
      <Conversation />
    </>,
  );
  const nobody = /Niemand wacht|Er wacht niemand/;
  expect(text()).toMatch(nobody);
  act(() => stores.desk.store.setState({ organisation: null }));
  expect(text()).not.toMatch(nobody);
  expect(text()).not.toContain('Je hebt nu geen gesprekken');
  expect(text()).toContain('Verbinden …');
  act(() => stores.desk.entered(organisation));
  expect(text()).toMatch(nobody);
  act(() => stores.desk.blind(true));
  expect(text()).not.toMatch(nobody);
  expect(text()).toContain('Wachtrij onbekend');
  leave();
});
