import type { OutboxReceiver } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';

const hex = (digit: string, length: number): string => digit.repeat(length);

export const caseId = hex('c', 32);
export const entryId = hex('e', 32);
export const otherEntry = hex('f', 32);

export const person = { name: 'Intan Umpama', position: 'Analis', unit: 'Kepegawaian', nipTail: '999' };

export const peer: JournalEntry['peer'] = {
  entryId,
  person,
  roles: ['personnelOfficer'],
  keyFingerprint: 'aaaa bbbb cccc dddd',
};

/** A package sent for the case without a receipt, changed as a test needs it. */
export const sent = (change: Partial<JournalEntry> = {}): JournalEntry => ({
  packageId: hex('1', 32),
  direction: 'out',
  kind: 'acts',
  peer,
  counter: 1,
  caseId,
  employeeName: 'Laras Peraga',
  at: '2026-11-25T07:05:00.000Z',
  receivedAt: null,
  replaced: false,
  acts: 3,
  ...change,
});

/** An act that leaves. */
export const carried = (digit: string, type: OutboxReceiver['acts'][number]['type'] = 'reportSubmitted') =>
  ({
    hash: hex(digit, 64),
    type,
    capacity: 'assessor',
    origin: 'vault',
    enteredAs: null,
    clockCorrected: false,
    form: 'all',
    author: 'Damar',
    statedOn: '2026-11-25',
  }) as const;

/** A receiver to whom nothing is due, changed as a test needs it. */
export const receiver = (change: Partial<OutboxReceiver> = {}): OutboxReceiver => ({
  entryId,
  person,
  roles: ['personnelOfficer'],
  acts: [],
  files: [],
  bytes: 0,
  again: null,
  withheld: [],
  unconfirmed: 0,
  lastReceivedAt: null,
  olderProgram: false,
  ...change,
});
