package jp.tsunagu.compose.checker;

import java.util.List;

/**
 * What stands everywhere after a fault was healed.
 *
 * @param shown of every agency's inbox but the sender's, in the order of positions
 * @param ledger of every case of the run, in the order of the topic
 * @param endings what was taken and did not arrive, as its sender was told
 * @param meetings of the whole network
 * @param comparisons of what else can be worked out twice
 */
public record Found(
    List<Shown> shown,
    List<Entry> ledger,
    List<Ending> endings,
    Meetings meetings,
    List<Comparison> comparisons) {
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

  /**
   * What was met about.
   *
   * @param agendas every one that was published, in that order
   * @param called the items that somebody was told to be taken for a meeting
   */
  public record Meetings(List<Agenda> agendas, List<String> called) {
    public Meetings {
      agendas = List.copyOf(agendas);
      called = List.copyOf(called);
    }
  }

  /**
   * An agenda that was published.
   *
   * @param items in the order of the day
   * @param replanned what the planner makes anew of the ledger as it was then
   * @param told who was sent a notice of it, as often as it was
   * @param invited who was to be sent one
   */
  public record Agenda(
      String meeting,
      int revision,
      List<Line> items,
      List<Line> replanned,
      List<String> told,
      List<String> invited) {
    public Agenda {
      items = List.copyOf(items);
      replanned = List.copyOf(replanned);
      told = List.copyOf(told);
      invited = List.copyOf(invited);
    }

    /** The same with other items. */
    Agenda with(List<Line> others) {
      return new Agenda(meeting, revision, others, replanned, told, invited);
    }

    @Override
    public String toString() {
      return meeting + " (" + revision + ")";
    }
  }

  /**
   * An item on an agenda.
   *
   * @param rest all else that the agenda says of it
   */
  public record Line(String item, String rest) {}

  /** The same with other inboxes. */
  public Found withShown(List<Shown> others) {
    return new Found(others, ledger, endings, meetings, comparisons);
  }

  /** The same with other agendas. */
  Found withAgendas(List<Agenda> others) {
    return new Found(shown, ledger, endings, new Meetings(others, meetings.called()), comparisons);
  }
}
