export function pageAssets(): Promise<string>;
export function writePageAssets(): Promise<void>;
