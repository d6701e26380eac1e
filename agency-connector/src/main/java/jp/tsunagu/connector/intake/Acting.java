package jp.tsunagu.connector.intake;

import java.util.Optional;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.CaseId;

/** Who causes the commands that are drafted now. */
@FunctionalInterface
public interface Acting {

  /** The pseudonym in this case; none where no person acts. */
  Optional<ActingPerson> in(CaseId caseId);
}
