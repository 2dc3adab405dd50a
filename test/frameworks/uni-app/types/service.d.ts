/** Where the queues and their keys are: set by `vite.config.ts`. */
declare const SERVICE: string;
