export function writePageAssets(): Promise<void>;
