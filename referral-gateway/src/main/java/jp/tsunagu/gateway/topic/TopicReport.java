package jp.tsunagu.gateway.topic;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;

/**
 * How the topics stood when they were looked at.
 *
 * @param usable agencies with a sound outbox and inbox
 * @param left agencies that left (名簿から外れた) and were looked at too
 * @param inboxesOfLeft those of them whose inbox is still there: it tells them how their referrals
 *     end, and is there when they are put back
 * @param faults of all topics of those who take part
 */
public record TopicReport(
    Set<AgencyId> usable,
    Set<AgencyId> left,
    Set<AgencyId> inboxesOfLeft,
    List<TopicFault> faults) {

  /** Before the first look. */
  public static final TopicReport NOTHING_SEEN =
      new TopicReport(Set.of(), Set.of(), Set.of(), List.of());

  /** Keeps unmodifiable copies. */
  public TopicReport {
    usable = Set.copyOf(usable);
    left = Set.copyOf(left);
    inboxesOfLeft = Set.copyOf(inboxesOfLeft);
    faults = List.copyOf(faults);
  }

  /** Whether this agency's inbox can be written to. */
  public boolean canReach(AgencyId agency) {
    return usable.contains(agency) || inboxesOfLeft.contains(agency);
  }

  /** Faults that stop everybody. */
  public List<TopicFault> shared() {
    return faults.stream().filter(fault -> fault.owner().isEmpty()).toList();
  }

  /** Faults that set one agency aside. */
  public List<TopicFault> ofAgencies() {
    return faults.stream().filter(fault -> fault.owner().isPresent()).toList();
  }
}
