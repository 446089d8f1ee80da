import { chat } from './chat';
import { desk } from './desk';
import { people } from './people';
import { tools } from './tools';
import { wrapUp } from './wrap-up';

export const messages = { ...desk, ...chat, ...tools, ...wrapUp, ...people };
