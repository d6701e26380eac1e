package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What a case brings to a meeting, as programs and people call it.
 *
 * @param caseNumber what people call the case (案件番号); none where it is not known here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NamedItem(String caseId, @Nullable String caseNumber, String requestId) {

  static NamedItem of(ItemRef item, Reading reading) {
    return new NamedItem(
        item.caseId().toString(), reading.numberOf(item.caseId()), item.requestId().toString());
  }
}
