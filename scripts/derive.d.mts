export function derived(): Promise<ReadonlyMap<string, string>>
