// What is used of htmlparser2, and nothing of ours: the package has this file once (packaging/shared-libraries.mjs).
export { Parser } from 'htmlparser2';
