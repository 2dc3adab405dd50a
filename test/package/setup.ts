import { installLocked } from './tools';

/** Installs the tools, 280 MB, once for all tests: two installations into one folder break each other. */
export default () => installLocked(__dirname);
