package jp.tsunagu.connector.lost;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;

/**
 * Something that stood behind the end of the restored network.
 *
 * @param id of the list, ascending
 * @param isOpen whether somebody is to decide about it: nobody has, and the network has not shown
 *     since that it knows it
 */
public record LostItem(long id, About about, boolean isOpen, Optional<Decided> decided) {

  /** What it is. */
  public sealed interface About {

    /** Something that this agency had sent, and of which the network may know nothing. */
    record Sent(String kind, CaseId caseId, Optional<CaseNumber> caseNumber, Instant storedAt)
        implements About {}

    /** Something that this agency was told. */
    record Received(InboxItem news) implements About {}
  }

  /**
   * That somebody decided.
   *
   * @param by a colleague; none where the agency's own system did, or what protects somebody went
   *     again by itself
   */
  public record Decided(Decision decision, Instant at, Optional<UUID> by) {}

  /** Whether this agency had sent it. */
  public boolean wasSent() {
    return about instanceof About.Sent;
  }

  /** Whether this can be decided about it. */
  public boolean allows(Decision decision) {
    return isOpen && decision.isAboutSent() == wasSent();
  }
}
