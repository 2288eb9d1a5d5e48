import { version } from '../package.json';

/** The version of Gevinst, as package.json has it. */
export const VERSION: string = version;
