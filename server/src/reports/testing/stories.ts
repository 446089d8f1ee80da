import { deskId, regionId } from '@haven/shared/ids';
import type { ContactRecord } from '@haven/shared/protocol/contact-record';

export const PLACES = {
  desks: ['north', 'south'].map((id) => ({ id: deskId.parse(id), name: { nl: id, en: id }, regions: [] })),
  regions: ['alkmaar', 'almere', 'haarlem'].map((id) => ({ id: regionId.parse(id), name: id })),
};

/** A chat of an evening in Haarlem, as the records keep it. */
export const contactOf = (over: Partial<ContactRecord> = {}): ContactRecord => ({
  day: '2026-02-03',
  hour: 21,
  desk: deskId.parse('south'),
  region: regionId.parse('haarlem'),
  language: 'nl',
  forWhom: 'myself',
  topics: ['partner'],
  safety: 'orange',
  actions: ['listened', 'advice'],
  wait: 'within-1',
  duration: 'under-30',
  ended: 'counsellor-closed',
  registration: 'full',
  skipReason: null,
  helped: null,
  safer: null,
  ...over,
});
