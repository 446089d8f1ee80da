import type { Language } from '@haven/shared/protocol/organisation';
import english from 'virtual:messages/en';
import dutch from 'virtual:messages/nl';
import type { Catalogue } from './message-types';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { nl: dutch, en: english };
