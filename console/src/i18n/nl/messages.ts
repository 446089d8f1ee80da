import { chat } from './chat';
import { desk } from './desk';
import { tools } from './tools';

export const messages = { ...desk, ...chat, ...tools };
