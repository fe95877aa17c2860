import { slug } from '../../ids.ts';

/** The slug that Upptime makes of the name of a site, which parts words where capitals begin: git-hub (`decamelize` of @sindresorhus/slugify). */
export const upptimeSlug = (name: string): string =>
  slug(
    name
      .replace(/([A-Z]{2,})(\d+)/g, '$1 $2')
      .replace(/([a-z\d]+)([A-Z]{2,})/g, '$1 $2')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-rt-z\d]+)/g, '$1 $2')
      .replace(/([a-zA-Z\d]+)['’]([ts])(?=\s|$)/g, '$1$2')
      .replaceAll('&', ' and ')
      .replace(/[^a-zA-Z\d]+/g, '-'),
  );
