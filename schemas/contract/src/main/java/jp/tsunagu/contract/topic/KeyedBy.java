package jp.tsunagu.contract.topic;

import jp.tsunagu.contract.code.Code;

/** What the record key of a topic is, always as UTF-8 text. */
public enum KeyedBy implements Code {
  /** The case id: a case and all its referrals stay in one partition, in order. */
  CASE("caseId"),
  /**
   * The case id; for what is about no case, the agency id (a public key), the resource id (社会資源) or
   * the issue id (地域課題) instead.
   */
  SUBJECT("caseId; agencyId; resourceId; issueId"),
  /** The meeting body (会議体). */
  BODY("bodyId"),
  /** The pseudonym of a person ({@code ActingPerson}). */
  PSEUDONYM("pseudonym"),
  /** {@code DirectoryRecord.key()}. */
  DIRECTORY_KEY("directory key"),
  /** The key of the statistic. */
  STATISTIC("statistic"),
  /** Where a record stands: topic, partition and offset. */
  PLACE("topic/partition/offset"),
  /** The key the record had where it came from. */
  AS_SOURCE("as source");

  private final String label;

  KeyedBy(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
