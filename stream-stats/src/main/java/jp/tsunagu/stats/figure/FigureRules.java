package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.id.AgencyId;

/**
 * What figures depend on besides the facts. With other rules they are counted anew from the facts.
 *
 * @param desk the coordination desk, which alone is named in protected cases
 * @param workingTime the city's office hours
 */
public record FigureRules(AgencyId desk, WorkingTime workingTime) {}
