import * as z from 'zod/mini';
import { cardActions } from './card.ts';
import { changeActions } from './changes.ts';
import { endpoints } from './endpoints.ts';
import { followupActions } from './followups.ts';
import { mapActions } from './map.ts';
import { MappingAsk, MappingForm } from './mappings.ts';
import { measuringActions } from './measuring.ts';
import { Nothing } from './params.ts';
import { planActions } from './plan.ts';
import { SourceList, UndoOutcome, Upload, UploadOptions } from './uploads.ts';

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 4 * 1024 ** 3;

const UploadParams = z.object({
  upload: z.string().check(z.regex(/^[\w-]{22}$/, 'expected the code of an upload')),
});
const LoadParams = endpoints.load.params;

/**
 * What changes something, or is never the same twice: not cached. `body` is a JSON object, a file's bytes
 * (`application/octet-stream`), or nothing. All but `get` need the header `X-Gevinst: 1`, which no other site's page can send.
 */
export const actions = {
  sources: {
    method: 'get',
    path: '/api/sources',
    summary: 'What a file may be said to be',
    params: Nothing,
    query: Nothing,
    body: null,
    answer: SourceList,
  },
  addFile: {
    method: 'post',
    path: '/api/uploads',
    summary: 'Takes a file, at most 4 GB, into a new upload or an earlier one; nothing is loaded yet',
    params: Nothing,
    query: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(500)),
      upload: z.optional(UploadParams.shape.upload),
    }),
    body: 'file',
    answer: Upload,
  },
  upload: {
    method: 'get',
    path: '/api/uploads/{upload}',
    summary: 'How far an upload has come',
    params: UploadParams,
    query: Nothing,
    body: null,
    answer: Upload,
  },
  dropUpload: {
    method: 'delete',
    path: '/api/uploads/{upload}',
    summary: 'Stops what is under way, and forgets the files',
    params: UploadParams,
    query: Nothing,
    body: null,
    answer: Nothing,
  },
  mappingForm: {
    method: 'post',
    path: '/api/uploads/{upload}/mapping',
    summary:
      'What columns of its own a file has, and a proposal of what they are; personal numbers are masked',
    params: UploadParams,
    query: Nothing,
    body: MappingAsk,
    answer: MappingForm,
  },
  preview: {
    method: 'post',
    path: '/api/uploads/{upload}/preview',
    summary: 'Starts to find out what would be kept and refused; nothing is written',
    params: UploadParams,
    query: Nothing,
    body: UploadOptions,
    answer: Upload,
  },
  loadUpload: {
    method: 'post',
    path: '/api/uploads/{upload}/load',
    summary: 'Starts to load the files; they are forgotten once they are loaded',
    params: UploadParams,
    query: Nothing,
    body: UploadOptions,
    answer: Upload,
  },
  undoLoad: {
    method: 'post',
    path: '/api/loads/{load}/undo',
    summary: 'Takes a load’s rows out again, and puts back what they replaced',
    params: LoadParams,
    query: Nothing,
    body: null,
    answer: UndoOutcome,
  },
  ...cardActions,
  ...mapActions,
  ...measuringActions,
  ...planActions,
  ...followupActions,
  ...changeActions,
} as const;

export type Actions = typeof actions;
export type ActionName = keyof Actions;
