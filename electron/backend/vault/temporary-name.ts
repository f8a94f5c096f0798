import { basename } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';

/** A name beside the target, for a file or folder that is not whole yet; nobody else uses it. */
export const temporaryName = (random: Random): string => `.bilik-${toHex(random.bytes(8))}.tmp`;

/** True for a name as made here: nothing else is ever removed as left over. */
export const isTemporary = (path: string): boolean => /^\.bilik-[0-9a-f]{16}\.tmp$/.test(basename(path));
