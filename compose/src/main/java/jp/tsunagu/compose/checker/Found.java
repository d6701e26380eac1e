package jp.tsunagu.compose.checker;

import java.util.List;

/**
 * What stands everywhere after a fault was healed.
 *
 * @param shown of every agency's inbox but the sender's, in the order of positions
 * @param ledger of every case of the run, in the order of the topic
 * @param endings what was taken and did not arrive, as its sender was told
 * @param comparisons of what can be worked out twice
 */
public record Found(
    List<Shown> shown, List<Entry> ledger, List<Ending> endings, List<Comparison> comparisons) {
  public Found {
    shown = List.copyOf(shown);
    ledger = List.copyOf(ledger);
    endings = List.copyOf(endings);
    comparisons = List.copyOf(comparisons);
  }

  /** An event of the ledger. */
  public record Entry(String caseId, long sequence) {}

  /**
   * What came of something that was taken and did not arrive.
   *
   * @param putAside whether it waits for a person; else its sender was told that nothing came of it
   */
  public record Ending(String referralId, boolean putAside) {}

  /**
   * Something that was told and worked out anew.
   *
   * @param differences none where both agree
   */
  public record Comparison(Promise promise, List<String> differences) {
    public Comparison {
      differences = List.copyOf(differences);
    }
  }

  /** The same with other inboxes. */
  public Found withShown(List<Shown> others) {
    return new Found(others, ledger, endings, comparisons);
  }
}
