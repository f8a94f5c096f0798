import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { transactRecords } from '../../../../electron/backend/db/transact.ts';
import { officeSources } from '../../../../shared/contract/office.ts';
import { roles } from '../../../../shared/domain/identity/person.ts';
import { replacementReasons } from '../../../../shared/domain/identity/replacement.ts';
import { officeStyles } from '../../../../shared/domain/office/profile.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { officeContents } from '../../../fixtures/office.ts';
import * as people from '../../../fixtures/people/cast.ts';
import type { Aiming, Aims } from '../aim.ts';

const today = '2026-01-01' as const;
const allRoles = roles.map((role) => ({ role, from: today, to: null }));
const someRoles = [{ role: 'counsellor' as const, from: today, to: null }];

/** A vault that never had a directory: only there one can be begun, and its key is nobody's root. */
const forgetDirectories = ({ world }: Aiming): void => {
  const records = world.vault()?.records;
  if (records === undefined) return;
  transactRecords(records, (tx) => {
    tx.run(sql`DELETE FROM directories`);
    tx.run(sql`DELETE FROM meta WHERE key = 'directoryRoot'`);
    return ok({});
  });
};

const rootWords = ({ setting }: Aiming): string[] => [...setting.rootWords];

/** Directory, cards, invitations, settings, the place of backups. */
export const identityAims: Aims = {
  'settings.set': async ({ call, dice }) => {
    const settings = await call('settings.get', {});
    const template = dice.pick(['{nomor}/{tahun}', '{derajat}-{nomor}/{bulan}/{tahun}', '{nomor}', 'tetap']);
    if (settings === undefined) throw new Error('no settings');
    return { ...settings, numbering: { ...settings.numbering, template } };
  },
  'backup.setPlace': (at) => ({ folderToken: at.world.context.files.issue('folder', at.world.folder) }),
  'backup.setNotes': async (at) => {
    const folder = () => at.world.context.files.issue('folder', at.world.folder);
    await at.call('backup.setPlace', { folderToken: folder() });
    const choice = at.dice.pick(['together', 'apart', 'declined'] as const);
    return choice === 'apart' ? { choice, folderToken: folder() } : { choice };
  },
  'backup.setSpace': ({ dice }) => ({ megabytes: dice.percent(20) ? null : 50 + dice.int(1000) }),
  'identity.inspectFile': (at) => ({
    fileToken: at.file(at.dice.pick(['.kartu', '.direktori', '.undangan', '.profil'])),
  }),
  'identity.exportReceiving': ({ dice }) => ({ protection: dice.pick(['passphrase', 'none', 'none'] as const) }),
  'directory.trust': (at) => ({ fileToken: at.file('.direktori'), words: rootWords(at) }),
  'directory.update': (at) => ({ fileToken: at.file('.direktori') }),
  'directory.found': (at) => {
    if (at.dice.percent(50)) forgetDirectories(at);
    return { roles: allRoles, takeOver: false };
  },
  'keys.replaceIdentity': (at) => {
    forgetDirectories(at);
    return { reason: at.dice.pick(replacementReasons) };
  },
  'directory.certify': ({ dice, setting, world }) => {
    const { path, words } = dice.pick(setting.cards);
    const fileToken = world.context.files.issue('file', path);
    return { fileToken, words: [...words], roles: someRoles, entryId: null, formerKey: null };
  },
  'directory.revoke': ({ dice, setting }) => {
    const { entryId, key } = dice.pick(setting.entries.filter(({ own }) => !own));
    return { entryId, key, reason: 'lost' };
  },
  'invitation.make': ({ dice }) => ({
    person: people.otherEmployee,
    roles: [dice.pick(roles)],
    withProfile: dice.percent(50),
  }),
  'office.publish': ({ dice }) => ({
    ...officeContents,
    logo: dice.percent(50) ? null : officeContents.logo,
    style: dice.pick(officeStyles),
  }),
  'office.take': (at) => ({ fileToken: at.file('.profil') }),
  'office.export': async ({ call }) => {
    await call('office.publish', officeContents);
    return {};
  },
  'office.readLogo': (at) => ({ fileToken: at.file(at.dice.pick(['.png', '.jpg'])) }),
  'office.choose': ({ dice }) => ({ source: dice.pick(officeSources) }),
};

/** The passphrase of a vault that is made, or opened by its sheet. */
export const passphrase = 'pisang goreng hangat di teras 42';
const folderOf = ({ world }: Aiming): string => world.dirs[1] ?? '';

/** Calls about vaults as a whole, while locked. */
export const vaultAims: Aims = {
  'vault.add': (at) => ({ folderToken: at.world.context.files.issue('folder', folderOf(at)) }),
  'vault.forget': async (at) => {
    const folderToken = at.world.context.files.issue('folder', folderOf(at));
    return { vaultId: (await at.call('vault.add', { folderToken }))?.vaultId ?? '' };
  },
  'vault.create': ({ world, dice }) => ({
    parentToken: world.context.files.issue('folder', join(world.folder, 'documents')),
    label: `Brankas ${dice.hex(4)}`,
    passphrase,
    identity: { person: people.counsellor, roles: ['counsellor'], institution: people.institution },
    invitationToken: null,
  }),
  'vault.printRecoverySheet': ({ world }) => ({ vaultId: world.vaultIds[1] ?? '' }),
  'vault.confirmRecovery': ({ world, dice }) => {
    const [first = '', second = ''] = world.answers;
    return { vaultId: world.vaultIds[1] ?? '', answers: dice.percent(40) ? [first, second] : [second, first] };
  },
  'keys.confirmSheet': ({ world, dice }) => {
    const sheet = world.context.desk.sheet();
    const [first = '', second = ''] = sheet?.asked.map((index) => sheet.groups[index] ?? '') ?? [];
    return { answers: dice.percent(80) ? [first, second] : [second, first] };
  },
  'vault.unlock': ({ world, setting }) => ({ vaultId: world.vaultIds[0] ?? '', passphrase: setting.passphrase }),
  'vault.recover': ({ world, setting }) => ({
    vaultId: world.vaultIds[0] ?? '',
    code: setting.recoveryIdentity,
    newPassphrase: passphrase,
  }),
  'vault.checkRecoveryCode': ({ setting }) => ({ code: setting.recoveryIdentity }),
  'vault.inspectInvitation': (at) => ({ fileToken: at.file('.undangan') }),
};
