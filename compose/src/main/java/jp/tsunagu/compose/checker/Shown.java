package jp.tsunagu.compose.checker;

/**
 * A referral as it stands in an agency's inbox.
 *
 * @param agency who sees it
 * @param receiver to whom it was sent
 * @param position in the inbox
 * @param sequence of the event in its case
 */
public record Shown(
    String agency,
    String caseId,
    String referralId,
    String receiver,
    long position,
    long sequence) {

  /** Whether who sees it is who it was sent to. */
  public boolean isArrival() {
    return agency.equals(receiver);
  }
}
