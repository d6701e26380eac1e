package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, and for whom.
 *
 * @param actor the agency that acted, {@link AgencyId#GATEWAY} for deadlines
 * @param onBehalfOf the participant on paper for whom the actor recorded it (代行入力)
 * @param actingPerson who acted at the agency, as the command said; withheld in a protected case
 */
public record ActedBy(
    AgencyId actor, @Nullable AgencyId onBehalfOf, @Nullable ActingPerson actingPerson) {}
