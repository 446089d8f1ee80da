import type { MessageKey } from '../message-types';
import { audit } from './audit';
import { board } from './board';
import { chat } from './chat';
import { colleagues } from './colleagues';
import { desk } from './desk';
import { display } from './display';
import { organisation } from './organisation';
import { overflow } from './overflow';
import { people } from './people';
import { replies } from './replies';
import { reports } from './reports';
import { retire } from './retire';
import { roster } from './roster';
import { tools } from './tools';
import { trust } from './trust';
import { wrapUp } from './wrap-up';

export const messages: Readonly<Record<MessageKey, string>> = {
  ...desk,
  ...chat,
  ...colleagues,
  ...organisation,
  ...overflow,
  ...tools,
  ...replies,
  ...reports,
  ...trust,
  ...wrapUp,
  ...people,
  ...retire,
  ...roster,
  ...audit,
  ...board,
  ...display,
};
