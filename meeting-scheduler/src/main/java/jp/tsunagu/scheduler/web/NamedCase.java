package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list of cases.
 *
 * @param caseNumber what people call it (案件番号); none where it is not known here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NamedCase(String caseId, @Nullable String caseNumber) {

  /** These cases in the order of their ids. */
  static List<NamedCase> of(Stream<CaseId> cases, Reading reading) {
    return cases
        .map(id -> new NamedCase(id.toString(), reading.numberOf(id)))
        .sorted(Comparator.comparing(NamedCase::caseId))
        .toList();
  }
}
