import type { MailSent } from '../edits/mailSent.ts';
import type { Block } from './blocks.ts';

/** A mail that is to be sent, and what is recorded once the mail server has taken it. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  blocks: Block[];
  records: MailSent[];
}
