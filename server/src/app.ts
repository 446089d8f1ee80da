import { createServer } from 'node:http';
import type { ChatId } from '@haven/shared/ids';
import { seconds } from '@haven/shared/units';
import { openAudit } from './audit/audit';
import { tellStandby } from './alerts/alert-delivery';
import { createAnnouncer } from './announce/announcer';
import { createDecide } from './announce/decide';
import { followPlan } from './announce/follow-plan';
import { tellOrganisation } from './announce/tell-organisation';
import { createLeaseRenewal } from './connections/leases';
import { waitUntilGone } from './connections/wait-until-gone';
import { createSockets } from './connections/sockets';
import { createDeadlineRunner } from './deadlines/runner';
import { createRefusalLog } from './events/refusals';
import { displayRoutes } from './display/display-routes';
import { createDisplayCookie, createDisplays } from './display/displays';
import { serveDisplays, signOutDisplay } from './display/serve-displays';
import { isFromOurselves } from './limits/origin';
import { withKeys } from './trust/with-keys';
import { createHttp } from './http/create-http';
import { createSignInLinks } from './http/sign-in-links';
import { createSignInSide } from './http/sign-in/sign-in-side';
import { inviteFirstAdministrator } from './sign-in/first-administrator';
import { createArrivals } from './limits/arrivals';
import { openLimits } from './limits/open-limits';
import { createParticipants } from './relay/participants';
import { serveStaff, signOutSessions } from './staff/serve-staff';
import { createStatus } from './announce/status';
import { keepContacts } from './reports/keep-contacts';
import { supervise } from './supervision/supervise';
import { createCapabilities } from './tokens/capabilities';
import { announceKeys } from './trust/announce-keys';
import { createBlocking } from './visitor/blocking';
import { createProofs } from './visitor/proofs';
import { serveVisitors } from './visitor/serve-visitors';
import type { App, AppDeps } from './app-deps';

/** The whole server as a function of what it depends on. It listens nowhere and reads no environment. */
export function createApp(deps: AppDeps): App {
  const { settings, directory, trust, keyring, desk, frames, once, metrics, log, clock, random } = deps;
  const now = () => clock.now();
  let isLeaving = false;

  const onFault = (event: string, thrown: unknown) => {
    metrics.fault();
    log.fault(event, thrown);
  };
  const logRefusal = createRefusalLog(log, now);
  const { limits, peerAddress } = openLimits(deps, now);
  const arrivals = createArrivals(now);
  const capabilities = createCapabilities(keyring, now, deps.learnSecrets);
  const links = createSignInLinks(keyring, once, now);
  const status = createStatus(desk, deps.plan, now);
  const participants = createParticipants(frames);

  // Socket.IO takes the place of listeners that are there before it, and only of those.
  const server = createServer((request, response) => {
    http(request, response);
  });
  // Longer than proxies keep theirs, or one would send a request into a connection that is just being closed.
  server.keepAliveTimeout = seconds(75);
  const {
    visitors,
    staff,
    displays: screens,
    close,
  } = createSockets(server, {
    adapter: deps.adapter,
    limits,
    publicUrl: settings.publicUrl,
  });
  const timeZone = () => directory.current().organisation.timeZone;
  const publicOrganisation = () => withKeys(directory.current().organisation, trust);
  const supervision = supervise({ ...deps, timeZone, onFailure: logRefusal, onFault });
  const { countDay, board, holes } = supervision;
  const contacts = keepContacts({
    ...deps,
    months: settings.contactRecordMonths,
    onFault,
  });
  const audit = openAudit({ ...deps.records, clock, onFault });
  const announce = createAnnouncer({
    visitors,
    staff,
    frames,
    capabilities,
    count: countDay.facts,
    onContact: contacts.note,
    onJoined: audit.joined,
    onFault,
    onStandbyAlert: (alert) => tellStandby(deps.alerts, decide, alert),
  });
  const decide = createDecide({ store: desk, announce, now, onDecided: metrics.decided });
  const onOutcome =
    (namespace: 'visitor' | 'staff' | 'display') =>
    (event: string, outcome: Parameters<typeof logRefusal>[1] | 'ok') => {
      metrics.event(namespace, event, outcome);
      if (outcome !== 'ok') logRefusal(event, outcome);
    };

  const common = { store: desk, decide, frames, participants, capabilities, isLeaving: () => isLeaving };
  const blocking = createBlocking({ ...deps, namespace: visitors, isAlone: deps.adapter === null });
  const visitorSide = serveVisitors({
    namespace: visitors,
    limits,
    now,
    onFault,
    onOutcome: onOutcome('visitor'),
    edge: {
      ...common,
      proofs: createProofs({ keyring, once, now, isFlooded: arrivals.isFlood }),
      newChatId: () => Buffer.from(random(16)).toString('base64url') as ChatId,
      mayEnter: (from) => {
        arrivals.note();
        return limits.allow('enter', from);
      },
      isBlocked: blocking.isBlocked,
      onTurnedAway: countDay.turnedAway,
      trust,
      onSurvey: metrics.survey,
    },
  });
  const signInSide = createSignInSide({
    ...deps,
    publicUrl: settings.publicUrl,
    provider: settings.provider,
    links,
    limits,
    onFault,
    onEnded: (ids) => signOutSessions(staff, ids),
  });
  const isHttps = settings.publicUrl?.startsWith('https:') === true;
  const displays = createDisplays({
    db: deps.records.db,
    random,
    now,
    onEnded: (id) => signOutDisplay(screens, id),
  });
  const displayCookie = createDisplayCookie(isHttps);
  const displaySide = serveDisplays({
    namespace: screens,
    now,
    onFault,
    onOutcome: onOutcome('display'),
    displayOf: async (request) =>
      isFromOurselves(request, settings.publicUrl)
        ? displays.find(displayCookie.read(request.headers.cookie))
        : null,
    records: deps.records,
    edge: { board, organisation: publicOrganisation },
  });
  const staffSide = serveStaff({
    namespace: staff,
    now,
    onFault,
    onOutcome: onOutcome('staff'),
    sessionOf: signInSide.sessionOf,
    edge: {
      ...common,
      ...signInSide,
      directory,
      records: deps.records,
      audit,
      reports: contacts.reports,
      board,
      ...blocking,
      holes,
      displays,
      now,
      plan: deps.plan,
    },
  });
  const sessionWatch = signInSide.watch(staffSide.watched);
  announceKeys(trust, { visitors, staff, sessions: signInSide.sessions, onFault });

  tellOrganisation({ directory, organisation: publicOrganisation, staff, displays: screens });
  const planned = followPlan({ ...deps, store: desk, decide, staff, onFault });
  const leases = createLeaseRenewal({
    store: desk,
    now,
    visitors: visitorSide.leases,
    seats: staffSide.leases,
    onVisitorMissing: visitorSide.onMissing,
    onSeatMissing: staffSide.onMissing,
    onFailure: (error) => logRefusal('leases', error),
  });
  const deadlines = createDeadlineRunner({
    store: desk,
    clock,
    onFacts: (facts) => void announce(facts),
    onFailure: (error) => {
      metrics.deadlineFailed(error);
      logRefusal('deadlines', error);
    },
  });

  const isReady = async () => !isLeaving && (await status.fresh()) !== null;
  const http = createHttp({
    ...deps,
    publicUrl: settings.publicUrl,
    frameAncestors: settings.frameAncestors,
    capabilities,
    decide,
    limits,
    peerAddress,
    links,
    ...signInSide,
    displays: displayRoutes({ displays, cookie: displayCookie, limits, publicUrl: settings.publicUrl }),
    status: status.recent,
    isReady,
    onFault,
    now,
  });
  metrics.watch({
    connections: (namespace) => ({ visitor: visitors, staff, display: screens })[namespace].sockets.size,
    load: async () => (await status.recent())?.load ?? null,
  });
  const sweep = setInterval(() => frames.sweep(now()), seconds(30));
  sweep.unref();

  return {
    server,
    start: () => {
      leases.start();
      deadlines.start();
      sessionWatch.start();
      contacts.start();
      planned.start();
      supervision.start();
      displaySide.start();
    },
    leave: async (grace) => {
      isLeaving = true;
      clearInterval(sweep);
      // Not waited for yet: whoever is connected hears first that this node leaves.
      const unplanned = planned.stop();
      server.close();
      visitors.local.emit('node:leaving', {});
      staff.local.emit('node:leaving', {});
      screens.local.emit('node:leaving', {});
      await waitUntilGone([visitors, staff, screens], grace);
      leases.stop();
      await supervision.stop();
      displaySide.stop();
      sessionWatch.stop();
      await deadlines.stop();
      await Promise.all([unplanned, contacts.stop(), audit.stop()]);
      close();
      server.closeAllConnections();
    },
    firstInvitation: () => inviteFirstAdministrator(deps.records.db, signInSide),
    signInPath: (id) => {
      const person = [...directory.current().staff.values()].find(({ staffId }) => staffId === id);
      return person === undefined ? null : `/console/sign-in#${links.make(person.staffId)}`;
    },
  };
}
