package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.id.AgencyId;

/**
 * What an agency is called on a paper.
 *
 * @param name on the day the paper was issued
 */
public record NamedAgency(AgencyId agency, String name) {}
