import { expectTypeOf, it } from 'vitest';
import type {
  NotesDb,
  NotesReader,
  NotesWriter,
  RecordsDb,
  RecordsReader,
  RecordsWriter,
} from '../../../electron/backend/db/handles.ts';

// Held by the type check of the tests: these lines do not compile when one of them stops being so.
it('an open database is read without a transaction and written only inside one', () => {
  type Writes = 'insert' | 'update' | 'delete' | 'run' | 'transaction';
  expectTypeOf<Extract<keyof RecordsDb | keyof NotesDb, Writes>>().toEqualTypeOf<never>();
  expectTypeOf<Extract<keyof RecordsReader | keyof NotesReader, Writes>>().toEqualTypeOf<never>();
  expectTypeOf<RecordsDb>().toExtend<RecordsReader>();
  expectTypeOf<NotesDb>().toExtend<NotesReader>();
  expectTypeOf<RecordsWriter>().toExtend<RecordsReader>();
  expectTypeOf<NotesWriter>().toExtend<NotesReader>();
  expectTypeOf<RecordsDb>().not.toExtend<RecordsWriter>();
  expectTypeOf<NotesDb>().not.toExtend<NotesWriter>();
  expectTypeOf<Extract<keyof RecordsWriter | keyof NotesWriter, 'transaction'>>().toEqualTypeOf<never>();
});
