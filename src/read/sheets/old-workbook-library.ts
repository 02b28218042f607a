// What is used of @e965/xlsx, and nothing of ours: the package has this file once (packaging/shared-libraries.mjs).
export { read, write } from '@e965/xlsx';
