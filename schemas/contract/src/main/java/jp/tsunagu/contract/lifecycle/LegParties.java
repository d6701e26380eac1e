package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;

/**
 * From whom a leg goes to whom.
 *
 * @param receiver who must answer; for a sheet without addressee the desk
 */
public record LegParties(AgencyId sender, AgencyId receiver) {}
