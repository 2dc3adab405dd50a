/** Where the queues and their keys are: set by `config/index.ts`. */
declare const SERVICE: string;
