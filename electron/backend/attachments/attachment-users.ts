/**
 * Tables of records.db whose `attachment_id` keeps a file. What is `apart` belongs to coaching, learning or the
 * programme: such a file can never become part of a case.
 */
export const attachmentUsers = [
  { table: 'act_attachments', apart: false },
  { table: 'documents', apart: false },
  { table: 'received_draft_attachments', apart: false },
  { table: 'guidance_attachments', apart: true },
  { table: 'guidance_originals', apart: true },
  { table: 'learning_evidence', apart: true },
  { table: 'plan_evaluation_attachments', apart: true },
  { table: 'programme_attachments', apart: true },
] as const satisfies readonly { readonly table: string; readonly apart: boolean }[];
