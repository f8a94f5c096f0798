import { join } from 'node:path';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import { attach, contents, step } from '../../../fixtures/case-steps.ts';
import { enter, evaluated, sign } from '../../../fixtures/case-walks.ts';
import { foundDirectory } from '../../../fixtures/directory.ts';
import * as people from '../../../fixtures/people/cast.ts';
import { type Backstage, makeBackstage, sealFrom, takeBackstage } from '../exchange/backstage.ts';
import { makeSeat } from '../exchange/seats.ts';

/** A vault that publishes a directory and has sent and received. */
export interface SeededExchange {
  readonly home: string;
  /** A sound package that was not taken in yet. */
  readonly fresh: string;
}

/** Who holds the vault: publisher, and the employee of somebody else's file. */
const holder = people.personnelOfficer;
const invited = people.authorisedOfficial;
/** The employees of the two files that came. */
const files = { sent: 'Amara Contoh Lestari, S.Kom.', due: 'Bayu Misal Anggara', late: 'Citra Teladan, A.Md.' };

const reportOn = async ({ calls }: Backstage, employee: PersonInput): Promise<string> => {
  const opening = step('caseOpened', 'assessor', { content: { employee } });
  const { caseId } = await calls.get('case.recordAct', { ...opening, draftId: null });
  const attachmentIds = [await attach(calls, '%PDF-1.7 bukti')];
  await sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds });
  await evaluated(calls, caseId);
  await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  return caseId;
};

/** A copy of a communication sheet, for the employee that it is about. */
const releaseCopy = async ({ calls }: Backstage, employee: PersonInput): Promise<string> => {
  const opening = step('caseOpened', 'assessor', { content: { employee } });
  const { caseId } = await calls.get('case.recordAct', { ...opening, draftId: null });
  await sign(calls, caseId, 'problemIdentified', 'assessor');
  const about = await enter(calls, caseId, 'problemCommunicated', 'assessor');
  const hash = await sign(calls, caseId, 'copyReleased', 'assessor', { about });
  await calls.get('documents.ofAct', { hash });
  return caseId;
};

/** Somebody drafts the registration of a report for the officer's signature; paths of the package. */
const sealDraft = async ({ calls, home }: Backstage, officer: Backstage, caseId: string): Promise<string[]> => {
  const { acts } = await calls.get('case.open', { caseId });
  const members = await calls.get('directory.members', {});
  const draft = {
    type: 'reportRegistered' as const,
    about: acts.find(isReport)?.hash ?? null,
    authorOffice: '',
    institution: '',
    content: contents.reportRegistered,
    attachmentIds: [],
    remark: 'Mohon didaftarkan.',
  };
  const entryId = members.find(({ keys }) => keys.some(({ key }) => key === officer.key))?.entryId ?? '';
  calls.host.folder = home;
  const { files: names } = await calls.get('exchange.sealDraft', { caseId, entryId, draft, partBytes: null });
  return names.map((name) => join(home, name));
};

const isReport = ({ type }: { readonly type: string }): boolean => type === 'reportSubmitted';
const named = (name: string): PersonInput => ({ ...people.employee, name, nip: '' });

/** Makes the vault below `folder`, with everything that the screens of the exchange can show, and closes it. */
export const seedExchange = async (folder: string): Promise<SeededExchange> => {
  const officer = await makeSeat(folder, 'officer', { person: holder, roles: ['personnelOfficer', 'employee'] });
  const member = (name: string, person: PersonInput, role: 'assessor' | 'personnelHead') =>
    makeBackstage(folder, name, { person, roles: [role] });
  const assessor = await member('assessor', people.assessor, 'assessor');
  const head = await member('head', people.personnelHead, 'personnelHead');
  await foundDirectory(officer.vault, [assessor, head]);

  const sent = await reportOn(assessor, named(files.sent));
  const [known = ''] = await sealFrom(assessor, officer, sent);
  await takeBackstage(officer, [known]);
  await takeBackstage(head, await sealFrom(assessor, head, sent));
  await takeBackstage(officer, await sealDraft(head, officer, sent));
  const [fresh = ''] = await sealFrom(assessor, officer, await reportOn(assessor, named(files.late)));
  const due = await reportOn(assessor, named(files.due));
  await takeBackstage(officer, await sealFrom(assessor, officer, due));
  await sign(officer.calls, due, 'reportRegistered', 'personnelOfficer', {
    about: (await officer.calls.get('case.open', { caseId: due })).acts.find(isReport)?.hash ?? null,
  });
  await takeBackstage(officer, await sealFrom(assessor, officer, await releaseCopy(assessor, holder)));

  officer.calls.host.saveTarget = join(folder, 'undangan.undangan');
  await officer.calls.get('invitation.make', { person: invited, roles: ['authorisedOfficial'] });
  for (const { leave } of [officer, assessor, head]) leave();
  return { home: officer.home, fresh };
};
