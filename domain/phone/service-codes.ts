/** Numbers that name an institution and never a person: emergency and harmonised service codes, everywhere. */
const everywhere = /^(?:000|110|112|118|119|911|999|116\d{3})$/;

/** Further emergency and service codes by country of the line (public numbering plans). */
const byCountry = new Map<string, RegExp>([
  ['US', /^(?:[2-8]11|988)$/],
  ['CA', /^(?:[2-8]11|988)$/],
  ['GB', /^(?:101|105|111|123|18000)$/],
  ['FR', /^(?:15|17|18|11[4-9]|19[167]|3919)$/],
  ['DE', /^(?:115|1151[0-9]|118\d{2,3})$/],
  ['AT', /^(?:122|133|14[0-9]|142)$/],
  ['CH', /^(?:117|143|144|145|147|1414)$/],
  ['IT', /^(?:11[3-8]|1515|1530)$/],
  ['ES', /^(?:061|062|080|08[58]|091|092|016|010)$/],
  ['AU', /^(?:106|13[12]\d{3})$/],
  ['NZ', /^(?:105|111)$/],
  ['IN', /^(?:100|101|102|108|1091|1098)$/],
  ['SE', /^(?:11313|11414|1177)$/],
]);

/** Whether these digits, as they stand, are a service code in this country. */
export const isServiceCode = (digits: string, region: string): boolean =>
  everywhere.test(digits) || (byCountry.get(region)?.test(digits) ?? false);
