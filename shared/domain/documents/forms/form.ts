import type { DocumentContext } from '../context.ts';
import type { DocumentModel } from '../model.ts';

/** What one kind of paper adds to the common frame of all. */
export type FormPart = Pick<DocumentModel, 'sections' | 'signatures'> &
  Partial<
    Pick<
      DocumentModel,
      | 'layout'
      | 'about'
      | 'number'
      | 'dateLine'
      | 'meta'
      | 'addressee'
      | 'identity'
      | 'attachments'
      | 'envelope'
      | 'copy'
      | 'enclosed'
      | 'distribution'
    >
  > & {
    /** Classification that the act itself states. */
    readonly classification?: DocumentModel['classification']['code'];
    readonly title?: string;
  };

/** Builds the part of one kind from what is known. */
export type Form = (context: DocumentContext) => FormPart;
