import { deskId, staffId } from '@haven/shared/ids';
import { language, organisation } from '@haven/shared/protocol/organisation';
import {
  isDialable,
  organisationFault,
  type OrganisationFault,
} from '@haven/shared/protocol/organisation-description';
import { replyWording } from '@haven/shared/protocol/canned-replies';
import { role } from '@haven/shared/protocol/presence';
import { err, ok, type Result } from '@haven/shared/result';
import * as z from 'zod/mini';
import { isName } from '@haven/shared/crypto/certificate';
import { CANNED_REPLIES } from './canned-replies';
import { DEMONSTRATION, DEMONSTRATION_STAFF } from './demonstration';
import type { OrganisationSeed } from '../records/organisation';

const person = z.object({
  staffId,
  displayName: z.string().check(z.refine(isName)),
  role,
  desks: z.array(deskId).check(z.minLength(1)),
  languages: z.array(language).check(z.minLength(1)),
});

const seedReply = z.object({ id: z.string(), ...replyWording.shape });
export type SeedReply = z.infer<typeof seedReply>;

/** What an organisation says of itself in ORGANISATION_FILE. */
const organisationFile = z.object({
  organisation: z.omit(organisation, { demonstration: true, roots: true }),
  staff: z.array(person),
  cannedReplies: z.optional(z.array(seedReply)),
});
export type OrganisationFile = z.infer<typeof organisationFile>;

const DEMONSTRATION_FILE: OrganisationFile = {
  organisation: DEMONSTRATION,
  staff: DEMONSTRATION_STAFF.map((each) => ({
    ...each,
    desks: [...each.desks],
    languages: [...each.languages],
  })),
};

/** One line says what is wrong and where. */
export function parseOrganisationFile(text: string): Result<OrganisationFile, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('it is not JSON');
  }
  const parsed = organisationFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err(`${issue?.path.join('.') || 'the whole'} is missing or wrong`);
  }
  const fault = inconsistency(parsed.data);
  return fault === undefined ? ok(parsed.data) : err(fault);
}

const FAULTS: Record<OrganisationFault['fault'], string> = {
  'general-desk': 'organisation.generalDesk names no desk',
  'served-region': 'a desk serves a region that does not exist',
  'region-twice': 'the id of a region is there twice',
  'desk-twice': 'the id of a desk is there twice',
};

function inconsistency({ organisation: own, staff, cannedReplies = [] }: OrganisationFile) {
  const found = organisationFault(own);
  if (found !== null) return `${FAULTS[found.fault]}: ${found.id}`;
  const mute = own.telephones.find(({ number }) => !isDialable(number));
  if (mute !== undefined)
    return `organisation.telephones has a number that cannot be dialled: ${mute.number}`;
  const deskIds = new Set<string>(own.desks.map(({ id }) => id));
  const stranger = staff.find((each) => each.desks.some((desk) => !deskIds.has(desk)));
  if (stranger !== undefined) return `${stranger.staffId} belongs to a desk that does not exist`;
  if (new Set(staff.map((each) => each.staffId)).size < staff.length) return 'a staffId is there twice';
  const calls = cannedReplies.map(({ shortcut, language }) => `/${shortcut} (${language})`);
  const again = calls.find((call, index) => calls.indexOf(call) < index);
  if (again !== undefined) return `a canned reply is there twice: ${again}`;
  if (new Set(cannedReplies.map(({ id }) => id)).size < calls.length)
    return 'the id of a canned reply is there twice';
  return undefined;
}

/** What records that have no organisation yet begin with. */
export function firstOrganisation(file: OrganisationFile | null): OrganisationSeed {
  const source = file ?? DEMONSTRATION_FILE;
  return { ...source, cannedReplies: source.cannedReplies ?? CANNED_REPLIES };
}
