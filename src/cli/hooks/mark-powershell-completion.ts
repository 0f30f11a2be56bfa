import type { Hook } from '@oclif/core/hooks';
import { markAsUtf8 } from '../../platform/mark-as-utf8.js';

/**
 * After the completion data is made: Windows PowerShell 5 reads a script without a byte order mark in the old code page,
 * in which the UTF-8 bytes of letters like "ồ" are quotation marks, and our Vietnamese summaries break the script.
 */
export const markPowershellCompletion: Hook.Postrun = async ({ Command, config }) => {
  if (Command.id !== 'autocomplete' && Command.id !== 'autocomplete:create') return;
  await markAsUtf8(`${config.cacheDir}/autocomplete/functions/powershell/${config.bin}.ps1`);
};
