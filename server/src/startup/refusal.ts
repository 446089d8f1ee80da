/** Stops the start; its message is one line for the person who starts it. */
export class Refusal extends Error {}
