package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;

/** Names an item (議題): what a case brings to a meeting. */
public record ItemRef(CaseId caseId, MeetingRequestId requestId) implements Comparable<ItemRef> {

  @Override
  public int compareTo(ItemRef other) {
    int byCase = caseId.value().compareTo(other.caseId.value());
    return byCase == 0 ? requestId.value().compareTo(other.requestId.value()) : byCase;
  }
}
