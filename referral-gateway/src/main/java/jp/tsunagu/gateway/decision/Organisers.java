package jp.tsunagu.gateway.decision;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Who organises the 支援会議 of a case: always the municipality (社会福祉法106条の6). */
final class Organisers {

  private Organisers() {}

  /** The desk, or the coordinator of the case if it is a department of the city. */
  static boolean isOrganiser(Attempt attempt, AgencyId agency) {
    return agency.equals(attempt.desk())
        || (Parties.coordinator(attempt.state()).filter(agency::equals).isPresent()
            && isOfTheMunicipality(attempt, agency));
  }

  static Optional<Refuse> actorMustBeTheOrganiser(Attempt attempt) {
    return Rule.require(isOrganiser(attempt, attempt.actor()), RefusalCode.ONLY_THE_DESK);
  }

  /** Whether it is a part of the city. */
  static boolean isOfTheMunicipality(Attempt attempt, AgencyId agency) {
    return attempt.agency(agency).filter(a -> a.kind().isMunicipal()).isPresent();
  }
}
