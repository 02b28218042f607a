// What is used of n3, and nothing of ours: the package has this file once (packaging/shared-libraries.mjs).
export { DataFactory, Lexer, Parser, Writer } from 'n3';
