export function samples(rooms?: readonly string[]): string[]
