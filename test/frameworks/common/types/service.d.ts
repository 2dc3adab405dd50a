/** Where the queues and their keys are: set by the configuration of the app's build. */
declare const SERVICE: string;
