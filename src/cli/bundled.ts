import { openFolder } from '../platform/files.js';

/** The product's own data (`rules/`, `schemas/`), found from this module and never from the working directory. */
export const bundled = openFolder(new URL('../../', import.meta.url));
