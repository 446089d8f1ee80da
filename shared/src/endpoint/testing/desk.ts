import type { ChatId, DeskId, RegionId, SeatId, StaffId } from '../../ids';
import type { ConsultState, Member, StaffChat, TransferState, VisitorView } from '../../protocol/chat';

const DESK = 'almere' as DeskId;

/** The facts of one chat, as a server would keep them, without queue or deadlines. */
export class DeskChat {
  readonly id: ChatId;
  members: Member[] = [];
  epoch = 0;
  version = 1;
  phase: VisitorView['phase'] = 'waiting';
  returning = false;
  transfer: TransferState | null = null;
  consult: ConsultState | null = null;
  visitorLostSince: number | null = null;

  constructor(id: ChatId) {
    this.id = id;
  }

  claim(staffId: StaffId, seat: SeatId): void {
    const joins = this.consult?.to === staffId;
    const role = joins ? 'joining' : this.transfer?.to === staffId ? 'incoming' : 'counsellor';
    if (role === 'counsellor') this.members = [];
    this.members = [...this.members, { staffId, displayName: staffId, desk: DESK, role, seat, epoch: null }];
    if (this.consult && joins) this.consult = { ...this.consult, state: 'accepted' };
    else if (this.transfer) this.transfer = { ...this.transfer, state: 'accepted' };
    else this.phase = 'active';
    this.version += 1;
  }

  requestLink(staffId: StaffId, seat: SeatId): void {
    this.#change(staffId, { seat, epoch: null });
  }

  leaveSeat(staffId: StaffId): void {
    this.#change(staffId, { seat: null });
  }

  openLink(staffId: StaffId, seat: SeatId, epoch: number): 'unknown-member' | 'stale-epoch' | null {
    if (!this.members.some((member) => member.staffId === staffId && member.seat === seat))
      return 'unknown-member';
    if (epoch <= this.epoch) return 'stale-epoch';
    this.epoch = epoch;
    this.#change(staffId, { epoch });
    return null;
  }

  askToJoin(to: StaffId): void {
    this.consult = { state: 'ringing', to, toDisplayName: to };
    this.version += 1;
  }

  completeConsult(epoch: number): 'no-consult' | 'unknown-epoch' | null {
    const joining = this.members.find((member) => member.role === 'joining');
    if (!joining || !this.consult) return this.consult?.state === 'joined' ? null : 'no-consult';
    if (joining.epoch !== epoch) return 'unknown-epoch';
    this.members = this.members.map((member) =>
      member === joining ? { ...member, role: 'joined' } : member,
    );
    this.consult = { ...this.consult, state: 'joined' };
    this.version += 1;
    return null;
  }

  /** By whoever's word. */
  endConsult(): void {
    this.members = this.members.filter(({ staffId }) => staffId !== this.consult?.to);
    this.consult = null;
    this.version += 1;
  }

  ask(to: StaffId): void {
    this.endConsult();
    this.transfer = { target: { kind: 'staff', staffId: to }, state: 'ringing', to, toDisplayName: to };
    this.phase = 'transferring';
    this.version += 1;
  }

  /** The visitor refused, the counsellor thought better of it, or the colleague was lost. */
  callOff(): void {
    this.members = this.members.filter((member) => member.role === 'counsellor');
    this.transfer = null;
    this.phase = 'active';
    this.version += 1;
  }

  complete(epoch: number): 'no-transfer' | 'unknown-epoch' | null {
    const incoming = this.members.find((member) => member.role === 'incoming');
    if (!incoming) return this.members[0]?.epoch === epoch ? null : 'no-transfer';
    if (incoming.epoch !== epoch) return 'unknown-epoch';
    this.members = [{ ...incoming, role: 'counsellor' }];
    this.transfer = null;
    this.phase = 'active';
    this.version += 1;
    return null;
  }

  loseCounsellor(): void {
    this.members = [];
    this.transfer = null;
    this.consult = null;
    this.phase = 'waiting';
    this.returning = true;
    this.version += 1;
  }

  end(): void {
    this.phase = 'ended';
    this.version += 1;
  }

  view(): VisitorView {
    return {
      chat: this.id,
      version: this.version,
      phase: this.phase,
      desk: DESK,
      place: null,
      band: 'within-5',
      told: false,
      returning: this.returning,
      members: this.members,
      epoch: this.epoch,
      endReason: this.phase === 'ended' ? 'counsellor-closed' : null,
    };
  }

  staffView(): StaffChat {
    return {
      chat: this.id,
      version: this.version,
      phase: this.phase,
      desk: DESK,
      answers: { region: 'almere' as RegionId, language: 'nl', forWhom: null, topics: [] },
      enteredAt: 0,
      claimedAt: 0,
      safety: null,
      members: this.members,
      epoch: this.epoch,
      visitorLostSince: this.visitorLostSince,
      transfer: this.transfer,
      consult: this.consult,
      returning: this.returning,
      endReason: this.phase === 'ended' ? 'counsellor-closed' : null,
      wrapUpUntil: null,
      capability: '',
    };
  }

  #change(staffId: StaffId, change: Partial<Member>): void {
    this.members = this.members.map((member) =>
      member.staffId === staffId ? { ...member, ...change } : member,
    );
    this.version += 1;
  }
}
