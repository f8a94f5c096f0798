import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWarnings } from '../../../electron/backend/vault/folder-warnings.ts';
import { isVaultLabel } from '../../../electron/backend/vault/vault-label.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';

const mounts = [
  '/dev/sda1 / ext4 rw 0 0',
  'server:/data /srv/kantor nfs4 rw 0 0',
  '//server/berkas /mnt/Berkas\\040Bersama cifs rw 0 0',
  '/dev/sdb1 /srv/kantor/lokal ext4 rw 0 0',
  '/dev/sdc1 /media/sekar/KUNCI vfat rw 0 0',
].join('\n');

describe('folderWarnings', () => {
  it.each([
    ['/home/sekar/Dokumen/Brankas', []],
    ['/srv/kantor/Brankas', ['network']],
    ['/srv/kantor2/Brankas', []],
    ['/srv/kantor/lokal/Brankas', []],
    ['/mnt/Berkas Bersama/Brankas', ['network']],
    ['\\\\server\\berkas\\Brankas', ['network']],
    ['/media/sekar/KUNCI/Brankas', ['removable']],
    ['/home/sekar/OneDrive - Kementerian Contoh/Brankas', ['synced']],
    ['/home/sekar/Google Drive/Brankas', ['synced']],
    ['/home/sekar/Nextcloud/Brankas', ['synced']],
    ['/home/sekar/Dropbox/Brankas', ['synced']],
    ['/home/sekar/dropboxes/Brankas', []],
  ] as const)('%s: %j', (path, expected) => {
    expect(folderWarnings(path, mounts)).toEqual(expected);
  });

  it('knows a folder that Syncthing keeps', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.stfolder'));
    expect(folderWarnings(join(folder, 'a', 'Brankas'), mounts)).toEqual(['synced']);
  });
});

describe('isVaultLabel', () => {
  it.each(['Brankas', 'Brankas Sekar (2026)', 'Konseling – Biro 3', 'ré', 'nul-nul'])('takes %s', (label) => {
    expect(isVaultLabel(label)).toBe(true);
  });
  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a:b',
    'a*',
    'nul',
    'COM1.txt',
    'titik.',
    ' depan',
    'a\u0000b',
    'x'.repeat(61),
  ])('refuses %j', (label) => {
    expect(isVaultLabel(label)).toBe(false);
  });
});
