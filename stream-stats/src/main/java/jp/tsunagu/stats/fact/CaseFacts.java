package jp.tsunagu.stats.fact;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics know of a case. Times are business times ({@code occurredAt}): what was
 * entered late stands where it happened.
 *
 * @param sequence of the last event taken in; 0 before the first
 * @param everProtected it is or was protected (保護案件): agencies and area are never told
 * @param reception none before {@code ConsultationReceived}
 * @param legs in the order in which they were sent
 * @param coordinations in the order in which they were asked for
 * @param beside supports beside the case, in the order in which they began
 */
public record CaseFacts(
    CaseName name,
    long sequence,
    boolean everProtected,
    @Nullable Reception reception,
    List<Leg> legs,
    List<Coordinated> coordinations,
    List<Beside> beside,
    MeetingFacts meetings) {

  public CaseFacts {
    legs = List.copyOf(legs);
    coordinations = List.copyOf(coordinations);
    beside = List.copyOf(beside);
  }

  /** Before the first event. */
  public static CaseFacts beforeFirst(CaseId caseId) {
    return new CaseFacts(
        new CaseName(caseId, null),
        0,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        new MeetingFacts(List.of(), List.of(), List.of(), Set.of()));
  }

  /** The id of the case. */
  public CaseId caseId() {
    return name.id();
  }

  /** The area, withheld where the case is protected; none before the reception is known. */
  public @Nullable AreaId area() {
    return reception == null ? null : reception.area();
  }

  /**
   * As a statistic may use them: in a case that was ever protected every agency but the desk and
   * the area are withheld, also in what was recorded before.
   */
  public CaseFacts asPublished(AgencyId desk) {
    if (!everProtected) {
      return this;
    }
    UnaryOperator<AgencyId> hide = agency -> agency.equals(desk) ? agency : AgencyId.WITHHELD;
    return new CaseFacts(
        name,
        sequence,
        true,
        reception == null
            ? null
            : reception.withholding(hide.apply(reception.receivedBy()), AreaId.WITHHELD),
        legs.stream()
            .map(leg -> leg.withAgencies(hide.apply(leg.sender()), hide.apply(leg.receiver())))
            .toList(),
        coordinations.stream().map(one -> one.withholding(hide)).toList(),
        beside.stream().map(one -> one.withholding(hide)).toList(),
        new MeetingFacts(
            meetings.sittings().stream().map(sitting -> sitting.withholding(hide)).toList(),
            meetings.gaps(),
            meetings.plans(),
            meetings.unscreened()));
  }
}
