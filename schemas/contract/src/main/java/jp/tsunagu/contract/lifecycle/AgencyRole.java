package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;

/**
 * What an agency does from now on, as a meeting settled it (役割).
 *
 * @param role a code of the city's list of roles
 */
public record AgencyRole(AgencyId agency, String role) {}
