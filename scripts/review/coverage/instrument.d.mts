export function instrument(source: string, file: string, scope: string): string;
