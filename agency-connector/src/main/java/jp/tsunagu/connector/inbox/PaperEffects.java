package jp.tsunagu.connector.inbox;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.HandedPaper;

/** What was called back (資料の回収) is not here any more: nobody of this agency finds it. */
final class PaperEffects {

  private PaperEffects() {}

  /** Of what this agency had, what is out no longer is dropped. */
  static void drop(Changes changes, CaseState after) {
    Set<DossierId> back =
        after.papers().stream()
            .filter(paper -> paper.copy().agency().equals(changes.own()) && !paper.isOut())
            .map(HandedPaper::dossierId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    changes.dossiers.drop(after.caseId(), back);
  }
}
