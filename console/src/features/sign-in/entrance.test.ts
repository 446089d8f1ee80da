import { describe, expect, it } from 'vitest';
import { entranceOf, exitUrl } from './entrance';

const at = (path: string) => entranceOf(new URL(path, 'https://chat.example.org'));

describe('The way in', () => {
  it('is the token of a one-time link, and only on the page for it', () => {
    expect(at('/console/sign-in#abc_123')).toEqual({ kind: 'token', token: 'abc_123' });
    expect(at('/console#abc_123')).toEqual({ kind: 'cookie' });
  });

  it('is an invitation on the page for those', () => {
    expect(at('/console/invitation#abc_123')).toEqual({ kind: 'invitation', token: 'abc_123' });
    expect(at('/console/invitation')).toEqual({ kind: 'cookie' });
  });

  it('is otherwise whoever the cookie says', () => {
    expect(at('/console')).toEqual({ kind: 'cookie' });
    expect(at('/console/sign-in')).toEqual({ kind: 'cookie' });
    expect(at('/console/sign-in?out=nonsense')).toEqual({ kind: 'cookie' });
  });

  it('stays shut after signing out, and says why', () => {
    expect(at(exitUrl('signed-out'))).toEqual({ kind: 'out', reason: 'signed-out' });
    expect(at(exitUrl('ended-elsewhere'))).toEqual({ kind: 'out', reason: 'ended-elsewhere' });
  });
});
