/** A setting that cannot be used; the message is for a person. */
export class BadSetting extends Error {}
