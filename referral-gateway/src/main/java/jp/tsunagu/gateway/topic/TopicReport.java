package jp.tsunagu.gateway.topic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;

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

  /**
   * Why nothing can run with this network.yaml, where the ledger has another number of partitions:
   * the network was born with it, and with another its cases would be looked for where they are
   * not.
   */
  public Optional<String> bornOtherwise(Topic ledger) {
    return shared().stream()
        .filter(fault -> fault.topic().equals(ledger.name()) && fault.actual() > 0)
        .findFirst()
        .map(
            fault ->
                "network.yaml の network.partitions が %d ですが、この網は %d で始まりました。後から変えられません。%d に戻してください。"
                    .formatted(fault.expected(), fault.actual(), fault.actual()));
  }

  /** Faults that set one agency aside. */
  public List<TopicFault> ofAgencies() {
    return faults.stream().filter(fault -> fault.owner().isPresent()).toList();
  }
}
