import { expect, test } from 'vitest';
import { relyingPartyAt } from './relying-party';

test('Passkeys are for the public address, whatever name a request claims', () => {
  const party = { id: 'chat.example.org', origin: 'https://chat.example.org' };
  expect(relyingPartyAt('https://chat.example.org', { host: 'elsewhere.example' })).toEqual(party);
});

test('At a trial there are passkeys by the name localhost, and by no other', () => {
  const party = { id: 'localhost', origin: 'http://localhost:3000' };
  expect(relyingPartyAt(null, { host: 'localhost:3000' })).toEqual(party);
  expect(relyingPartyAt('http://localhost:3000', {})).toEqual(party);
  for (const host of ['127.0.0.1:3000', 'elsewhere.example', 'localhost.elsewhere.example', '[::1]:3000']) {
    expect(relyingPartyAt(null, { host })).toBeNull();
  }
});

test('There are none without encryption, nor for a number instead of a name', () => {
  expect(relyingPartyAt('http://chat.example.org', {})).toBeNull();
  expect(relyingPartyAt('https://192.0.2.7', {})).toBeNull();
});
