import fc from 'fast-check';
import { expect, test } from 'vitest';
import { armoured, chainText, readArmoured, readChainText } from './armour';

const part = fc.uint8Array({ maxLength: 80 });

test('a chain is carried as one line of text', () => {
  fc.assert(
    fc.property(part, part, (issuer, device) => {
      const text = chainText({ issuer, device });
      expect(text).toMatch(/^haven-chain-1\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/);
      expect(readChainText(` ${text}\n`)).toEqual({ ok: true, value: { issuer, device } });
    }),
  );
});

test('another kind of text, a part too many or too few, and garbage are refused', () => {
  const key = armoured('issuerKey', Uint8Array.of(1));
  const wrong = { ok: false, error: 'malformed-text' };
  for (const text of [
    '',
    key,
    'haven-chain-1',
    'haven-chain-1.AA',
    'haven-chain-1.AA.AA.AA',
    'haven-chain-1.AA.A+',
  ]) {
    expect(readChainText(text)).toEqual(wrong);
  }
  expect(readArmoured('issuerKey', key, 1)).toEqual({ ok: true, value: [Uint8Array.of(1)] });
  expect(readArmoured('issuerCertificate', key, 1)).toEqual(wrong);
});
