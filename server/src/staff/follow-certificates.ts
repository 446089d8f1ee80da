import type { StaffConnection, StaffEdge } from './connection';

type Edge = Pick<StaffEdge, 'trust' | 'decide'>;

/** The desk is told until when the device of this seat may answer, if that is not what it was told last. */
export async function tellCertificate({ trust, decide }: Edge, connection: StaffConnection): Promise<void> {
  const { seat, profile, session, id } = connection;
  if (seat === null) return;
  const certifiedUntil = trust.certifiedUntil(profile, session.device);
  // Each look at the demonstration's keys is later than the one before; they end when the organisation has its own.
  if (certifiedUntil === connection.certifiedUntil || trust.demonstration) return;
  connection.certifiedUntil = certifiedUntil;
  await decide({ kind: 'seat-certified', staffId: profile.staffId, connection: id, seat, certifiedUntil });
}

/** What an issuer signs or takes back counts for the seats that are taken already, each on the node that holds it. */
export function followCertificates(
  edge: Edge,
  connections: () => readonly StaffConnection[],
  onFault: (event: string, thrown: unknown) => void,
): void {
  edge.trust.onChange(() => {
    for (const connection of connections()) {
      tellCertificate(edge, connection).catch((thrown: unknown) => onFault('keys', thrown));
    }
  });
}
