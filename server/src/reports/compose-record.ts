import type { ContactRecord, Registration } from '@haven/shared/protocol/contact-record';
import type { Contact } from '../desk/records';
import { durationClassOf, waitClassOf } from './coarse-classes';
import { localHour } from './local-hour';

/** The record of a chat that is being forgotten: coarse, and without anything that leads back to it. */
export function composeRecord(contact: Contact, timeZone: string): ContactRecord {
  const { answers, form, survey, takenAt } = contact;
  const facts = form?.kind === 'facts' ? form : null;
  return {
    ...localHour(timeZone, contact.enteredAt),
    desk: contact.desk,
    region: answers.region,
    language: answers.language,
    forWhom: facts ? facts.forWhom : answers.forWhom,
    topics: [...new Set(facts ? facts.topics : answers.topics)],
    safety: facts ? facts.safety : contact.safety,
    actions: [...new Set(facts?.actions)],
    wait: waitClassOf((takenAt ?? contact.ended.at) - contact.enteredAt),
    duration: takenAt === null ? null : durationClassOf(contact.ended.at - takenAt),
    ended: contact.ended.reason,
    registration: registrationOf(contact),
    skipReason: form?.kind === 'skipped' ? form.reason : null,
    helped: survey?.helped ?? null,
    safer: survey?.safer ?? null,
  };
}

function registrationOf({ takenAt, form, ended }: Contact): Registration {
  // Whom the desk turned away it did not leave waiting.
  if (takenAt === null) return ended.reason === 'blocked' ? 'blocked' : 'unanswered';
  if (form === null) return 'unfinished';
  return form.kind === 'facts' ? 'full' : 'skipped';
}
