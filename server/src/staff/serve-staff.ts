import type { StaffPushMap, StaffRequestMap, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { may } from '@haven/shared/protocol/permissions';
import { staffRequests } from '@haven/shared/protocol/staff-events';
import type { Result } from '@haven/shared/result';
import type { IncomingMessage } from 'node:http';
import type { Namespace } from 'socket.io';
import { forgetRequest, isForgotten } from '../connections/forget-request';
import type { StaffProfile } from '../desk/records';
import { fullBucket } from '../events/bucket';
import { createDispatch, type DispatchDeps, type Rates } from '../events/dispatch';
import type { SeatLease } from '../live/desk-store';
import { checkFramePayload } from '../relay/wire-frame';
import { checkColleaguePayload } from './colleague-send';
import type { Watched } from '../sign-in/session-watch';
import type { StaffSession } from '../sign-in/sessions';
import { leaveSeat, type StaffConnection, type StaffEdge, type StaffSocket } from './connection';
import { followCertificates } from './follow-certificates';
import { tellDebriefs } from './debrief/tell-debriefs';
import { STAFF_HANDLERS } from './handlers';
import { tellReplies } from './replies/tell-replies';

/** Several chats, each with an outbox after a reconnect. */
const RATES: Rates = {
  frames: { burst: 2_400, perSecond: 600 },
  others: { burst: 200, perSecond: 20 },
};

export type StaffNamespace = Namespace<
  StaffRequestMap,
  StaffPushMap,
  Record<string, never>,
  StaffConnection | undefined
>;

type Deps = Pick<
  DispatchDeps<StaffEdge, StaffConnection, StaffRequests>,
  'edge' | 'now' | 'onOutcome' | 'onFault'
> & {
  readonly namespace: StaffNamespace;
  /** Who the request's cookie signs in, if it comes from a page of our own and the device proves itself. */
  readonly sessionOf: (request: IncomingMessage, proof: unknown) => Promise<Result<StaffSession, ErrorCode>>;
};

export type Staff = {
  readonly leases: () => readonly SeatLease[];
  readonly onMissing: (lease: SeatLease) => void;
  /** This node's connections, and the session that opened each. */
  readonly watched: () => readonly Watched[];
};

/** The room of a session's consoles. */
const sessionRoom = (id: string): string => `session:${id}`;

/** The consoles of these sessions are told, and cut off, on whichever node they are. */
export function signOutSessions(staff: StaffNamespace, ids: readonly string[]): void {
  const rooms = ids.map(sessionRoom);
  if (rooms.length === 0) return;
  staff.to(rooms).emit('signed-out', {});
  staff.in(rooms).disconnectSockets();
}

export function serveStaff({ namespace, sessionOf, ...deps }: Deps): Staff {
  const { edge, now, onFault } = deps;
  const dispatch = createDispatch({
    ...deps,
    table: staffRequests,
    handlers: STAFF_HANDLERS,
    checks: { frame: checkFramePayload, 'colleague:send': checkColleaguePayload },
    rates: RATES,
    permits: ({ profile }, event) => may(profile.role, event),
  });

  function onEvent(this: StaffSocket, event: unknown, ...args: readonly unknown[]): void {
    if (this.data !== undefined) dispatch(this.data, event, args);
  }
  function onDisconnect(this: StaffSocket): void {
    if (this.data !== undefined)
      gone(edge, this.data).catch((thrown: unknown) => onFault('disconnect', thrown));
  }
  const newConnection = (
    socket: StaffSocket,
    profile: StaffProfile,
    session: StaffSession,
  ): StaffConnection => ({
    id: socket.id,
    socket,
    profile,
    session,
    frames: fullBucket(RATES.frames, now()),
    others: fullBucket(RATES.others, now()),
    seat: null,
    certifiedUntil: null,
    repliesToCome: [],
  });

  /** Why this connection is not taken; undefined when it is. */
  const admit = async (socket: StaffSocket): Promise<Error | undefined> => {
    if (isForgotten(socket)) return new Error('not-signed-in');
    try {
      const session = await sessionOf(socket.request, socket.handshake.auth);
      if (!session.ok) return new Error(session.error);
      const profile = edge.directory.current().staff.get(session.value.staffId);
      if (profile === undefined) return new Error('not-signed-in');
      socket.data = newConnection(socket, profile, session.value);
      return undefined;
    } catch (thrown) {
      onFault('session', thrown);
      return new Error('unavailable');
    }
  };

  namespace.use((socket, proceed) => {
    void admit(socket).then(proceed);
  });
  namespace.on('connection', (socket) => {
    forgetRequest(socket);
    if (socket.data !== undefined) void socket.join(sessionRoom(socket.data.session.id));
    socket.onAny(onEvent);
    socket.on('disconnect', onDisconnect);
  });

  const connections = () => [...namespace.sockets.values()].flatMap(({ data }) => data ?? []);
  followCertificates(edge, connections, onFault);
  tellDebriefs({ records: edge.records, connections, onFault });
  tellReplies({ records: edge.records, connections, onFault });

  return {
    leases: () => {
      const leases: SeatLease[] = [];
      for (const { data } of namespace.sockets.values()) {
        if (data?.seat) leases.push({ staffId: data.profile.staffId, seat: data.seat, connection: data.id });
      }
      return leases;
    },
    watched: () =>
      [...namespace.sockets.values()].flatMap((socket) =>
        socket.data === undefined ? [] : { session: socket.data.session.id, end: () => signOut(socket) },
      ),
    onMissing: ({ seat, connection }) => {
      const data = namespace.sockets.get(connection)?.data;
      if (data?.seat !== seat) return;
      leaveSeat(edge, data);
      data.socket.emit('resync', {});
    },
  };
}

function signOut(socket: StaffSocket): void {
  socket.emit('signed-out', {});
  socket.disconnect();
}

async function gone(edge: StaffEdge, connection: StaffConnection): Promise<void> {
  const { seat, id, profile } = connection;
  edge.board.leave(id);
  leaveSeat(edge, connection);
  if (seat !== null && !edge.isLeaving()) {
    await edge.decide({ kind: 'seat-left', staffId: profile.staffId, seat, connection: id });
  }
}
