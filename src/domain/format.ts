/** The format of records that this Ownup reads, and the major version of those that do. A record that names none is of format 0. */
export const format = 1;
