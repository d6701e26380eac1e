package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.id.AgencyId;

/**
 * What figures depend on besides the facts. Stored figures hold for one set of rules: another one
 * needs a rebuild.
 *
 * @param desk the coordination desk, which alone is named in protected cases
 * @param workingTime the city's office hours
 */
public record FigureRules(AgencyId desk, WorkingTime workingTime) {}
