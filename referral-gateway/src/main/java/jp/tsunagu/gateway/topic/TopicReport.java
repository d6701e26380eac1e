package jp.tsunagu.gateway.topic;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;

/**
 * How the topics stood when they were looked at.
 *
 * @param usable agencies with a sound outbox and inbox
 * @param faults of all topics
 */
public record TopicReport(Set<AgencyId> usable, List<TopicFault> faults) {

  /** Before the first look. */
  public static final TopicReport NOTHING_SEEN = new TopicReport(Set.of(), List.of());

  /** Keeps an unmodifiable copy. */
  public TopicReport {
    usable = Set.copyOf(usable);
    faults = List.copyOf(faults);
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
