/** Endpoint exports read of one agency. A department with its hospitals hands in a few dozen; thousands are a copied disk. */
export const maxEndpointFiles = 500;

/** Largest endpoint export: 2 GiB holds several million rows, more than any province has; beyond that it is a wrong file. */
export const maxEndpointBytes = 2 * 1024 ** 3;

/** Checklists read of one agency: two for each of its systems; hundreds are a copied disk. */
export const maxChecklistFiles = 200;
