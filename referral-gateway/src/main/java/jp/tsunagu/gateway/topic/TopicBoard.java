package jp.tsunagu.gateway.topic;

import jp.tsunagu.contract.id.AgencyId;

/**
 * The last report, for whoever must know which agencies can be written to. Safe for all threads.
 */
public final class TopicBoard {

  private volatile TopicReport last = TopicReport.NOTHING_SEEN;

  /** What was seen last. */
  public TopicReport report() {
    return last;
  }

  /** Whether both topics of the agency were sound when last looked at. */
  public boolean isUsable(AgencyId agency) {
    return report().usable().contains(agency);
  }

  /** Whether the agency's inbox could be written to when last looked at. */
  public boolean canReach(AgencyId agency) {
    return report().canReach(agency);
  }

  /** Puts up a newer report. */
  public void show(TopicReport report) {
    last = report;
  }
}
