/** Message files hold ICU text by key; English, the vocabulary's own language, decides which keys there are. */
export type Wording = Readonly<Record<string, string>>;
